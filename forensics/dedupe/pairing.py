"""Which distinct texts may be alike: candidates from bands and from samples, range by range."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from forensics.dedupe.prefix_join import join_exactly
from forensics.dedupe.rules import LEAST_CONTAINMENT
from forensics.sketch.candidates import CandidatePairs
from forensics.sketch.join import join
from forensics.sketch.pair_codes import HALF, LOW, merged
from forensics.sketch.samples import LEAST_SAMPLE_SHARE, containment_candidates
from forensics.sketch.select import kernel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.dedupe.exact import Distinct
    from forensics.dedupe.method import Method
    from forensics.dedupe.numbered import NumberedTexts
    from forensics.dedupe.signing import Signed
    from forensics.engines.interface import Engine
    from forensics.progress import Progress
    from forensics.sketch.bands import Banding
    from forensics.sketch.interface import Hashes, Numbers
    from forensics.sketch.spill import Spill

# Containments that share a band this often are left to the bands; samples look for the others. Chosen: of
# 6,266 below Jaccard 0.7 in 20,000 planted documents, 0.9 loses two and 0.999 finds no more.
SURE_RECALL = 0.99
# The same of a lower containment, for which samples are four times as dense (run.method_of). Measured on 512 news
# texts and releases (bench.dedupe.containment): 0.4 to 0.6 find all 76 pairs at 0.5, 0.66 finds 74.
LOWER_SAMPLE_SHARE = 0.5
_NONE = np.uint32(0xFFFFFFFF)
_TEXTS = 1 << 16  # looked at together


@dataclass(frozen=True, slots=True)
class Paired:
    """Candidate pairs (a << 32 | b, numbers of distinct texts), and which texts met too many of their like."""

    ranges: Iterator[Hashes]
    bounded: NDArray[np.bool_]


def pair(
    numbered: NumberedTexts,
    method: Method,
    certify_at: float | None,
    containment: float,
    engine: Engine,
    spill: Spill | None,
    progress: Progress,
) -> Paired:
    """Return the candidate pairs of distinct texts: from bands, or exactly for the threshold `certify_at`.

    Two texts that only known documents have are no pair.
    """
    signed, firsts = numbered.signed, numbered.distinct.firsts
    candidates = CandidatePairs(len(numbered), spill)
    new = numbered.distinct.with_new(signed.known)
    found = partial(_add_new, candidates, new) if signed.known else candidates.add
    if certify_at is None:
        keys = partial(signed.keys.band, texts=firsts)
        bounded = join(len(numbered), method.banding.bands, keys, found, kernel(), progress)
    else:
        join_exactly(certify_at, numbered, method, engine, progress, found)
        bounded = np.zeros(len(numbered), np.bool_)
    signed.keys.close()
    samples = _samples_of_distinct(numbered.distinct, signed)
    if signed.known:
        samples = _held_by(new, samples)
    own = signed.sampled[firsts]
    shares = seen_by_bands(method.banding, containment), sample_share(containment)
    return Paired(_with_containments(candidates, samples, own, numbered.counts(), new, shares), bounded)


def _add_new(candidates: CandidatePairs, new: NDArray[np.bool_], pairs: Hashes) -> None:
    candidates.add(_of_new(pairs, new))


def _of_new(pairs: Hashes, new: NDArray[np.bool_]) -> Hashes:
    chosen: Hashes = pairs[new[pairs >> HALF] | new[pairs & LOW]]
    return chosen


def _held_by(new: NDArray[np.bool_], samples: Hashes) -> Hashes:
    """Return those of `samples` (sample << 32 | text, sorted) that some new text has, with all who have them."""
    changes = np.flatnonzero(np.diff(samples >> HALF, prepend=~np.uint64(0))) if len(samples) else samples
    if not len(changes):
        return samples
    held = np.logical_or.reduceat(new[samples & LOW], changes)
    chosen: Hashes = samples[np.repeat(held, np.diff(np.append(changes, len(samples))))]
    return chosen


def _with_containments(
    candidates: CandidatePairs,
    samples: Hashes,
    own: Numbers,
    sizes: Numbers,
    new: NDArray[np.bool_],
    shares: tuple[float, float],
) -> Iterator[Hashes]:
    """Yield the candidates of each range with those that samples add to them (see sketch.samples)."""
    for known in candidates.ranges():
        more = _of_new(containment_candidates(samples, own, sizes, *shares, known, kernel()), new)
        yield merged([known.pairs, more]) if len(more) else known.pairs


def sample_share(containment: float) -> float:
    """Return the share of its samples that a candidate has in common, where so much containment is asked for."""
    return LEAST_SAMPLE_SHARE if containment >= LEAST_CONTAINMENT else LOWER_SAMPLE_SHARE * containment


def seen_by_bands(banding: Banding, containment: float) -> float:
    """Return the ratio of sizes up to which so much of the smaller text would escape the bands now and then."""
    for percent in range(100, 0, -1):
        ratio = percent / 100
        shared = containment * ratio
        if banding.recall(shared / (1 + ratio - shared)) < SURE_RECALL:
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
