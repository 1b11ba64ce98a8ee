"""From distinct texts back to documents: which pairs are listed, with what relation, and what clusters say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forensics.dedupe.cluster import Clustered
from forensics.dedupe.columns import (
    CHAIN_ONLY,
    NOT_MEASURED,
    OVERSIZED,
    RELATIONS,
    UNITS,
    ClusterColumns,
    PairColumns,
)
from forensics.dedupe.compared import Compared
from forensics.dedupe.exact import Distinct
from forensics.dedupe.names import Names
from forensics.dedupe.signing import Signed
from forensics.sketch.pair_codes import decode, encode, merged

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.sketch.interface import Hashes, Indices, Kernel

    _Columns = tuple[Hashes, NDArray[np.uint16], NDArray[np.uint16], NDArray[np.uint8]]

CONTAINED = 0.9  # a pair with this containment, one clearly larger, is named for it
_CLEARLY = 0.9  # the smaller has at most this share of the larger one's shingles
ENOUGH = 16  # shared shingles that a containment must rest on
LISTED = 100_000  # pairs of one cluster; where there would be more, copies are paired with their first alone
_AT_ONCE = 1 << 16
_EXACT, _NEAR, _CONTAINS, _CONTAINED, _SPUN = (
    RELATIONS.index(name) for name in ("exact", "near", "contains", "contained", "spun")
)


def contained(pairs: Compared) -> NDArray[np.bool_]:
    """Return which pairs are a text and clearly more of a text around it."""
    small, large = np.minimum(pairs.size_a, pairs.size_b), np.maximum(pairs.size_a, pairs.size_b)
    return (pairs.containment >= CONTAINED) & (small <= _CLEARLY * large) & (pairs.shared >= ENOUGH)


def worth_listing(pairs: Compared, threshold: float) -> NDArray[np.bool_]:
    """Return which pairs are named: those at the threshold, and containments that rest on enough."""
    return reaches(pairs, threshold) | contained(pairs)


def reaches(pairs: Compared, threshold: float) -> NDArray[np.bool_]:
    """Return which pairs have the Jaccard asked for."""
    return pairs.jaccard >= threshold - 1e-12


def list_pairs(
    pairs: Compared, spun: NDArray[np.bool_], few: Indices, distinct: Distinct, names: Names, kernel: Kernel
) -> PairColumns:
    """Return pairs of documents: combinations of the copies of two texts (`few` of each), and copies of one."""
    parts = []
    for start in range(0, len(pairs.a), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        parts.append(_across(pairs.only(some), spun[some], few, distinct))
    columns = [np.concatenate(column) for column in zip(*parts, _copies(few, distinct, kernel), strict=True)]
    order = np.argsort(columns[0])
    both, jaccard, containment, relation = (column[order] for column in columns)
    return PairColumns(names, *decode(both), jaccard, containment, relation)


def speakers(pairs: Compared, distinct: Distinct, kernel: Kernel) -> Indices:
    """Return how many documents of each text are paired with those of others: all, or the first of a flood."""
    sizes = np.diff(distinct.starts)
    labels = kernel.components(len(distinct), pairs.a.astype(np.int64), pairs.b.astype(np.int64))
    listed = np.bincount(labels, weights=sizes * (sizes - 1) // 2, minlength=len(sizes))
    listed += np.bincount(labels[pairs.a], weights=sizes[pairs.a] * sizes[pairs.b], minlength=len(sizes))
    return np.where(listed[labels] > LISTED, 1, sizes)


def _across(pairs: Compared, spun: NDArray[np.bool_], few: Indices, distinct: Distinct) -> _Columns:
    """Return each pair of texts as pairs of the documents that have them."""
    times = few[pairs.a] * few[pairs.b]
    which = np.repeat(np.arange(len(pairs.a)), times)
    place = np.arange(len(which)) - np.repeat(np.cumsum(times) - times, times)
    across = few[pairs.b[which]]
    a = distinct.members[distinct.starts[pairs.a[which]] + place // across]
    b = distinct.members[distinct.starts[pairs.b[which]] + place % across]
    larger_first = (pairs.size_a > pairs.size_b)[which] ^ (a > b)
    relation = np.where(contained(pairs)[which], np.where(larger_first, _CONTAINS, _CONTAINED), _NEAR)
    relation[spun[which]] = _SPUN
    return (
        encode(a, b),
        units(pairs.jaccard)[which],
        units(pairs.containment)[which],
        relation.astype(np.uint8),
    )


def _copies(few: Indices, distinct: Distinct, kernel: Kernel) -> _Columns:
    """Return the pairs of documents with one text; in a flood of copies, the first with each of the rest."""
    sizes = np.diff(distinct.starts)
    copied, many = np.flatnonzero((sizes > 1) & (few > 1)), np.flatnonzero(few < sizes)
    members = distinct.members.astype(np.uint64)
    reach = int(few.max()) if len(few) else 0
    pairs = kernel.neighbours(members, distinct.starts[copied], sizes[copied], reach)
    rest = [distinct.members[distinct.starts[i] + 1 : distinct.starts[i + 1]] for i in many]
    firsts = np.repeat(distinct.firsts[many], [len(one) for one in rest])
    both = np.concatenate([pairs, encode(firsts, np.concatenate([firsts[:0], *rest]))])
    whole = np.full(len(both), UNITS, np.uint16)
    return both, whole, whole, np.full(len(both), _EXACT, np.uint8)


def list_clusters(
    found: Clustered,
    compared: Compared,
    crowded: NDArray[np.bool_],
    threshold: float,
    signed: Signed,
    paragraphs: bool,
) -> ClusterColumns:
    """Return clusters with each member's similarity to the kept one, and what is doubtful about them."""
    kept = found.text[found.kept]
    known = encode(compared.a, compared.b)
    order = np.argsort(known)
    known = known[order]
    wanted = encode(found.text, kept)
    place = np.minimum(np.searchsorted(known, wanted), max(len(known) - 1, 0))
    similarity = np.full(len(found.members), NOT_MEASURED, np.uint16)
    if len(known):
        hit = known[place] == wanted
        similarity[hit] = units(compared.jaccard)[order[place[hit]]]
    similarity[found.text == kept] = UNITS
    flags = np.zeros(len(found.starts) - 1, np.uint8)
    label = np.repeat(np.arange(len(flags)), np.diff(found.starts))
    flags[label[similarity < np.ceil(threshold * UNITS - 1e-6)]] |= CHAIN_ONLY
    flags[label[crowded[found.text]]] |= OVERSIZED
    return ClusterColumns(
        signed.names,
        found.members.astype(np.uint32),
        found.starts,
        similarity,
        flags,
        signed.positions,
        paragraphs,
    )


def unmeasured(found: Clustered, compared: Compared) -> Hashes:
    """Return the pairs (see sketch.join) of members and kept documents that have not been compared yet."""
    kept = found.text[found.kept]
    wanted = merged([encode(found.text, kept)[found.text != kept]])
    known = np.sort(encode(compared.a, compared.b))
    if not len(known):
        return wanted
    there: Hashes = known[np.minimum(np.searchsorted(known, wanted), len(known) - 1)]
    missing: Hashes = wanted[there != wanted]
    return missing


def units(share: NDArray[np.float64]) -> NDArray[np.uint16]:
    """Return shares of one in whole units, rounded down."""
    return (share * UNITS + 1e-6).astype(np.uint16)
