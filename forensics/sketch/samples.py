"""Candidates for containment: texts that share most of the smaller one's sampled shingles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from forensics.sketch.candidates import CandidateRange
from forensics.sketch.join import bucket_edges
from forensics.sketch.pair_codes import HALF, LOW, merged

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.sketch.interface import Hashes, Indices, Kernel, Numbers

# A sample that more texts hold is a common phrase. Measured in 20,000 planted documents (bench/dedupe): 16 to
# 64 find the same 6,266 containments below Jaccard 0.7; 128 finds 119 more, within floods of fifty copies and
# more.
MOST_HOLDERS = 64
# A candidate shares two samples at least. Chosen: one finds 6 more of these containments, three lose 3.
LEAST_SAMPLES = 2
# And this share of the samples of the text that has fewer. Chosen, well below the containment that is listed,
# since few samples scatter: 0.5 finds one more of these containments, 0.7 loses two.
LEAST_SAMPLE_SHARE = 0.6
_AT_ONCE = 1 << 17
_SLICE = 1 << 18


def containment_candidates(
    ordered: Hashes,
    own: Numbers,
    sizes: Numbers,
    largest_share: float,
    sample_share: float,
    known: CandidateRange,
    kernel: Kernel,
) -> Hashes:
    """Return pairs of texts in the range of `known`, likely to contain one another, not in it; sorted.

    `ordered` are samples with the texts that have them, sample << 32 | text, sorted; `own` says how many each text
    has, `sizes` how many shingles. Only pairs are looked for of which the smaller has at most `largest_share` of
    the larger one's (bands find the others), and which have `sample_share` of the samples in common of the text that
    has fewer. A short text has few samples: one of 130 shingles has four, of which two must be shared.
    """
    new = [np.empty(0, np.uint64)]
    for pairs in sharing(ordered, kernel):
        pairs = pairs[differ(pairs, sizes, largest_share)]
        if known.low or known.high < len(sizes):
            first = pairs >> HALF
            pairs = pairs[(first >= known.low) & (first < known.high)]
        if len(known.pairs):
            place = np.minimum(np.searchsorted(known.pairs, pairs), len(known.pairs) - 1)
            pairs = pairs[known.pairs[place] != pairs]
        new.append(pairs)
    pairs, times = _counted(np.concatenate(new))
    return pairs[share_most(pairs, times, own, sample_share)]


def sharing(ordered: Hashes, kernel: Kernel) -> Iterator[Hashes]:
    """Yield the pairs of texts with a sample in common, once for each; `ordered` is sample << 32 | text, sorted."""
    for start, end in _slices(ordered):
        some = merged([ordered[start:end]])
        edges = bucket_edges(some)
        spread = np.diff(edges)
        shared = np.flatnonzero((spread > 1) & (spread <= MOST_HOLDERS))
        holders = some & LOW
        for part in _parts(spread[shared]):
            yield kernel.neighbours(holders, edges[shared[part]], spread[shared[part]], MOST_HOLDERS)


def differ(pairs: Hashes, sizes: Numbers, largest_share: float) -> NDArray[np.bool_]:
    """Return of which pairs the smaller text has at most `largest_share` of the larger one's shingles."""
    a, b = sizes[pairs >> HALF], sizes[pairs & LOW]
    unlike: NDArray[np.bool_] = np.minimum(a, b) <= largest_share * np.maximum(a, b)
    return unlike


def share_most(pairs: Hashes, times: Indices, own: Numbers, share: float) -> NDArray[np.bool_]:
    """Return which pairs, with so many samples in common, have this share of those of the text that has fewer."""
    least = np.minimum(own[pairs >> HALF], own[pairs & LOW])
    alike: NDArray[np.bool_] = (times >= LEAST_SAMPLES) & (times >= share * least)
    return alike


def _slices(ordered: Hashes) -> Iterator[tuple[int, int]]:
    """Yield ranges of a bounded size, none of which divides the texts with one sample."""
    start = 0
    while start < len(ordered):
        end = min(start + _SLICE, len(ordered))
        end = int(np.searchsorted(ordered, ordered[end - 1] | LOW, side="right"))
        yield start, end
        start = end


def _counted(pairs: Hashes) -> tuple[Hashes, Indices]:
    pairs.sort()
    starts = np.flatnonzero(
        np.concatenate([[True], pairs[1:] != pairs[:-1], [True]]) if len(pairs) else pairs
    )
    return pairs[starts[:-1]], np.diff(starts)


def _parts(sizes: Indices) -> Iterator[slice]:
    """Yield runs of buckets that give about a hundred thousand pairs each."""
    pairs = np.cumsum(sizes * (sizes - 1) // 2)
    start = 0
    while start < len(sizes):
        done = pairs[start - 1] if start else 0
        end = max(int(np.searchsorted(pairs, done + _AT_ONCE)), start + 1)
        yield slice(start, end)
        start = end
