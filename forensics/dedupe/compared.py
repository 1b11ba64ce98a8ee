"""Pairs of distinct texts as they were measured on the texts themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.sketch.interface import Indices, Numbers


@dataclass(frozen=True, slots=True)
class Compared:
    """Pairs of distinct texts (a < b), the sizes of their shingle sets and of what these share."""

    a: Numbers
    b: Numbers
    size_a: Numbers
    size_b: Numbers
    shared: Numbers

    @property
    def jaccard(self) -> NDArray[np.float64]:
        """Shared shingles over all of both (Broder 1997)."""
        return self.shared / (self.size_a.astype(np.int64) + self.size_b - self.shared)

    @property
    def containment(self) -> NDArray[np.float64]:
        """Shared shingles over those of the smaller set."""
        return self.shared / np.minimum(self.size_a, self.size_b)

    def only(self, which: NDArray[np.bool_] | Indices | slice) -> Compared:
        """Return the pairs marked in `which`, or at these places."""
        return Compared(
            self.a[which], self.b[which], self.size_a[which], self.size_b[which], self.shared[which]
        )


NONE = Compared(*(np.empty(0, np.uint32) for _ in range(5)))


def together(parts: Sequence[Compared]) -> Compared:
    """Return the pairs of all parts."""
    return Compared(
        np.concatenate([part.a for part in parts]),
        np.concatenate([part.b for part in parts]),
        np.concatenate([part.size_a for part in parts]),
        np.concatenate([part.size_b for part in parts]),
        np.concatenate([part.shared for part in parts]),
    )


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs to be listed; which of them link their texts, and which are alike only once synonyms are folded."""

    pairs: Compared
    linked: NDArray[np.bool_]
    spun: NDArray[np.bool_]


def everything(pairs: Compared) -> NDArray[np.bool_]:
    """Want every pair."""
    return np.ones(len(pairs.a), np.bool_)
