"""Candidate pairs: texts that share a band, found by sorting integers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from forensics.progress import SILENT, Progress
from forensics.sketch.pair_codes import HALF, LOW

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.sketch.interface import Hashes, Indices, Kernel, Numbers

BUCKET = 256  # a larger bucket is cut by the bands that follow
_CUT_BUCKET = 16
_CUTS = 3
_WINDOW = 4  # what cutting leaves too large is linked to so many neighbours
_PAIRS_A_TEXT = 8
_PAIRS_ALWAYS = 1 << 20


def join(
    texts: int,
    bands: int,
    keys: Callable[[int], Numbers],
    found: Callable[[Hashes], None],
    kernel: Kernel,
    progress: Progress = SILENT,
) -> NDArray[np.bool_]:
    """Hand the pairs of texts that share a bucket to `found`, and return which texts met a bounded bucket.

    `keys(j)` gives the keys of band j for texts 0 to `texts` - 1. A pair (see sketch.pair_codes) comes once for each
    band. All pairs of a bucket are candidates up to a size; members of a larger one must share the following
    bands as well, so that a template or a flood of copies costs time in proportion to its size. What comes out
    does not depend on the order of work, only on the numbering of the texts.
    """
    bounded = np.zeros(texts, np.bool_)
    numbers = np.arange(texts, dtype=np.uint64)
    progress.start("joining bands", bands)
    for band in range(bands):
        ordered = keys(band).astype(np.uint64) << HALF | numbers
        ordered.sort()
        sizes = np.diff(bucket_edges(ordered))
        limit = bucket_limit(np.bincount(sizes[sizes <= BUCKET], minlength=BUCKET + 1), texts)
        following = partial(_following, keys, band, bands)
        pairs, crowded = bucket_pairs(ordered, limit, following, min(_CUTS, bands - 1), kernel)
        for some in pairs:
            found(some)
        for members in crowded:
            bounded[members] = True
        progress.advance()
    progress.finish()
    return bounded


def bucket_limit(histogram: Indices, texts: int) -> int:
    """Return the size up to which all pairs of a bucket are taken: less where a band is crowded.

    `histogram[size]` says how many buckets of this size the band has, up to the largest size that is ever taken.
    """
    sizes = np.arange(len(histogram))
    pairs = np.cumsum(histogram * (sizes * (sizes - 1) // 2))
    limit = BUCKET
    while limit > _CUT_BUCKET and pairs[limit] > _PAIRS_A_TEXT * texts + _PAIRS_ALWAYS:
        limit //= 2
    return limit


def bucket_edges(ordered: Hashes) -> Indices:
    """Return where each bucket of `ordered` (key << 32 | text, sorted) begins, and where the last ends."""
    if not len(ordered):
        return np.zeros(1, np.int64)
    changes = np.flatnonzero(ordered[1:] >> HALF != ordered[:-1] >> HALF) + 1
    return np.concatenate([[0], changes, [len(ordered)]])


def bucket_pairs(
    ordered: Hashes, limit: int, following: Callable[[int, Indices], Numbers], cuts: int, kernel: Kernel
) -> tuple[list[Hashes], list[Indices]]:
    """Return the pairs that buckets give, and the members of those that are larger than `limit`.

    `ordered` holds buckets whole: key << 32 | text, sorted. A larger one is cut by the keys of the bands that follow,
    `following(i, members)` for the i-th from 0, `cuts` times at most; what is too large then is linked to a few
    neighbours.
    """
    return _cut(ordered, limit, following, 0, cuts, kernel)


def _cut(
    ordered: Hashes,
    limit: int,
    following: Callable[[int, Indices], Numbers],
    done: int,
    cuts: int,
    kernel: Kernel,
) -> tuple[list[Hashes], list[Indices]]:
    edges = bucket_edges(ordered)
    sizes = np.diff(edges)
    texts = ordered & LOW
    shared = np.flatnonzero((sizes > 1) & (sizes <= limit))
    pairs = [kernel.neighbours(texts, edges[shared], sizes[shared], limit)]
    crowded: list[Indices] = []
    whole = np.zeros(1, np.int64)
    for bucket in np.flatnonzero(sizes > limit):
        members = texts[edges[bucket] : edges[bucket + 1]]
        crowded.append(members.astype(np.int64))
        if done == cuts:
            pairs.append(kernel.neighbours(members, whole, sizes[[bucket]], _WINDOW))
            continue
        cut = following(done, crowded[-1]).astype(np.uint64) << HALF | members
        cut.sort()
        pairs.append(kernel.neighbours(cut & LOW, whole, sizes[[bucket]], 1))
        more, _ = _cut(cut, _CUT_BUCKET, following, done + 1, cuts, kernel)
        pairs += more
    return pairs, crowded


def _following(keys: Callable[[int], Numbers], band: int, bands: int, cut: int, members: Indices) -> Numbers:
    return keys((band + 1 + cut) % bands)[members]
