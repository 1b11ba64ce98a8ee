"""What follows from a table of pairs: which originals spinners replace at all, and where phrases begin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from forensics.lexicon.families import counted_with
from forensics.lexicon.pairs import SpinnerPair

Pairs = Mapping[tuple[str, ...], tuple[SpinnerPair, ...]]


@dataclass(frozen=True, slots=True)
class Habits:
    """What is counted over all pairs.

    `longest` has, for the first word of an observed phrase, the words in the longest such phrase; `written`, for an
    original, the pages on which anything was written for it; `replaced`, for a family, the numbers of the words that
    it replaced and the pages on which it did.
    """

    longest: Mapping[str, int]
    written: Mapping[tuple[str, ...], float]
    replaced: Mapping[str, Mapping[int, float]]


def habits(table: Pairs, numbers: Mapping[str, int]) -> Habits:
    """Return what is counted over the pairs of `table`; `numbers` are those of the lexicon's words."""
    longest: dict[str, int] = {}
    written: dict[tuple[str, ...], float] = {}
    replaced: dict[str, dict[int, float]] = {}
    for observed, pairs in table.items():
        longest[observed[0]] = max(longest.get(observed[0], 0), len(observed))
        for pair in pairs:
            written[pair.original] = written.get(pair.original, 0.0) + pair.pages
            # A pair seen in one inflection makes the others likely, not sure; a longer phrase is replaced as one.
            if len(pair.original) == 1 and len(pair.observed) <= 2 and not pair.inflected:
                number = numbers.get(pair.original[0])
                if number is not None:
                    for label, seen in pair.families:
                        pages = replaced.setdefault(counted_with(label).name, {})
                        pages[number] = pages.get(number, 0.0) + seen
    return Habits(longest, written, replaced)
