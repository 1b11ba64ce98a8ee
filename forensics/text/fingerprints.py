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
def _number(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def fingerprints(words: Sequence[str]) -> ndarray:
    """Return the sorted distinct fingerprints (uint64) of a text's words, or stems.

    Of every window of 4 runs of 5 words the run of the smallest hash is taken, so that two texts that share 8 words in
    a row share a fingerprint (Schleimer, Wilkerson & Aiken 2003).
    """
    import numpy as np

    if len(words) < _RUN:
        return np.zeros(0, dtype=np.uint64)
    numbers = np.array([_number(w) for w in words], dtype=np.uint64)
    hashes = np.zeros(len(words) - _RUN + 1, dtype=np.uint64)
    factor = np.uint64(_FACTOR)
    for k in range(_RUN):
        hashes = (hashes ^ (hashes >> np.uint64(29))) * factor + numbers[k : k + len(hashes)]
    hashes = (hashes ^ (hashes >> np.uint64(32))) * factor
    if len(hashes) > _WINDOW:
        hashes = np.lib.stride_tricks.sliding_window_view(hashes, _WINDOW).min(axis=1)
    return np.unique(hashes)
