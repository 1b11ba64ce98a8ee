"""Patchworks: texts that take different parts from several sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from forensics.trace.align.pair import PairComparison
from forensics.trace.result import PairVerdict

# The share of a text that a source must cover alone to be a part: between the two neighbours of 80 that share
# background of their newsroom (.05 and .17).
_LEAST_SHARE = 0.08
# A source that covers this much is the source: what others share with the text, they share with it. Of 80
# texts spun and cut 79 are covered so by the text that they were made from.
_WHOLE = 0.8


def patchworks(verdicts: Sequence[PairVerdict], comparisons: Sequence[PairComparison]) -> list[PairVerdict]:
    """Return the verdicts, those of a text that takes different parts from two sources or more called patchwork.

    A source adds to a patchwork when it covers words of the text that no source of larger coverage does.
    """
    taken: dict[str, list[int]] = {}
    for k, verdict in enumerate(verdicts):
        if verdict.relation in ("copy", "derived"):
            if verdict.direction in ("a_from_b", "unknown"):
                taken.setdefault(verdict.a, []).append(k)
            if verdict.direction == "b_from_a":
                taken.setdefault(verdict.b, []).append(k)
    found = list(verdicts)
    for id_, numbers in sorted(taken.items()):
        parts = _parts(id_, numbers, verdicts, comparisons)
        if len(parts) > 1:
            for k in parts:
                found[k] = replace(found[k], relation="patchwork")
    return found


def _parts(
    id_: str, numbers: Sequence[int], verdicts: Sequence[PairVerdict], comparisons: Sequence[PairComparison]
) -> list[int]:
    """Return the pairs that each bring a share of the text of their own, the largest first."""
    covered: set[int] = set()
    parts: list[int] = []
    shares = {
        k: (v.coverage_a if v.a == id_ else v.coverage_b) for k, v in enumerate(verdicts) if k in numbers
    }
    for k in sorted(numbers, key=lambda n: (-shares[n], n)):
        comparison = comparisons[k]
        text = comparison.a if comparison.a.id == id_ else comparison.b
        words = {
            w for one in comparison.aligned for w in (one.words_a if comparison.a.id == id_ else one.words_b)
        }
        total = max(1, text.length)
        if not parts and shares[k] >= _WHOLE:
            return []
        if len(words - covered) >= _LEAST_SHARE * total:
            parts.append(k)
            covered |= words
    return parts
