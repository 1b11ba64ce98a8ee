"""The best order-keeping chain of sentence groups through a similarity matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import ndarray

SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
THRESHOLD = 0.15
MERGE_COST = 0.15
_FLOOR = 0.1
_LOW = -1e9


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences [i, i+di) of a tell what sentences [j, j+dj) of b tell; `similarity` 0..1 is their mean."""

    i: int
    j: int
    di: int
    dj: int
    similarity: float


def best_chain(
    similarity: ndarray, threshold: float = THRESHOLD, merge_cost: float = MERGE_COST
) -> list[Bead]:
    """Return the beads, in order on both sides, whose similarities exceed `threshold` by the largest sum.

    `similarity` is (sentences of a, sentences of b). A bead of one sentence with up to three gains the sum of
    its (similarity - threshold), less `merge_cost` for each sentence beyond the first, and every sentence in
    it must be somewhat alike (the beads of Gale & Church 1993, with similarity in the place of length).
    """
    import numpy as np

    n, m = similarity.shape
    gains = {
        (di, dj): _gains(similarity, di, dj, threshold, merge_cost)
        for di, dj in SHAPES
        if di <= n and dj <= m
    }
    shapes = list(gains)
    score = np.zeros((n + 1, m + 1))
    came = np.zeros(
        (n + 1, m + 1), dtype=np.int8
    )  # 0: skipped; k+1: the k-th shape ends here; -1: from the left
    for i in range(1, n + 1):
        row, how = score[i - 1].copy(), np.zeros(m + 1, dtype=np.int8)
        for k, (di, dj) in enumerate(shapes):
            if di <= i:
                offer = np.full(m + 1, _LOW)
                offer[dj:] = score[i - di, : m + 1 - dj] + gains[di, dj][i - di]
                better = offer > row + 1e-12
                row, how = np.where(better, offer, row), np.where(better, k + 1, how)
        score[i] = np.maximum.accumulate(row)
        came[i] = np.where(row >= score[i] - 1e-12, how, -1)
    found: list[Bead] = []
    i, j = n, m
    while i > 0 and j > 0:
        step = int(came[i, j])
        if step == -1:
            j -= 1
        elif step == 0:
            i -= 1
        else:
            di, dj = shapes[step - 1]
            i, j = i - di, j - dj
            found.append(Bead(i, j, di, dj, float(similarity[i : i + di, j : j + dj].mean())))
    return found[::-1]


def _gains(similarity: ndarray, di: int, dj: int, threshold: float, merge_cost: float) -> ndarray:
    """Return the gain of every bead of one shape, by the sentences it begins with."""
    import numpy as np

    n, m = similarity.shape
    parts = np.stack(
        [similarity[x : n - di + 1 + x, y : m - dj + 1 + y] for x in range(di) for y in range(dj)]
    )
    gain = (parts - threshold).sum(0) - merge_cost * (len(parts) - 1)
    return np.asarray(np.where(parts.min(0) < _FLOOR, _LOW, gain) if len(parts) > 1 else gain)


def chain_score(similarity: ndarray, threshold: float = THRESHOLD) -> ndarray:
    """Return the best sum of (similarity - threshold) over one-to-one chains of stacked (..., n, m) matrices."""
    import numpy as np

    gains = similarity - threshold
    score = np.zeros((*similarity.shape[:-2], similarity.shape[-1] + 1))
    for i in range(similarity.shape[-2]):
        row = score.copy()
        row[..., 1:] = np.maximum(row[..., 1:], score[..., :-1] + gains[..., i, :])
        score = np.maximum.accumulate(row, axis=-1)
    return np.asarray(score[..., -1])


def order_z(similarity: ndarray, shuffles: int = 99, seed: int = 1) -> float:
    """Return how far the chain's score stands above that of shuffled sentences, in standard deviations.

    0 where there is nothing to chain. Long texts are shuffled fewer times, so that the work stays bounded.
    """
    import numpy as np

    n, m = similarity.shape
    if min(n, m) < 3:
        return 0.0
    times = max(19, min(shuffles, 20_000_000 // (n * m)))
    random = np.random.default_rng(seed)
    observed = float(chain_score(similarity))
    orders = np.argsort(random.random((times, m)), axis=1)
    step = max(1, 4_000_000 // (n * m))
    null = np.concatenate(
        [chain_score(similarity[:, orders[k : k + step]].transpose(1, 0, 2)) for k in range(0, times, step)]
    )
    spread = float(null.std())
    return (observed - float(null.mean())) / spread if spread > 1e-9 else 0.0
