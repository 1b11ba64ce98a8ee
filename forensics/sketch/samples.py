"""Candidates for containment: texts that share most of the smaller one's sampled shingles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from forensics.sketch.candidates import CandidateRange, merged

if TYPE_CHECKING:
    from forensics.sketch.interface import Hashes, Indices, Kernel, Numbers

_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)
_COMMON = 64  # a sample in more texts than this is a common phrase
_SHARED = 2
_SHARE = 0.6  # of the smaller text's samples: well below the containment that is listed
_AT_ONCE = 1 << 17
_SLICE = 1 << 18


def containment_candidates(
    ordered: Hashes, own: Numbers, sizes: Numbers, largest_share: float, known: CandidateRange, kernel: Kernel
) -> Hashes:
    """Return pairs of texts (a << 32 | b, sorted) in the range of `known`, likely to contain one another, not in it.

    `ordered` are samples with the texts that have them, sample << 32 | text, sorted; `own` says how many each text
    has, `sizes` how many shingles. Only pairs are looked for of which the smaller has at most `largest_share` of
    the larger one's: bands find the others. A short text has few samples: one of 130 shingles has four, of which
    two must be shared.
    """
    new = [np.empty(0, np.uint64)]
    for start, end in _slices(ordered):
        for pairs in _sharing(merged([ordered[start:end]]), kernel):
            first, second = sizes[pairs >> _HALF], sizes[pairs & _LOW]
            pairs = pairs[np.minimum(first, second) <= largest_share * np.maximum(first, second)]
            if known.low or known.high < len(sizes):
                first = pairs >> _HALF
                pairs = pairs[(first >= known.low) & (first < known.high)]
            if len(known.pairs):
                place = np.minimum(np.searchsorted(known.pairs, pairs), len(known.pairs) - 1)
                pairs = pairs[known.pairs[place] != pairs]
            new.append(pairs)
    pairs, times = _counted(np.concatenate(new))
    least = np.minimum(own[(pairs >> _HALF).astype(np.int64)], own[(pairs & _LOW).astype(np.int64)])
    return pairs[(times >= _SHARED) & (times >= _SHARE * least)]


def _slices(ordered: Hashes) -> Iterator[tuple[int, int]]:
    """Yield ranges of a bounded size, none of which divides the texts with one sample."""
    start = 0
    while start < len(ordered):
        end = min(start + _SLICE, len(ordered))
        end = int(np.searchsorted(ordered, ordered[end - 1] | _LOW, side="right"))
        yield start, end
        start = end


def _sharing(ordered: Hashes, kernel: Kernel) -> Iterator[Hashes]:
    """Yield the pairs of texts with a sample in common; `ordered` is sample << 32 | text, sorted, each once."""
    edges = np.concatenate(
        [[0], np.flatnonzero(ordered[1:] >> _HALF != ordered[:-1] >> _HALF) + 1, [len(ordered)]]
    ).astype(np.int64)
    spread = np.diff(edges)
    shared = np.flatnonzero((spread > 1) & (spread <= _COMMON))
    holders = ordered & _LOW
    for part in _parts(spread[shared]):
        yield kernel.neighbours(holders, edges[shared[part]], spread[shared[part]], _COMMON)


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
