"""Fill a forensics.lexicon.xormap.XorMap: peel the hypergraph of keys, then assign in reverse."""

import numpy as np

from forensics.lexicon.xormap import XorMap, hashed


def build(keys: np.ndarray, values: tuple[np.ndarray, ...]) -> XorMap:
    """Return the map of distinct uint64 `keys` to uint8 `values`; 1.24 cells a key leave room to peel."""
    segment = int(len(keys) * 1.24 / 3) + 64
    hashes = hashed(keys)
    cells, check = hashes.cells(3 * segment), hashes.checks
    rounds = _peel(cells, 3 * segment)
    checks = np.zeros(3 * segment, np.uint16)
    tables = [np.zeros(3 * segment, np.uint8) for _ in values]
    for peeled, own in reversed(rounds):
        x, y, z = cells[:, peeled]
        checks[own] = 0
        checks[own] = check[peeled] ^ checks[x] ^ checks[y] ^ checks[z]
        for table, value in zip(tables, values, strict=True):
            table[own] = value[peeled] ^ table[x] ^ table[y] ^ table[z]
    return XorMap(checks, tuple(tables))


def _peel(cells: np.ndarray, size: int) -> list[tuple[np.ndarray, np.ndarray]]:
    count = cells.shape[1]
    degree = np.bincount(cells.ravel(), minlength=size)
    # The sum of the keys in a cell is the key itself once a single one is left.
    total = np.zeros(size, np.int64)
    for row in cells:
        np.add.at(total, row, np.arange(count))
    rounds, left = [], count
    frontier = np.flatnonzero(degree == 1)
    while len(frontier):
        peeled, first = np.unique(total[frontier], return_index=True)
        rounds.append((peeled, frontier[first]))
        left -= len(peeled)
        touched = cells[:, peeled]
        np.subtract.at(degree, touched.ravel(), 1)
        np.subtract.at(total, touched.ravel(), np.tile(peeled, 3))
        near = np.unique(touched)
        frontier = near[degree[near] == 1]
    if left:
        raise RuntimeError(f"{left} keys could not be placed: change the size")
    return rounds
