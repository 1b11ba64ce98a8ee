"""Whom a text cites, and whether it does so in words of its own or in those of another child of its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from forensics.trace.align.pair import PairComparison
from forensics.trace.extract.journals import is_journal
from forensics.trace.extract.outlets import resolve
from forensics.trace.extract.prepare import Prepared
from forensics.trace.result import Claim, Level

How = Literal["own", "retold", "copied"]
"""In words that no other child has, in a passage that another one rewrote, or in one that it has word for word."""
_HOW: Mapping[Level, How] = {
    "verbatim": "copied",
    "minor": "copied",
    "spun": "retold",
    "paraphrased": "retold",
    "summarised": "retold",
}
_NEARER: tuple[How, ...] = ("own", "retold", "copied")


@dataclass(frozen=True, slots=True)
class Mention:
    """An outlet or a journal that a text cites in its prose, and how; what a newsroom's lines name is no mention."""

    claim: Claim
    how: How
    journal: bool = False


def mentions(child: Prepared, comparisons: Iterable[PairComparison]) -> list[Mention]:
    """Return whom `child` cites of those who publish, in order; `comparisons` are of it with the others."""
    shared = list(_shared(child, comparisons))
    lines = {residue.start for residue in child.residue}
    found: list[Mention] = []
    for claim in child.claims:
        if claim.cited == "media" and claim.start not in lines:
            journal = is_journal(claim.outlet, child.text[: claim.cited_start])
            if journal or _publishes(claim.outlet):
                found.append(Mention(claim, _closest(claim, shared), journal))
    return found


def _shared(child: Prepared, comparisons: Iterable[PairComparison]) -> Iterator[tuple[int, int, How]]:
    for one in comparisons:
        for text, of in ((one.a, "words_a"), (one.b, "words_b")):
            if text.id != child.id:
                continue
            for match in one.aligned:
                words: range = getattr(match, of)
                if words and match.level in _HOW:
                    yield child.words[words[0]].start, child.words[words[-1]].end, _HOW[match.level]


def _closest(claim: Claim, shared: Iterable[tuple[int, int, How]]) -> How:
    held = [how for start, end, how in shared if start <= claim.cited_start < end]
    return max(held, key=_NEARER.index, default="own")


def _publishes(outlet: str) -> bool:
    found = resolve(outlet)
    return found is not None and found.kind == "media"
