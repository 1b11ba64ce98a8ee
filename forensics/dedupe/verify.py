"""Every candidate pair is compared on its texts: true Jaccard and containment of shingle sets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from forensics.dedupe.compared import NONE, Compared, together
from forensics.sketch.pair_codes import HALF, LOW, decode, merged
from forensics.sketch.select import kernel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.dedupe.method import Method
    from forensics.dedupe.numbered import NumberedTexts
    from forensics.engines.interface import Engine
    from forensics.progress import Progress
    from forensics.sketch.interface import Hashes, Indices, Numbers

_SHINGLES = 1 << 17  # how many are held at once by each thread, 8 bytes each and as much again for the texts
_PAIRS = 1_000  # how many pairs of one large component are looked at together


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs that are compared together, the numbers of their texts in order, and these texts."""

    pairs: Hashes
    numbers: Indices
    texts: Sequence[str]


def compare(
    pairs: Hashes,
    wanted: Callable[[Compared], NDArray[np.bool_]],
    method: Method,
    numbered: NumberedTexts,
    engine: Engine,
    progress: Progress,
) -> Compared:
    """Return those of `pairs` (numbers of distinct texts, see sketch.pair_codes) that are `wanted` once compared.

    Texts are read again in batches: all that hang together at once, so that each is read once. `wanted` is part of
    the work that an engine does: a function of a module, or a partial of one.
    """
    labels = kernel().components(len(numbered), *_ends(pairs))
    # One sort of component << 32 | place brings together what hangs together.
    order = labels[pairs >> HALF].astype(np.uint64) << HALF
    weights = np.bincount(labels, weights=numbered.counts(), minlength=len(labels))
    del labels
    order |= np.arange(len(pairs), dtype=np.uint64)
    order.sort()
    component = (order >> HALF).astype(np.uint32)
    pairs = pairs[order & LOW]
    del order
    progress.start("verifying pairs", len(pairs))
    kept = [NONE]
    batches = _read_again(pairs, batch_ranges(component, weights), numbered)
    for done, compared in engine.map_in_order(partial(overlaps, method, wanted), batches):
        kept.append(compared)
        progress.advance(done)
    progress.finish()
    return together(kept)


def overlaps(
    method: Method, wanted: Callable[[Compared], NDArray[np.bool_]], batch: Batch
) -> tuple[int, Compared]:
    """Return how many pairs `batch` has, and those of them that are `wanted`, compared."""
    sets, ends = method.shingle_sets(batch.texts)
    a, b = decode(batch.pairs)
    x, y = np.searchsorted(batch.numbers, a), np.searchsorted(batch.numbers, b)
    sizes = np.diff(ends).astype(np.uint32)
    compared = Compared(a, b, sizes[x], sizes[y], kernel().overlaps(sets, ends, x, y))
    return len(batch.pairs), compared.only(wanted(compared))


def batch_ranges(component: Numbers, weights: NDArray[Any]) -> Iterator[tuple[int, int]]:
    """Yield ranges of pairs, sorted by component, whose texts fit together: components, or parts of a large one.

    `weights` are the shingles of all texts of each component.
    """
    if not len(component):
        return
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


def _read_again(pairs: Hashes, ranges: Iterator[tuple[int, int]], numbered: NumberedTexts) -> Iterator[Batch]:
    places = numbered.places()
    for start, end in ranges:
        some = pairs[start:end]
        numbers = merged([some >> HALF, some & LOW]).astype(np.int64)
        yield Batch(some, numbers, numbered.texts.texts(places[numbers].tolist()))


def _ends(pairs: Hashes) -> tuple[Indices, Indices]:
    return (pairs >> HALF).astype(np.int64), (pairs & LOW).astype(np.int64)
