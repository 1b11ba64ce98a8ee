"""Candidates without sketches: the exact join, which cannot miss a pair."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from forensics.sketch.select import kernel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.dedupe.method import Method
    from forensics.dedupe.numbered import NumberedTexts
    from forensics.engines.interface import Engine
    from forensics.progress import Progress
    from forensics.sketch.interface import Hashes, Indices, Numbers

    _Batch = tuple[Indices, Sequence[str]]  # numbers of distinct texts, and the texts

_TEXTS = 500  # are read at once
_AT_ONCE = 1 << 18
_MANY = np.uint8(255)


def join_exactly(
    threshold: float,
    numbered: NumberedTexts,
    method: Method,
    engine: Engine,
    progress: Progress,
    found: Callable[[Hashes], None],
) -> None:
    """Hand every pair of texts to `found` whose Jaccard may reach `threshold`: a superset of those that do.

    Two sets with Jaccard t share an element among the n - ceil(t * n) + 1 rarest of each, in any one order
    (prefix filtering; Bayardo, Ma & Srikant 2007; Xiao et al. 2008). Texts are read twice: to count shingles,
    in a table in which collisions only cost speed, and to take each text's rarest.
    """
    table = np.zeros(1 << max(16, int(numbered.signed.counts.sum(dtype=np.int64)).bit_length()), np.uint8)
    progress.start("counting shingles", len(numbered))
    for texts, cells, times in engine.map_in_order(
        partial(count_shingles, method, len(table)), _read(numbered)
    ):
        table[cells] = np.minimum(table[cells] + times, _MANY).astype(np.uint8)
        progress.advance(texts)
    progress.finish()
    progress.start("taking the rarest", len(numbered))
    taken = []
    for texts, shingles, holders in engine.map_in_order(
        partial(rarest, method, threshold, table), _read(numbered)
    ):
        taken.append((shingles, holders))
        progress.advance(texts)
    progress.finish()
    shingles = np.concatenate([np.empty(0, np.uint64), *(one for one, _ in taken)])
    holders = np.concatenate([np.empty(0, np.uint64), *(one for _, one in taken)])
    del taken
    order = np.argsort(shingles, kind="stable")
    _pair_holders(shingles[order], holders[order], found)


def count_shingles(method: Method, cells: int, batch: _Batch) -> tuple[int, Hashes, Indices]:
    """Return how many texts `batch` has, the cells of a table of so many that their shingles fall in, how often."""
    numbers, texts = batch
    flat, _ = method.shingle_sets(texts)
    found = np.sort(flat & np.uint64(cells - 1))
    edges = np.flatnonzero(np.concatenate([[True], found[1:] != found[:-1], [True]]))
    return len(numbers), found[edges[:-1]], np.diff(edges)


def rarest(
    method: Method, threshold: float, table: NDArray[np.uint8], batch: _Batch
) -> tuple[int, Hashes, Hashes]:
    """Return how many texts `batch` has, the shingles in each one's prefix that another may hold, and whose they are.

    `table` says how often shingles occur, a power of two of cells.
    """
    numbers, texts = batch
    flat, ends = method.shingle_sets(texts)
    sizes = np.diff(ends)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    often: Numbers = table[flat & np.uint64(len(table) - 1)].astype(np.uint32)
    order = np.lexsort((flat, often, owner))
    rank = np.arange(len(flat)) - np.repeat(ends[:-1], sizes)
    prefix = sizes - np.ceil(threshold * sizes - 1e-9).astype(np.int64) + 1
    chosen = order[(rank < prefix[owner])]
    chosen = chosen[often[chosen] > 1]
    return len(numbers), flat[chosen], numbers[owner[chosen]].astype(np.uint64)


def _read(numbered: NumberedTexts) -> Iterator[_Batch]:
    """Yield all distinct texts in the order of the input."""
    places = numbered.places()
    order = np.argsort(numbered.distinct.firsts)
    for start in range(0, len(order), _TEXTS):
        numbers = order[start : start + _TEXTS]
        yield numbers, numbered.texts.texts(places[numbers].tolist())


def _pair_holders(shingles: Hashes, holders: Hashes, found: Callable[[Hashes], None]) -> None:
    """Hand the pairs of texts to `found` that hold one shingle; `shingles` are sorted, their holders beside them."""
    edges = np.flatnonzero(np.concatenate([[True], shingles[1:] != shingles[:-1], [True]]))
    sizes = np.diff(edges)
    shared = np.flatnonzero(sizes > 1) if len(shingles) else edges[:0]
    start = 0
    weights = np.cumsum(sizes[shared] * (sizes[shared] - 1) // 2)
    while start < len(shared):
        end = max(int(np.searchsorted(weights, (weights[start - 1] if start else 0) + _AT_ONCE)), start + 1)
        some = shared[start:end]
        found(kernel().neighbours(holders, edges[some], sizes[some], int(sizes[some].max())))
        start = end
