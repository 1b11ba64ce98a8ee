"""A text cut where matches start and end, so that overlapping matches can be shown and counted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from forensics.text.words import words


@dataclass(frozen=True, slots=True)
class Stretch:
    """Code points [start, end) of a text that number `match` covers."""

    start: int
    end: int
    match: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Code points [start, end) with the `matches` that cover them and how many `words` start there."""

    start: int
    end: int
    words: int
    matches: tuple[int, ...]


def pieces(text: str, stretches: Sequence[Stretch], uncounted: Iterable[tuple[int, int]] = ()) -> list[Piece]:
    """Return the whole of `text` in pieces, in order.

    Of several matches over one piece, the one earlier in `stretches` comes first. Words that start in one of
    the ranges `uncounted` count nowhere.
    """
    left_out = sorted(uncounted)
    starts = [w.start for w in words(text) if not _inside(w.start, left_out)]
    opened: dict[int, list[int]] = {}
    closed: dict[int, list[int]] = {}
    for rank, one in enumerate(stretches):
        opened.setdefault(one.start, []).append(rank)
        closed.setdefault(one.end, []).append(rank)
    cuts = sorted({0, len(text), *opened, *closed})
    over: set[int] = set()
    found: list[Piece] = []
    for start, end in pairwise(cuts):
        over.update(opened.get(start, ()))
        over.difference_update(closed.get(start, ()))
        counted = bisect_left(starts, end) - bisect_left(starts, start)
        found.append(Piece(start, end, counted, tuple(stretches[rank].match for rank in sorted(over))))
    return found


def _inside(position: int, ranges: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(ranges, (position + 1, 0)) - 1
    return at >= 0 and position < ranges[at][1]
