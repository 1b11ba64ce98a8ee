"""Runs of words that two texts share as they stand, found in time proportional to their length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# Places of one stretch of words that are looked at; a text that says "said" ten thousand times has no more to tell.
_MOST_PLACES = 24

Word = str | None
"""A word as texts are compared by; None where something stands between, over which no run goes."""


@dataclass(frozen=True, slots=True)
class Run:
    """`length` words from place `i` of one sequence that stand from place `j` of the other one, too."""

    i: int
    j: int
    length: int


def shared_runs(a: Sequence[Word], b: Sequence[Word], least: int) -> list[Run]:
    """Return the runs of at least `least` words that both hold, in the order of `a`, where none overlaps another.

    At each place the longest run is taken; the work grows with the sum of the lengths.
    """
    grams = _grams(a, least)
    wanted = {gram for gram, _ in grams}
    places: dict[tuple[Word, ...], list[int]] = {}
    for gram, j in _grams(b, least):
        if gram in wanted:
            held = places.setdefault(gram, [])
            if len(held) < _MOST_PLACES:
                held.append(j)
    found: list[Run] = []
    free = 0
    for gram, i in grams:
        if i < free or gram not in places:
            continue
        best = max((_extended(a, b, i, j, least) for j in places[gram]), key=lambda run: run.length)
        found.append(best)
        free = i + best.length
    return found


def _grams(words: Sequence[Word], n: int) -> list[tuple[tuple[Word, ...], int]]:
    """Return each stretch of `n` words that nothing interrupts, and where it begins."""
    grams = zip(zip(*(words[k:] for k in range(n)), strict=False), range(len(words)), strict=False)
    if None not in words:
        return list(grams)
    return [(gram, k) for gram, k in grams if None not in gram]


def _extended(a: Sequence[Word], b: Sequence[Word], i: int, j: int, length: int) -> Run:
    most = min(len(a) - i, len(b) - j)
    while length < most and a[i + length] is not None and a[i + length] == b[j + length]:
        length += 1
    return Run(i, j, length)
