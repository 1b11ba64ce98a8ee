"""Winnowing fingerprints: which runs of words stand for a text, so that a shared run is always seen."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import ndarray

_RUN = 5
_WINDOW = 4
_FACTOR = 0x9E3779B97F4A7C15


@lru_cache(maxsize=500_000)
def word_number(word: str) -> int:
    """Return what a word is to `fingerprints_of`."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def fingerprints(words: Sequence[str]) -> ndarray:
    """Return the sorted distinct fingerprints (uint64) of a text's words, or stems.

    Of every window of 4 runs of 5 words the run of the smallest hash is taken, so that two texts that share 8 words in
    a row share a fingerprint (Schleimer, Wilkerson & Aiken 2003).
    """
    return fingerprints_of([word_number(word) for word in words])


def fingerprints_of(numbers: Sequence[int], kept: int = 1) -> ndarray:
    """Return the fingerprints of words given by their numbers; of them one in `kept`: those that it divides."""
    import numpy as np

    if len(numbers) < _RUN:
        return np.zeros(0, dtype=np.uint64)
    chosen = winnowed(run_hashes(numbers))
    return np.unique(chosen if kept == 1 else chosen[chosen % np.uint64(kept) == 0])


def run_hashes(numbers: Sequence[int]) -> ndarray:
    """Return the hash (uint64) of each run of 5 words, by the word that it begins with; there must be 5."""
    import numpy as np

    given = np.array(numbers, dtype=np.uint64)
    hashes = np.zeros(len(given) - _RUN + 1, dtype=np.uint64)
    factor = np.uint64(_FACTOR)
    for k in range(_RUN):
        hashes = (hashes ^ (hashes >> np.uint64(29))) * factor + given[k : k + len(hashes)]
    mixed: ndarray = (hashes ^ (hashes >> np.uint64(32))) * factor
    return mixed


def winnowed(hashes: ndarray) -> ndarray:
    """Return the smallest hash of each window of 4 runs, or all where there are fewer."""
    import numpy as np

    if len(hashes) <= _WINDOW:
        return hashes
    least = hashes[: len(hashes) - _WINDOW + 1]
    for k in range(1, _WINDOW):
        least = np.minimum(least, hashes[k : k + len(least)])
    return least
