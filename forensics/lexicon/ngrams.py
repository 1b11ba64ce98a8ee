"""How likely English words follow each other: a back-off trigram model, looked up a whole array at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forensics.lexicon.xormap import XorMap, pack

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

    def bigram(self, before: Array, word: Array) -> Array:
        """Return log P(word | before) in nats, elementwise."""
        import numpy as np

        stored, (log, _) = self.bigrams.get(pack(before, word))
        return np.where(stored, log * -LOG_STEP, self.unigrams[1][before] + self.unigrams[0][word])

    def trigram(self, earlier: Array, before: Array, word: Array) -> Array:
        """Return log P(word | earlier before) in nats, elementwise."""
        import numpy as np

        stored3, (log3,) = self.trigrams.get(pack(earlier, before, word))
        stored2, (_, weight) = self.bigrams.get(pack(earlier, before))
        backoff = np.where(stored2, BACKOFF_SHIFT - weight * LOG_STEP, 0.0)
        return np.where(stored3, log3 * -LOG_STEP, backoff + self.bigram(before, word))
