"""New pairs, read off a spun text and its original, in the table that `--lexicon` takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from forensics.documents.model import Document
from forensics.lang import language
from forensics.lexicon.pairs import LONGEST_PHRASE, UserPair, keys
from forensics.spin.reference.compare import compare
from forensics.spin.result import Substitution

if TYPE_CHECKING:
    from forensics.lexicon import Lexicon

_HEADER = ("observed", "original", "pages", "source")
_TAUGHT = ("synonym", "wrong_sense", "reworded", "name")
_GLUE = language("en").glue


def harvest(spun: Document, original: Document, lexicon: Lexicon | None = None) -> list[UserPair]:
    """Return the pairs that aligning `spun` with its original or a sibling shows, in order of the text.

    Left out: changed numbers, inflection and spelling, which are no synonyms; names, unless the words are
    linked otherwise too; and observed phrases of function words alone, which would match everywhere.
    """
    found: dict[tuple[str, str], UserPair] = {}
    for one in compare(spun, original, lexicon).substitutions:
        observed, stood = " ".join(keys(one.observed)), " ".join(keys(one.original))
        if _teaches(one) and observed != stood:
            found.setdefault((observed, stood), UserPair(observed, stood, 1.0, spun.id))
    return list(found.values())


def to_tsv(pairs: Iterable[UserPair]) -> str:
    """Return pairs as a table with a header, most pages first; one seen in several texts counts each."""
    pages: dict[tuple[str, str], float] = defaultdict(float)
    sources: dict[tuple[str, str], list[str]] = defaultdict(list)
    for pair in pairs:
        pages[pair.observed, pair.original] += pair.weight
        sources[pair.observed, pair.original].append(_one_line(pair.source))
    lines = ["\t".join(_HEADER)]
    for words, weight in sorted(pages.items(), key=lambda item: (-item[1], item[0])):
        lines.append("\t".join((*words, f"{weight:g}", ", ".join(dict.fromkeys(sources[words])))))
    return "\n".join(lines) + "\n"


def _teaches(one: Substitution) -> bool:
    observed, original = keys(one.observed), keys(one.original)
    linked = any(e.kind in ("lexicon", "thesaurus") for e in one.evidence)
    return (
        one.replacement in _TAUGHT
        and (one.replacement != "name" or linked)
        and 0 < len(observed) <= LONGEST_PHRASE
        and 0 < len(original) <= LONGEST_PHRASE
        and not _GLUE.issuperset(observed)
    )


def _one_line(source: str) -> str:
    return " ".join(source.split())
