"""From distinct texts back to documents: which pairs are listed, with what relation, and what clusters say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forensics.dedupe.cluster import Clustered
from forensics.dedupe.exact import Distinct
from forensics.dedupe.listed import (
    CHAIN_ONLY,
    NOT_MEASURED,
    OVERSIZED,
    RELATIONS,
    UNITS,
    ListedClusters,
    ListedPairs,
)
from forensics.dedupe.names import Names
from forensics.dedupe.signing import Signed
from forensics.dedupe.verify import Compared
from forensics.sketch.join import neighbours

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.sketch.kernel import Indices

CONTAINED = 0.9  # a pair with this containment, one clearly larger, is named for it
_CLEARLY = 0.9  # the smaller has at most this share of the larger one's shingles
_ENOUGH = 16  # shared shingles that a containment below the threshold must rest on
COPIES = 64  # so many copies of one text are paired with everything; the rest with the first of them
_EXACT, _NEAR, _CONTAINS, _CONTAINED = (
    RELATIONS.index(name) for name in ("exact", "near", "contains", "contained")
)


def contained(pairs: Compared) -> NDArray[np.bool_]:
    """Return which pairs are a text and clearly more of a text around it."""
    small, large = np.minimum(pairs.size_a, pairs.size_b), np.maximum(pairs.size_a, pairs.size_b)
    return (pairs.containment >= CONTAINED) & (small <= _CLEARLY * large)


def worth_listing(pairs: Compared, threshold: float) -> NDArray[np.bool_]:
    """Return which pairs are named: those at the threshold, and containments that rest on enough."""
    return reaches(pairs, threshold) | (contained(pairs) & (pairs.shared >= _ENOUGH))


def reaches(pairs: Compared, threshold: float) -> NDArray[np.bool_]:
    """Return which pairs have the Jaccard asked for."""
    return pairs.jaccard >= threshold - 1e-12


def list_pairs(pairs: Compared, distinct: Distinct, names: Names) -> ListedPairs:
    """Return pairs of documents: every combination of the copies of two texts, and the copies of one."""
    starts, sizes = distinct.starts[:-1], np.diff(distinct.starts)
    few = np.minimum(sizes, COPIES)
    times = few[pairs.a] * few[pairs.b]
    which = np.repeat(np.arange(len(pairs.a)), times)
    place = np.arange(len(which)) - np.repeat(np.cumsum(times) - times, times)
    across = few[pairs.b][which]
    a = distinct.members[starts[pairs.a][which] + place // across]
    b = distinct.members[starts[pairs.b][which] + place % across]
    larger_first = (pairs.size_a > pairs.size_b)[which] ^ (a > b)
    relation = np.where(contained(pairs)[which], np.where(larger_first, _CONTAINS, _CONTAINED), _NEAR)
    a, b = np.minimum(a, b), np.maximum(a, b)

    copied = np.flatnonzero(sizes > 1)
    same = neighbours(distinct.members.astype(np.uint64), starts[copied], few[copied], COPIES)
    rest = np.flatnonzero(sizes > COPIES)
    more = [distinct.members[distinct.starts[i] + COPIES : distinct.starts[i + 1]] for i in rest]
    first = np.repeat(distinct.firsts[rest], [len(one) for one in more])
    a = np.concatenate([a, (same >> np.uint64(32)).astype(np.int64), first])
    b = np.concatenate([b, (same & np.uint64(0xFFFFFFFF)).astype(np.int64), *more])
    whole = np.full(len(a) - len(which), UNITS, np.uint16)
    order = np.lexsort((b, a))
    return ListedPairs(
        names,
        a[order].astype(np.uint32),
        b[order].astype(np.uint32),
        np.concatenate([units(pairs.jaccard)[which], whole])[order],
        np.concatenate([units(pairs.containment)[which], whole])[order],
        np.concatenate([relation, np.full(len(whole), _EXACT)]).astype(np.uint8)[order],
    )


def list_clusters(
    found: Clustered,
    compared: Compared,
    distinct: Distinct,
    bounded: NDArray[np.bool_],
    threshold: float,
    signed: Signed,
) -> ListedClusters:
    """Return clusters with each member's similarity to the kept one, and what is doubtful about them."""
    kept = found.text[found.kept]
    known = code(compared.a, compared.b)
    order = np.argsort(known)
    place = np.searchsorted(known[order], code(found.text, kept))
    place = order[np.minimum(place, max(len(order) - 1, 0))] if len(order) else place
    similarity = np.full(len(found.members), NOT_MEASURED, np.uint16)
    if len(order):
        hit = known[place] == code(found.text, kept)
        similarity[hit] = units(compared.jaccard)[place[hit]]
    similarity[found.text == kept] = UNITS
    flags = np.zeros(len(found.starts) - 1, np.uint8)
    label = np.repeat(np.arange(len(flags)), np.diff(found.starts))
    flags[label[similarity < int(threshold * UNITS - 1e-6)]] |= CHAIN_ONLY
    crowded = bounded[found.text] | (np.diff(distinct.starts)[found.text] > COPIES)
    flags[label[crowded]] |= OVERSIZED
    return ListedClusters(
        signed.names, found.members.astype(np.uint32), found.starts, similarity, flags, signed.positions
    )


def unmeasured(found: Clustered, compared: Compared) -> NDArray[np.uint64]:
    """Return the pairs (see sketch.join) of members and kept documents that have not been compared yet."""
    kept = found.text[found.kept]
    wanted = np.unique(code(found.text, kept)[found.text != kept])
    return np.setdiff1d(wanted, code(compared.a, compared.b), assume_unique=True)


def code(a: Indices, b: Indices) -> NDArray[np.uint64]:
    """Return pairs of numbers as one, the smaller in the upper half."""
    return np.minimum(a, b).astype(np.uint64) << np.uint64(32) | np.maximum(a, b).astype(np.uint64)


def units(share: NDArray[np.float64]) -> NDArray[np.uint16]:
    """Return shares of one in whole units, rounded down."""
    return (share * UNITS + 1e-6).astype(np.uint16)
