"""Which words keep company: vectors of frequent words, those of words that stand in the same texts pointing one way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

VECTOR_LENGTH = 127.0  # of a stored vector: its parts are rounded to whole numbers


@dataclass(frozen=True, slots=True)
class WordVectors:
    """A vector for each frequent word; a rare one has the zero vector, which is near nothing.

    `rows` has for each word of the lexicon a row of `vectors` (int8, VECTOR_LENGTH long), the first of which is zero.
    Source: Pennington, Socher and Manning, "GloVe" (2014), with the mean and the first components taken away as Mu and
    Viswanath do ("All-but-the-top", 2018).
    """

    rows: Array  # shape (words,)
    vectors: Array  # shape (frequent words + 1, dimensions)

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has."""
        return int(self.vectors.shape[1])

    def of(self, words: Array) -> Array:
        """Return the vectors of word numbers (int8, shape of `words` and a dimension more); -1 has the zero vector."""
        import numpy as np

        return np.asarray(self.vectors[np.where(words < 0, 0, self.rows[words])])
