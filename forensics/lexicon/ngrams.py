"""How likely English words follow each other: a back-off trigram model, looked up a whole array at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from forensics.lexicon.compiled import compiled
from forensics.lexicon.xormap import XorMap, hashed, pack

if TYPE_CHECKING:
    import numpy as np

    from forensics.lexicon.native_ngrams import NativeNgrams

    Array = np.ndarray[Any, np.dtype[Any]]

# Log-probabilities are stored in steps of so many nats, back-off weights shifted down by BACKOFF_SHIFT first.
LOG_STEP = 0.068
BACKOFF_SHIFT = 3.0
_BYTES = 256  # values of a byte


@dataclass(frozen=True)
class NgramModel:
    """P(word | two words before it) with Katz back-off, over word numbers.

    `unigrams` (float32) has shape (2, words): log-probability and back-off weight in nats. What is computed here in
    numpy is the definition; where it was built, _ngrams.c computes the same to the bit. Source: Katz, "Estimation of
    probabilities from sparse data" (1987).
    """

    unigrams: Array
    bigrams: XorMap
    trigrams: XorMap

    def holds(self, before: int, word: int) -> bool:
        """Tell whether one word was seen right behind another."""
        import numpy as np

        pair = hashed(pack(np.array([before], np.int64), np.array([word], np.int64)))
        stored, _ = self.bigrams.get(pair)
        return bool(stored[0])

    def trigram(self, earlier: Array, before: Array, word: Array) -> Array:
        """Return log P(word | earlier before) in nats, elementwise; all of one dimension."""
        if self.native:
            return self.native.trigram(earlier, before, word)
        import numpy as np

        context, pair = pack(earlier, before), pack(before, word)
        keys, count = hashed(np.concatenate([pack(context, word), context, pair])), len(word)
        stored3, (log3,) = self.trigrams.get(keys[:count])
        stored, (log, weight) = self.bigrams.get(keys[count:])
        own = np.where(
            stored[count:], log[count:] * -LOG_STEP, self.unigrams[1][before] + self.unigrams[0][word]
        )
        backoff = np.where(stored[:count], BACKOFF_SHIFT - weight[:count] * LOG_STEP, 0.0)
        return np.where(stored3, log3 * -LOG_STEP, backoff + own)

    def chains(self, around: Array, words: Array, sizes: Array, end: int) -> Array:
        """Return log P (nats) of each row of words and the two behind it, given the words around it.

        `around` has two words before and two behind (shape (n, 4)), `words` those between, padded to the right, `sizes`
        of them. Where the first behind is the sentence `end`, the second does not count.
        """
        if self.native:
            return self.native.chains(around, words, sizes, end)
        import numpy as np

        rows, longest = np.arange(len(words)), words.shape[1]
        chain = np.concatenate([around[:, :2], words, np.zeros((len(rows), 2), np.int64)], axis=1)
        for k in (0, 1):
            chain[rows, sizes + 2 + k] = around[:, 2 + k]
        row, place = np.nonzero(np.arange(longest + 2) < sizes[:, None] + 2)
        logs = np.zeros((longest + 2, len(rows)))
        logs[place, row] = self.trigram(chain[row, place], chain[row, place + 1], chain[row, place + 2])
        ended = around[:, 2] == end
        logs[sizes[ended] + 1, rows[ended]] = 0.0
        total = np.zeros(len(rows))
        for log in logs:  # one after another, so that a sum is the same whatever is asked for beside it
            total += log
        return total

    @cached_property
    def native(self) -> NativeNgrams | None:
        """The same in C, None where it was not built or is not wanted."""
        if not compiled():
            return None
        import numpy as np

        from forensics.lexicon.native_ngrams import NativeNgrams

        stored = np.arange(_BYTES, dtype=np.uint8)
        return NativeNgrams(
            (
                self.unigrams,
                self.bigrams.checks,
                *self.bigrams.values,
                self.trigrams.checks,
                *self.trigrams.values,
                stored * -LOG_STEP,
                BACKOFF_SHIFT - stored * LOG_STEP,
            )
        )
