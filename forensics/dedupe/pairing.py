"""Which distinct texts may be alike: candidates from bands and from samples, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from forensics.dedupe.exact import Distinct
from forensics.dedupe.findings import CONTAINED
from forensics.dedupe.prefix_join import join_exactly
from forensics.dedupe.signing import Method, Signed, Texts
from forensics.sketch.bands import Banding
from forensics.sketch.candidates import Candidates, merged
from forensics.sketch.join import join
from forensics.sketch.samples import containment_candidates

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.progress import Progress
    from forensics.sketch.interface import Hashes

_SURE = 0.99
_NONE = np.uint32(0xFFFFFFFF)
_TEXTS = 1 << 16  # looked at together


@dataclass(frozen=True, slots=True)
class Paired:
    """Candidate pairs (a << 32 | b, numbers of distinct texts), and which texts met too many of their like."""

    parts: Iterator[Hashes]
    bounded: NDArray[np.bool_]


def pair(distinct: Distinct, signed: Signed, texts: Texts, method: Method, progress: Progress) -> Paired:
    """Return the candidate pairs of distinct texts: from bands, or exactly where that is asked for."""
    firsts = distinct.firsts
    candidates = Candidates(len(distinct), method.most_bytes)
    if method.certify_at is None:
        bounded = join(
            len(distinct),
            method.banding.bands,
            lambda band: signed.keys.band(band, firsts),
            candidates.add,
            method.kernel,
            progress,
        )
    else:
        join_exactly(method.certify_at, distinct, signed, texts, method, progress, candidates.add)
        bounded = np.zeros(len(distinct), np.bool_)
    signed.keys.close()
    samples = _samples_of_distinct(distinct, signed)
    sizes, own = signed.counts[firsts], signed.sampled[firsts]
    share = _seen_by_bands(method.banding)

    def parts() -> Iterator[Hashes]:
        for part in candidates.ranges():
            more = containment_candidates(samples, own, sizes, share, part, method.kernel)
            yield merged([part.pairs, more]) if len(more) else part.pairs

    return Paired(parts(), bounded)


def _seen_by_bands(banding: Banding) -> float:
    """Return the ratio of sizes up to which a containment that is listed would escape the bands now and then."""
    for percent in range(100, 0, -1):
        ratio = percent / 100
        shared = CONTAINED * ratio
        if banding.recall(shared / (1 + ratio - shared)) < _SURE:
            return ratio
    return 0.0


def _samples_of_distinct(distinct: Distinct, signed: Signed) -> Hashes:
    """Return the samples of the first document with each text, sample << 32 | number of the text, sorted.

    They are taken from `signed`, which no one asks for them again: they are among the largest that it holds.
    """
    samples, signed.samples = signed.samples, np.empty(0, np.uint32)
    number = np.full(len(signed.sampled), _NONE)
    number[distinct.firsts] = np.arange(len(distinct), dtype=np.uint32)
    ends = np.cumsum(signed.sampled, dtype=np.int64)
    found = np.empty(int(signed.sampled[distinct.firsts].sum(dtype=np.int64)), np.uint64)
    place = 0
    for start in range(0, len(number), _TEXTS):
        some = slice(start, start + _TEXTS)
        texts = np.repeat(number[some], signed.sampled[some])
        part = samples[ends[start] - signed.sampled[start] : ends[some][-1]]
        first = texts != _NONE
        size = int(np.count_nonzero(first))
        found[place : place + size] = part[first].astype(np.uint64) << np.uint64(32) | texts[first]
        place += size
    found.sort()
    return found
