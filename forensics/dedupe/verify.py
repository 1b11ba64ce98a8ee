"""Every candidate pair is compared on its texts: true Jaccard and containment of shingle sets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from forensics.dedupe.exact import Distinct
from forensics.dedupe.parallel import in_order
from forensics.dedupe.signing import Method, Signed, Texts
from forensics.sketch.candidates import merged

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.progress import Progress
    from forensics.sketch.interface import Hashes, Indices, Numbers

_SHINGLES = 1 << 17  # how many are held at once by each thread, 8 bytes each and as much again for the texts
_PAIRS = 1_000  # how many pairs of one large component are looked at together


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


def together(parts: Sequence[Compared]) -> Compared:
    """Return the pairs of all parts."""
    return Compared(
        np.concatenate([part.a for part in parts]),
        np.concatenate([part.b for part in parts]),
        np.concatenate([part.size_a for part in parts]),
        np.concatenate([part.size_b for part in parts]),
        np.concatenate([part.shared for part in parts]),
    )


_NONE = Compared(*(np.empty(0, np.uint32) for _ in range(5)))


def compare(
    pairs: Hashes,
    distinct: Distinct,
    signed: Signed,
    texts: Texts,
    method: Method,
    progress: Progress,
    wanted: Callable[[Compared], NDArray[np.bool_]],
) -> Compared:
    """Return those of `pairs` (a << 32 | b, numbers of distinct texts) that are `wanted` once compared.

    Texts are read again in batches: all that hang together at once, so that each is read once.
    """
    firsts = distinct.firsts
    labels = method.kernel.components(len(distinct), *_apart(pairs))
    # One sort of component << 32 | place brings together what hangs together.
    order = labels[pairs >> np.uint64(32)].astype(np.uint64) << np.uint64(32)
    weights = np.bincount(labels, weights=signed.counts[firsts], minlength=len(labels))
    del labels
    order |= np.arange(len(pairs), dtype=np.uint64)
    order.sort()
    component = (order >> np.uint64(32)).astype(np.uint32)
    pairs = pairs[order & np.uint64(0xFFFFFFFF)]
    del order

    def batches() -> Iterator[tuple[Hashes, Indices, Sequence[str]]]:
        for start, end in _batches(component, weights) if len(pairs) else ():
            part = pairs[start:end]
            members = merged([part >> np.uint64(32), part & np.uint64(0xFFFFFFFF)]).astype(np.int64)
            places = [signed.positions[first] for first in firsts[members].tolist()]
            yield part, members, texts.texts(places)

    def overlap(batch: tuple[Hashes, Indices, Sequence[str]]) -> tuple[int, Compared]:
        part, members, found = batch
        sets, ends = method.kernel.shingle_sets(method.fold(found)[0], method.length)
        a, b = _apart(part)
        x, y = np.searchsorted(members, a), np.searchsorted(members, b)
        sizes = np.diff(ends).astype(np.uint32)
        compared = Compared(
            a.astype(np.uint32),
            b.astype(np.uint32),
            sizes[x],
            sizes[y],
            method.kernel.overlaps(sets, ends, x, y),
        )
        return len(part), compared.only(wanted(compared))

    progress.start("verifying pairs", len(pairs))
    kept = [_NONE]
    for done, compared in in_order(overlap, batches(), method.jobs):
        kept.append(compared)
        progress.advance(done)
    progress.finish()
    return together(kept)


def _apart(pairs: Hashes) -> tuple[Indices, Indices]:
    return (pairs >> np.uint64(32)).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)


def _batches(component: Numbers, weights: NDArray[Any]) -> Iterator[tuple[int, int]]:
    """Yield ranges of pairs, sorted by component, whose texts fit together: components, or parts of a large one.

    `weights` are the shingles of all texts of each component.
    """
    edges = np.flatnonzero(np.concatenate([[True], component[1:] != component[:-1], [True]])).tolist()
    start, held = 0, 0.0
    for left, right in pairwise(edges):
        weight = weights[component[left]]
        if held and held + weight > _SHINGLES:
            yield start, left
            start, held = left, 0.0
        held += weight
        if held > _SHINGLES:
            for cut in range(left + _PAIRS, right, _PAIRS):
                yield start, cut
                start = cut
            yield start, right
            start, held = right, 0.0
    if start < len(component):
        yield start, len(component)
