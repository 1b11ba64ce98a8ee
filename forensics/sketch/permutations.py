"""datasketch's permutations, made without importing it: it costs more than a small run takes."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

Permutations = tuple[NDArray[np.uint32], NDArray[np.uint32]]


@cache
def permutations(num_perm: int, seed: int) -> Permutations:
    """Return `a` (odd) and `b` of the maps h -> a * h + b mod 2^32, `num_perm` of each.

    The same values as datasketch.MinHash(num_perm, seed, scheme="affine32").permutations.
    """
    random = np.random.RandomState(seed)
    a = random.randint(0, 1 << 31, num_perm, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    b = random.randint(0, 1 << 32, num_perm, dtype=np.uint32)
    return a, b
