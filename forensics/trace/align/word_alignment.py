"""Two word sequences set side by side: the pure part, which knows nothing of what words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import ndarray

SlotPair = tuple[int | None, int | None]

# What a word without partner costs: at .05 the F1 of the samples falls from .97 to .69, at .2 no figure moves.
GAP_COST = 0.1
# What two strangers in one slot cost, less than two gaps, so that they stay in it: at .3 the samples fall to .69.
STRANGERS_COST = 0.15


def align(likeness: ndarray, gap: float = GAP_COST, strangers: float = STRANGERS_COST) -> list[SlotPair]:
    """Return the order-keeping alignment with the largest sum of likeness, every word of both sides once.

    `likeness` is (words of a, words of b), 0..1. A word without partner costs `gap`; two words that are not
    alike at all may still fill the same slot at the cost of `strangers`, cheaper than two gaps (Needleman &
    Wunsch 1970). A pair (i, None) is a word of a alone, (None, j) one of b alone.
    """
    import numpy as np

    n, m = likeness.shape
    gains = np.where(likeness > 0, likeness, -strangers)
    ramp = gap * np.arange(m + 1)
    score = np.empty((n + 1, m + 1))
    score[0] = -ramp
    for i in range(1, n + 1):
        row = score[i - 1] - gap
        row[1:] = np.maximum(row[1:], score[i - 1, :-1] + gains[i - 1])
        score[i] = np.maximum.accumulate(row + ramp) - ramp
    pairs: list[SlotPair] = []
    i, j = n, m
    table, won = score.tolist(), gains.tolist()
    while i or j:
        if i and j and abs(table[i][j] - table[i - 1][j - 1] - won[i - 1][j - 1]) < 1e-9:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif i and abs(table[i][j] - table[i - 1][j] + gap) < 1e-9:
            i -= 1
            pairs.append((i, None))
        else:
            j -= 1
            pairs.append((None, j))
    return pairs[::-1]
