"""How likely English words follow each other: a back-off trigram model, looked up a whole array at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forensics.lexicon.xormap import XorMap, hashed, pack

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

# Log-probabilities are stored in steps of so many nats, back-off weights shifted down by BACKOFF_SHIFT first.
LOG_STEP = 0.068
BACKOFF_SHIFT = 3.0


@dataclass(frozen=True, slots=True)
class NgramModel:
    """P(word | two words before it) with Katz back-off, over word numbers.

    `unigrams` has shape (2, words): log-probability and back-off weight in nats. Source: Katz, "Estimation of
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
