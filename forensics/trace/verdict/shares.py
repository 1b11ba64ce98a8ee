"""What each source explains of a text, word by word, so that sources can be set against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from forensics.trace.align.pair import Aligned, PairComparison
from forensics.trace.extract.prepare import Prepared
from forensics.trace.result import PairVerdict
from forensics.trace.verdict.coverage import UNCOUNTED

# What a matched word counts that the source does not have as it stands, beside 1 for one that it has: chosen.
_CHANGED = 0.5
_TAKEN = ("copy", "derived", "patchwork")


@dataclass(frozen=True, slots=True)
class Share:
    """What one source explains of a text: `verdict` is the number of the verdict on the two.

    `worth` says for each matched word of the text what the source explains of it, `told` whether it is known that the
    text comes from it.
    """

    verdict: int
    source: str
    told: bool
    worth: Mapping[int, float]

    @property
    def total(self) -> float:
        """What it explains of the text altogether, in words."""
        return sum(self.worth.values())


def shares(
    verdicts: Sequence[PairVerdict], comparisons: Sequence[PairComparison], traced: Set[str]
) -> dict[str, tuple[Prepared, list[Share]]]:
    """Return for each text of `traced` that may come from others what each of them explains of it."""
    found: dict[str, tuple[Prepared, list[Share]]] = {}
    for number, (verdict, comparison) in enumerate(zip(verdicts, comparisons, strict=True)):
        for id, source in takers(verdict, traced):
            text = comparison.a if comparison.a.id == id else comparison.b
            share = Share(number, source, verdict.direction != "unknown", _worth(comparison, id))
            found.setdefault(id, (text, []))[1].append(share)
    return found


def takers(verdict: PairVerdict, traced: Set[str]) -> Iterator[tuple[str, str]]:
    """Yield the texts of a pair that may come from the other one, each with that one."""
    if verdict.relation in _TAKEN:
        if verdict.a in traced and verdict.direction in ("a_from_b", "unknown"):
            yield verdict.a, verdict.b
        if verdict.b in traced and verdict.direction in ("b_from_a", "unknown"):
            yield verdict.b, verdict.a


def _worth(comparison: PairComparison, id: str) -> dict[int, float]:
    of_a = comparison.a.id == id
    worth: dict[int, float] = {}
    for one in comparison.aligned:
        if one.level not in UNCOUNTED:
            worth |= {k: max(_CHANGED, worth.get(k, 0.0)) for k in (one.words_a if of_a else one.words_b)}
            worth |= dict.fromkeys(_kept(one, of_a=of_a), 1.0)
    return worth


def _kept(one: Aligned, *, of_a: bool) -> Iterator[int]:
    for step in one.rewriting.steps:
        place = step.i if of_a else step.j
        if step.op == "equal" and place is not None:
            yield place
