"""Knowledge and texts that tests give by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from forensics.documents.model import Document
from forensics.text.edits import SpunReading
from forensics.trace.align.word_links import Links, link
from forensics.trace.extract.prepare import Prepared, prepare


@dataclass(frozen=True, slots=True)
class GivenKnowledge:
    """Knowledge from plain mappings: empty ones know nothing, and every word tells as much as any other."""

    links: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    rarities: Mapping[str, float] = field(default_factory=dict)
    otherwise: float = 6.0

    def related(self, word: str) -> Mapping[str, float]:
        """See `Knowledge.related`."""
        return self.links.get(word, {})

    def rarity(self, word: str) -> float:
        """See `Knowledge.rarity`."""
        return self.rarities.get(word, self.otherwise)


IGNORANT = GivenKnowledge()


def linked(
    a: str, b: str, knowledge: GivenKnowledge = IGNORANT, spun: SpunReading | None = None
) -> tuple[Prepared, Prepared, Links]:
    """Return two texts read and linked; `spun` is what was read in the first."""
    one, two = prepare(Document("a", a), spun), prepare(Document("b", b))
    return one, two, link(one, two, knowledge)
