"""The trigram model in C: allocates the results, and lets _ngrams.c fill them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from forensics.lexicon import _ngrams

if TYPE_CHECKING:
    Array = np.ndarray[Any, np.dtype[Any]]

_DTYPES = (np.float32, np.uint16, np.uint8, np.uint8, np.uint16, np.uint8, np.float64, np.float64)


class NativeNgrams:
    """What NgramModel computes, over the same arrays.

    `parts` are the unigrams, checks, logs and back-off weights of bigrams, checks and logs of trigrams, and what the
    stored bytes of logs and back-off weights stand for. Raises ValueError where their types are others.
    """

    def __init__(self, parts: tuple[Array, ...]) -> None:
        if any(part.dtype != dtype for part, dtype in zip(parts, _DTYPES, strict=True)):
            raise ValueError(f"the parts of a model are {[np.dtype(d).name for d in _DTYPES]}")
        self.parts = tuple(map(np.ascontiguousarray, parts))

    def trigram(self, earlier: Array, before: Array, word: Array) -> Array:
        """See `NgramModel.trigram`."""
        logs = np.empty(len(word))
        _ngrams.trigrams(self.parts, whole(earlier), whole(before), whole(word), logs)
        return logs

    def chains(self, around: Array, words: Array, sizes: Array, end: int) -> Array:
        """See `NgramModel.chains`."""
        logs = np.empty(len(sizes))
        _ngrams.chains(self.parts, whole(around), whole(words), whole(sizes), end, logs)
        return logs


def whole(numbers: Array) -> Array:
    """Return `numbers` as the extensions read them."""
    return np.ascontiguousarray(numbers, np.int64)
