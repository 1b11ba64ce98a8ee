"""Quotations that two texts share: where they stand, how long they are, and whose they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from forensics.trace.align.masks import Masks
from forensics.trace.align.shared_runs import Run, shared_runs
from forensics.trace.extract.prepare import Prepared
from forensics.trace.result import Marked, Quotation, SharedQuotation, Side

# Words in a row that make a shared quotation; fewer are anybody's.
_LEAST = 5
# Words by which two renderings of one quotation may differ ("gonna", an omission) without being two.
_APART = 4
# The share of its words that a text marks of what it marks at all.
_MARKS = 0.5


@dataclass(slots=True)
class _Stretch:
    """Words [first_a, last_a) and [first_b, last_b) that hold the runs of one quotation."""

    first_a: int
    last_a: int
    first_b: int
    last_b: int
    words: int


def shared_quotations(a: Prepared, b: Prepared, masks: Masks) -> tuple[SharedQuotation, ...]:
    """Return the quotations that stand in both texts, in the order of `a`; work grows with the texts' lengths."""
    if masks.empty:
        return ()
    keys_a = [key if quoted else None for key, quoted in zip(a.keys, masks.a, strict=True)]
    keys_b = [key if quoted else None for key, quoted in zip(b.keys, masks.b, strict=True)]
    return tuple(_told(a, b, masks, one) for one in _joined(shared_runs(keys_a, keys_b, _LEAST)))


def _joined(runs: Sequence[Run]) -> list[_Stretch]:
    """Return the runs as stretches, those made one that stand close behind each other in both texts."""
    found: list[_Stretch] = []
    for run in runs:
        here = found[-1] if found else None
        if here and run.i - here.last_a <= _APART and 0 <= run.j - here.last_b <= _APART:
            here.last_a, here.last_b = run.i + run.length, run.j + run.length
            here.words += run.length
        else:
            found.append(_Stretch(run.i, run.i + run.length, run.j, run.j + run.length, run.length))
    return found


def _told(a: Prepared, b: Prepared, masks: Masks, one: _Stretch) -> SharedQuotation:
    side_a = Side(a.id, a.words[one.first_a].start, a.words[one.last_a - 1].end)
    side_b = Side(b.id, b.words[one.first_b].start, b.words[one.last_b - 1].end)
    in_a = sum(masks.own_a[one.first_a : one.last_a]) >= _MARKS * (one.last_a - one.first_a)
    in_b = sum(masks.own_b[one.first_b : one.last_b]) >= _MARKS * (one.last_b - one.first_b)
    marked: Marked = "a" if in_a and not in_b else "b" if in_b and not in_a else "both"
    speaker = _speaker(a.quotations, side_a) or _speaker(b.quotations, side_b)
    return SharedQuotation(side_a, side_b, speaker, one.words, marked)


def _speaker(quotations: Sequence[Quotation], side: Side) -> str | None:
    """Return who is said to have spoken the first quotation that reaches into a stretch and names somebody."""
    first = bisect_right(quotations, side.start, key=lambda q: q.end)
    last = bisect_left(quotations, side.end, key=lambda q: q.start)
    return next((q.speaker for q in quotations[first:last] if q.speaker), None)
