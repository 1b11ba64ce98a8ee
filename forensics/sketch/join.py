"""Candidate pairs: texts that share a band, found by sorting integers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from forensics.progress import SILENT, Progress

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.sketch.interface import Hashes, Indices, Kernel, Numbers

_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)
BUCKET = 256  # a larger bucket is cut by the bands that follow
_CUT_BUCKET = 16
_CUTS = 3
_WINDOW = 4  # what cutting leaves too large is linked to so many neighbours


def join(
    texts: int,
    bands: int,
    keys: Callable[[int], Numbers],
    found: Callable[[Hashes], None],
    kernel: Kernel,
    progress: Progress = SILENT,
) -> NDArray[np.bool_]:
    """Hand the pairs of texts that share a bucket to `found`, and return which texts met a bounded bucket.

    `keys(j)` gives the keys of band j for texts 0 to `texts` - 1. A pair is a << 32 | b with a < b, and comes
    once for each band. All pairs of a bucket are candidates up to a size; members of a larger one must share
    the following bands as well, so that a template or a flood of copies costs time in proportion to its
    size. What comes out does not depend on the order of work, only on the numbering of the texts.
    """
    bounded = np.zeros(texts, np.bool_)
    numbers = np.arange(texts, dtype=np.uint64)
    progress.start("joining bands", bands)
    for band in range(bands):
        ordered = keys(band).astype(np.uint64) << _HALF | numbers
        ordered.sort()
        for pairs in _buckets(ordered, band, bands, keys, bounded, _limit(ordered, texts), 0, kernel):
            found(pairs)
        progress.advance()
    progress.finish()
    return bounded


def _limit(ordered: Hashes, texts: int) -> int:
    """Return the size up to which all pairs of a bucket are taken: less where a band is crowded."""
    sizes = np.diff(_edges(ordered))
    limit = BUCKET
    while limit > _CUT_BUCKET:
        taken = sizes[sizes <= limit]
        if int((taken * (taken - 1) // 2).sum()) <= 8 * texts + (1 << 20):
            break
        limit //= 2
    return limit


def _edges(ordered: Hashes) -> Indices:
    """Return where each bucket begins, and where the last ends."""
    if not len(ordered):
        return np.zeros(1, np.int64)
    changes = np.flatnonzero(ordered[1:] >> _HALF != ordered[:-1] >> _HALF) + 1
    return np.concatenate([[0], changes, [len(ordered)]])


def _buckets(
    ordered: Hashes,
    band: int,
    bands: int,
    keys: Callable[[int], Numbers],
    bounded: NDArray[np.bool_],
    limit: int,
    cuts: int,
    kernel: Kernel,
) -> list[Hashes]:
    edges = _edges(ordered)
    sizes = np.diff(edges)
    texts = ordered & _LOW
    shared = np.flatnonzero((sizes > 1) & (sizes <= limit))
    pairs = [kernel.neighbours(texts, edges[shared], sizes[shared], limit)]
    for bucket in np.flatnonzero(sizes > limit):
        members = texts[edges[bucket] : edges[bucket + 1]]
        bounded[members.astype(np.int64)] = True
        if cuts == _CUTS or cuts + 1 >= bands:
            pairs.append(kernel.neighbours(members, np.zeros(1, np.int64), sizes[[bucket]], _WINDOW))
            continue
        following = (band + 1) % bands
        cut = keys(following)[members.astype(np.int64)].astype(np.uint64) << _HALF | members
        cut.sort()
        pairs.append(kernel.neighbours(cut & _LOW, np.zeros(1, np.int64), sizes[[bucket]], 1))
        pairs += _buckets(cut, following, bands, keys, bounded, _CUT_BUCKET, cuts + 1, kernel)
    return pairs
