"""The best order-keeping chain of sentence groups through a similarity matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import ndarray

# Sentences of a and of b in a bead: Gale & Church 1993 stop at two; three make room for a summary.
SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
# The likeness that a pair must exceed to gain: .15 is the mean of two sentences of samples that report one event.
# At .10 made siblings lose .010 of F1, at .20 the samples .029 (bench.trace.alignment).
THRESHOLD = 0.15
# What each further sentence of a bead costs: at .05 the samples lose .050 of F1, at .30 .059.
MERGE_COST = 0.15
# No sentence of a bead is less alike than this to any it is joined with; 0 and .2 change no figure of the bench.
_FLOOR = 0.1
# Fewer sentences have too few orders for a spread: two have two.
_LEAST_SENTENCES = 3
# Shuffles that tell order from chance: with 99 the z of samples 000 and 001 is 8.0 to 9.8 over eight seeds.
_SHUFFLES, _LEAST_SHUFFLES = 99, 19
# Cells of all shuffled matrices together, about .2 s: from 450 sentences a side on there are fewer shuffles.
_SHUFFLED_CELLS = 20_000_000
# Cells shuffled at a time: 32 MB.
_BLOCK_CELLS = 4_000_000
# Below every sum of gains.
_IMPOSSIBLE = -1e9
# Sums in another order differ by less.
_ROUNDING = 1e-12


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
                offer = np.full(m + 1, _IMPOSSIBLE)
                offer[dj:] = score[i - di, : m + 1 - dj] + gains[di, dj][i - di]
                better = offer > row + _ROUNDING
                row, how = np.where(better, offer, row), np.where(better, k + 1, how)
        score[i] = np.maximum.accumulate(row)
        came[i] = np.where(row >= score[i] - _ROUNDING, how, -1)
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
    return np.asarray(np.where(parts.min(0) < _FLOOR, _IMPOSSIBLE, gain) if len(parts) > 1 else gain)


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


def order_z(similarity: ndarray, shuffles: int = _SHUFFLES, seed: int = 1) -> float:
    """Return how far the chain's score stands above that of shuffled sentences, in standard deviations.

    0 where there is nothing to chain. Long texts are shuffled fewer times, so that the work stays bounded.
    """
    import numpy as np

    n, m = similarity.shape
    if min(n, m) < _LEAST_SENTENCES:
        return 0.0
    times = shuffles_for(n, m, shuffles)
    random = np.random.default_rng(seed)
    observed = float(chain_score(similarity))
    orders = np.argsort(random.random((times, m)), axis=1)
    step = max(1, _BLOCK_CELLS // (n * m))
    null = np.concatenate(
        [chain_score(similarity[:, orders[k : k + step]].transpose(1, 0, 2)) for k in range(0, times, step)]
    )
    spread = float(null.std())
    return (observed - float(null.mean())) / spread if spread > 1e-9 else 0.0


def shuffles_for(n: int, m: int, shuffles: int = _SHUFFLES) -> int:
    """Return how many shuffles of an (n, m) matrix tell order from chance at bounded work."""
    return max(_LEAST_SHUFFLES, min(shuffles, _SHUFFLED_CELLS // (n * m)))
