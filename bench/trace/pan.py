"""PAN's text alignment measures from their definitions (Potthast et al. 2010, An evaluation framework)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Passage:
    """Characters [a_start, a_end) of suspicious text `a` come from [b_start, b_end) of source `b`."""

    a: str
    a_start: int
    a_end: int
    b: str
    b_start: int
    b_end: int

    @property
    def size(self) -> int:
        return self.a_end - self.a_start + self.b_end - self.b_start


@dataclass(frozen=True)
class Scores:
    precision: float
    recall: float
    granularity: float
    plagdet: float


def score(cases: Sequence[Passage], detections: Sequence[Passage]) -> Scores:
    """Return macro precision and recall over characters, granularity and plagdet."""
    recall = _mean([_covered(case, detections) for case in cases])
    precision = _mean([_covered(found, cases) for found in detections])
    times = [n for case in cases if (n := sum(detects(found, case) for found in detections))]
    granularity = _mean(times) if times else 1.0
    harmonic = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Scores(precision, recall, granularity, harmonic / math.log2(1 + granularity))


def detects(found: Passage, case: Passage) -> bool:
    """Tell whether a detection overlaps a case on both sides."""
    return (
        (found.a, found.b) == (case.a, case.b)
        and min(found.a_end, case.a_end) > max(found.a_start, case.a_start)
        and min(found.b_end, case.b_end) > max(found.b_start, case.b_start)
    )


def _covered(one: Passage, others: Sequence[Passage]) -> float:
    """Return the share of one passage's characters, both sides, in the union of those that overlap it."""
    hits = [other for other in others if detects(one, other)]
    a = _union([(max(one.a_start, o.a_start), min(one.a_end, o.a_end)) for o in hits])
    b = _union([(max(one.b_start, o.b_start), min(one.b_end, o.b_end)) for o in hits])
    return (a + b) / one.size if one.size else 0.0


def _union(spans: Sequence[tuple[int, int]]) -> int:
    total = reach = 0
    for start, end in sorted(spans):
        start = max(start, reach)
        if end > start:
            total, reach = total + end - start, end
    return total


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
