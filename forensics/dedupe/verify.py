"""Every candidate pair is compared on its texts: true Jaccard and containment of shingle sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from forensics.dedupe.exact import Distinct
from forensics.dedupe.parallel import in_order
from forensics.dedupe.signing import Method, Signed, Texts
from forensics.sketch.packed import pack

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.progress import Progress
    from forensics.sketch.kernel import Indices, Words

_SHINGLES = 1_000_000  # how many are held at once by each thread, 8 bytes each
_PAIRS = 2_000  # how many pairs of one large component are looked at together


@dataclass(frozen=True, slots=True)
class Compared:
    """Pairs of distinct texts (a < b), the sizes of their shingle sets and of what these share."""

    a: Indices
    b: Indices
    size_a: Words
    size_b: Words
    shared: Words

    @property
    def jaccard(self) -> NDArray[np.float64]:
        """Shared shingles over all of both (Broder 1997)."""
        return self.shared / (self.size_a.astype(np.int64) + self.size_b - self.shared)

    @property
    def containment(self) -> NDArray[np.float64]:
        """Shared shingles over those of the smaller set."""
        return self.shared / np.minimum(self.size_a, self.size_b)

    def only(self, which: NDArray[np.bool_]) -> Compared:
        """Return the pairs marked in `which`."""
        return Compared(
            self.a[which], self.b[which], self.size_a[which], self.size_b[which], self.shared[which]
        )


def together(parts: Sequence[Compared]) -> Compared:
    """Return the pairs of all parts."""
    return Compared(
        np.concatenate([part.a for part in parts]),
        np.concatenate([part.b for part in parts]),
        np.concatenate([part.size_a for part in parts]),
        np.concatenate([part.size_b for part in parts]),
        np.concatenate([part.shared for part in parts]),
    )


def compare(
    pairs: NDArray[np.uint64],
    distinct: Distinct,
    signed: Signed,
    texts: Texts,
    method: Method,
    progress: Progress,
) -> Compared:
    """Return `pairs` (a << 32 | b, numbers of distinct texts) compared; texts are read again in batches."""
    a, b = (pairs >> np.uint64(32)).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)
    firsts = distinct.firsts
    component = method.kernel.components(len(distinct), a, b)[a]
    order = np.argsort(component, kind="stable")
    a, b = a[order], b[order]
    sizes_a, sizes_b, shared = (np.empty(len(pairs), np.uint32) for _ in range(3))

    def batches() -> Iterator[tuple[int, int, Indices, list[str]]]:
        for start, end in _batches(a, b, component[order], signed.counts[firsts]):
            wanted = np.unique(np.concatenate([a[start:end], b[start:end]]))
            places = [signed.positions[first] for first in firsts[wanted].tolist()]
            yield start, end, wanted, [document.text for document in texts.read(places)]

    def overlap(batch: tuple[int, int, Indices, list[str]]) -> int:
        start, end, wanted, found = batch
        sets, ends = method.kernel.shingle_sets(method.kernel.fold(found, pack(found)), method.length)
        x, y = np.searchsorted(wanted, a[start:end]), np.searchsorted(wanted, b[start:end])
        sizes = np.diff(ends)
        sizes_a[start:end], sizes_b[start:end] = sizes[x], sizes[y]
        shared[start:end] = method.kernel.overlaps(sets, ends, x, y)
        return end - start

    progress.start("verifying pairs", len(pairs))
    for done in in_order(overlap, batches(), method.jobs):
        progress.advance(done)
    progress.finish()
    return Compared(a, b, sizes_a, sizes_b, shared)


def _batches(a: Indices, b: Indices, component: Indices, counts: Words) -> Iterator[tuple[int, int]]:
    """Yield ranges of pairs (sorted by component) whose texts fit together: whole components, or parts of one."""
    if not len(a):
        return
    edges = np.concatenate([[0], np.flatnonzero(np.diff(component)) + 1, [len(a)]])
    weights = np.add.reduceat(counts[a].astype(np.int64) + counts[b], edges[:-1])
    # A component of p pairs has at most p + 1 texts; of its weight by pairs, each text counts once.
    start, held = 0, 0
    for left, right, weight in zip(edges[:-1].tolist(), edges[1:].tolist(), weights.tolist(), strict=True):
        weight = weight * min(1.0, 2.0 / (right - left) ** 0.5)
        if held and held + weight > _SHINGLES:
            yield start, left
            start, held = left, 0
        held += weight
        if right - left > _PAIRS and weight > _SHINGLES:
            for cut in range(left + _PAIRS, right, _PAIRS):
                yield start, cut
                start = cut
            yield start, right
            start, held = right, 0
    if start < len(a):
        yield start, len(a)
