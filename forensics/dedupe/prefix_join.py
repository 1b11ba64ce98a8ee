"""Candidates without sketches: the exact join, which cannot miss a pair."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from forensics.dedupe.exact import Distinct
from forensics.dedupe.parallel import in_order
from forensics.dedupe.signing import Method, Signed, Texts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.progress import Progress
    from forensics.sketch.interface import Hashes, Indices, Numbers

_TEXTS = 500  # are read at once
_AT_ONCE = 1 << 18
_MANY = np.uint8(255)


def join_exactly(
    threshold: float,
    distinct: Distinct,
    signed: Signed,
    texts: Texts,
    method: Method,
    progress: Progress,
    found: Callable[[Hashes], None],
) -> None:
    """Hand every pair of texts to `found` whose Jaccard may reach `threshold`: a superset of those that do.

    Two sets with Jaccard t share an element among the n - ceil(t * n) + 1 rarest of each, in any one order
    (prefix filtering; Bayardo, Ma & Srikant 2007; Xiao et al. 2008). Texts are read twice: to count shingles,
    in a table in which collisions only cost speed, and to take each text's rarest.
    """
    numbers = np.arange(len(distinct))[np.argsort(distinct.firsts)]  # in the order of the input
    table = np.zeros(1 << max(16, int(signed.counts.sum(dtype=np.int64)).bit_length()), np.uint8)
    mask = np.uint64(len(table) - 1)

    def sets() -> Iterator[tuple[Indices, Hashes, Indices]]:
        for batch, found_texts in _batches(numbers, distinct, signed, texts):
            yield batch, *method.kernel.shingle_sets(method.fold(found_texts)[0], method.length)
            progress.advance(len(batch))

    progress.start("counting shingles", len(distinct))
    for _, flat, _ in sets():
        cells = np.sort(flat & mask)
        edges = np.flatnonzero(np.concatenate([[True], cells[1:] != cells[:-1], [True]]))
        once = cells[edges[:-1]]
        table[once] = np.minimum(table[once] + np.diff(edges), _MANY).astype(np.uint8)
    progress.finish()
    progress.start("taking the rarest", len(distinct))
    taken = list(in_order(partial(_rarest, threshold, table, mask), sets(), method.jobs))
    progress.finish()
    shingles = np.concatenate([np.empty(0, np.uint64), *(one for one, _ in taken)])
    holders = np.concatenate([np.empty(0, np.uint64), *(one for _, one in taken)])
    order = np.argsort(shingles, kind="stable")
    shingles, holders = shingles[order], holders[order]
    edges = np.flatnonzero(np.concatenate([[True], shingles[1:] != shingles[:-1], [True]]))
    sizes = np.diff(edges)
    shared = np.flatnonzero(sizes > 1) if len(shingles) else edges[:0]
    start = 0
    weights = np.cumsum(sizes[shared] * (sizes[shared] - 1) // 2)
    while start < len(shared):
        end = max(int(np.searchsorted(weights, (weights[start - 1] if start else 0) + _AT_ONCE)), start + 1)
        some = shared[start:end]
        found(method.kernel.neighbours(holders, edges[some], sizes[some], int(sizes[some].max())))
        start = end


def _batches(
    numbers: Indices, distinct: Distinct, signed: Signed, texts: Texts
) -> Iterator[tuple[Indices, Sequence[str]]]:
    firsts = distinct.firsts
    for start in range(0, len(numbers), _TEXTS):
        batch = numbers[start : start + _TEXTS]
        places = [signed.positions[first] for first in firsts[batch].tolist()]
        yield batch, texts.texts(places)


def _rarest(
    threshold: float, table: NDArray[np.uint8], mask: np.uint64, sets: tuple[Indices, Hashes, Indices]
) -> tuple[Hashes, Hashes]:
    """Return the shingles in each text's prefix that some other text may hold, and the texts' numbers beside."""
    batch, flat, ends = sets
    sizes = np.diff(ends)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    often: Numbers = table[flat & mask].astype(np.uint32)
    order = np.lexsort((flat, often, owner))
    rank = np.arange(len(flat)) - np.repeat(ends[:-1], sizes)
    prefix = sizes - np.ceil(threshold * sizes - 1e-9).astype(np.int64) + 1
    chosen = order[(rank < prefix[owner])]
    chosen = chosen[often[chosen] > 1]
    return flat[chosen], batch[owner[chosen]].astype(np.uint64)
