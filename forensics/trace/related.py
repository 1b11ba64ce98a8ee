"""What the aligner knows about English words: which may stand for which, and how much each one tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


class Knowledge(Protocol):
    """The aligner's one door to word knowledge; the tests and benches bring their own."""

    def related(self, word: str) -> Mapping[str, float]:
        """Return the words that may stand for lower-case `word`, each with a strength from 0 to 1."""

    def rarity(self, word: str) -> float:
        """Return how much lower-case `word` tells: about 0 for the commonest words, 10 for a rare name."""


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
