"""What a repeated word counts for: a spinner decides once for a word, so that its tenth place says little more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    Array = np.ndarray[Any, np.dtype[Any]]

_NUMBER_BITS = np.uint64(21)  # of a word's number; the lexicon has fewer than two million terms


def place_counts(row: Array, pads: Array) -> tuple[Array, int]:
    """Return what each place of a document's row counts for, and at how many places something new stands.

    The same word between the same neighbours counts once, and a word in k different contexts 1 + log k times in all;
    `pads`, the starts and ends of passages, count nothing.
    """
    inside = np.flatnonzero(~pads)
    counts = np.zeros(len(row))
    if not len(inside):
        return counts, 0
    word = row[inside].astype(np.uint64)
    before, behind = row[inside - 1].astype(np.uint64), row[inside + 1].astype(np.uint64)
    keys = (word << (_NUMBER_BITS * np.uint64(2))) | (before << _NUMBER_BITS) | behind
    contexts, which, times = np.unique(keys, return_inverse=True, return_counts=True)
    _, of_word, different = np.unique(
        contexts >> (_NUMBER_BITS * np.uint64(2)), return_inverse=True, return_counts=True
    )
    whole = (1 + np.log(different)) / different
    counts[inside] = (whole[of_word] / times)[which]
    return counts, len(contexts)
