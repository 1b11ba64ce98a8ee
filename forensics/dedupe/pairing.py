"""Which distinct texts may be alike: candidates from bands and from samples, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from forensics.dedupe.certain import join_exactly
from forensics.dedupe.exact import Distinct
from forensics.dedupe.listing import CONTAINED
from forensics.dedupe.signing import Method, Signed, Texts
from forensics.sketch.bands import Banding
from forensics.sketch.candidates import Candidates, merged
from forensics.sketch.join import join
from forensics.sketch.samples import containment_candidates

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.progress import Progress
    from forensics.sketch.kernel import Hashes, Words

_SURE = 0.99


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
        )
    else:
        join_exactly(method.certify_at, distinct, signed, texts, method, progress, candidates.add)
        bounded = np.zeros(len(distinct), np.bool_)
    signed.keys.close()
    samples, holders = _samples_of_distinct(distinct, signed)
    sizes = signed.counts[firsts]
    share = _seen_by_bands(method.banding)

    def parts() -> Iterator[Hashes]:
        for part in candidates.parts():
            more = containment_candidates(samples, holders, sizes, share, part, method.kernel)
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


def _samples_of_distinct(distinct: Distinct, signed: Signed) -> tuple[Words, Words]:
    """Return the samples of the first document with each text, and the number of its text beside each."""
    number = np.full(len(signed.sampled), np.uint32(0xFFFFFFFF))
    number[distinct.firsts] = np.arange(len(distinct), dtype=np.uint32)
    texts = np.repeat(number, signed.sampled)
    first = texts != np.uint32(0xFFFFFFFF)
    return signed.samples[first], texts[first]
