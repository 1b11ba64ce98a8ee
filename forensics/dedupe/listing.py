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
from forensics.sketch.candidates import merged
from forensics.sketch.join import neighbours

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.sketch.kernel import Hashes, Indices, Words

    _Columns = tuple[Hashes, NDArray[np.uint16], NDArray[np.uint16], NDArray[np.uint8]]

CONTAINED = 0.9  # a pair with this containment, one clearly larger, is named for it
_CLEARLY = 0.9  # the smaller has at most this share of the larger one's shingles
ENOUGH = 16  # shared shingles that a containment must rest on
COPIES = 64  # so many copies of one text are paired with everything; the rest with the first of them
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


def list_pairs(pairs: Compared, spun: NDArray[np.bool_], distinct: Distinct, names: Names) -> ListedPairs:
    """Return pairs of documents: every combination of the copies of two texts, and the copies of one."""
    parts = [
        _across(pairs.only(slice(i, i + _AT_ONCE)), spun[i : i + _AT_ONCE], distinct)
        for i in range(0, len(pairs.a), _AT_ONCE)
    ]
    columns = [np.concatenate(column) for column in zip(*parts, _copies(distinct), strict=True)]
    order = np.argsort(columns[0])
    both, jaccard, containment, relation = (column[order] for column in columns)
    a, b = (both >> np.uint64(32)).astype(np.uint32), (both & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    return ListedPairs(names, a, b, jaccard, containment, relation)


def _across(pairs: Compared, spun: NDArray[np.bool_], distinct: Distinct) -> _Columns:
    """Return each pair of texts as pairs of the documents that have them."""
    few = np.minimum(np.diff(distinct.starts), COPIES)
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
        code(a, b),
        units(pairs.jaccard)[which],
        units(pairs.containment)[which],
        relation.astype(np.uint8),
    )


def _copies(distinct: Distinct) -> _Columns:
    """Return the pairs of documents with one text; where these are very many, the first with each of the rest."""
    sizes = np.diff(distinct.starts)
    copied, many = np.flatnonzero(sizes > 1), np.flatnonzero(sizes > COPIES)
    members = distinct.members.astype(np.uint64)
    pairs = neighbours(members, distinct.starts[copied], np.minimum(sizes[copied], COPIES), COPIES)
    rest = [distinct.members[distinct.starts[i] + COPIES : distinct.starts[i + 1]] for i in many]
    firsts = np.repeat(distinct.firsts[many], [len(one) for one in rest])
    both = np.concatenate([pairs, code(firsts, np.concatenate([firsts[:0], *rest]))])
    whole = np.full(len(both), UNITS, np.uint16)
    return both, whole, whole, np.full(len(both), _EXACT, np.uint8)


def list_clusters(
    found: Clustered,
    compared: Compared,
    distinct: Distinct,
    bounded: NDArray[np.bool_],
    threshold: float,
    signed: Signed,
    paragraphs: bool,
) -> ListedClusters:
    """Return clusters with each member's similarity to the kept one, and what is doubtful about them."""
    kept = found.text[found.kept]
    known = code(compared.a, compared.b)
    order = np.argsort(known)
    known = known[order]
    wanted = code(found.text, kept)
    place = np.minimum(np.searchsorted(known, wanted), max(len(known) - 1, 0))
    similarity = np.full(len(found.members), NOT_MEASURED, np.uint16)
    if len(known):
        hit = known[place] == wanted
        similarity[hit] = units(compared.jaccard)[order[place[hit]]]
    similarity[found.text == kept] = UNITS
    flags = np.zeros(len(found.starts) - 1, np.uint8)
    label = np.repeat(np.arange(len(flags)), np.diff(found.starts))
    flags[label[similarity < np.ceil(threshold * UNITS - 1e-6)]] |= CHAIN_ONLY
    crowded = bounded[found.text] | (np.diff(distinct.starts)[found.text] > COPIES)
    flags[label[crowded]] |= OVERSIZED
    return ListedClusters(
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
    wanted = merged([code(found.text, kept)[found.text != kept]])
    known = np.sort(code(compared.a, compared.b))
    if not len(known):
        return wanted
    there: Hashes = known[np.minimum(np.searchsorted(known, wanted), len(known) - 1)]
    missing: Hashes = wanted[there != wanted]
    return missing


def code(a: Indices | Words, b: Indices | Words) -> Hashes:
    """Return pairs of numbers as one, the smaller in the upper half."""
    low: Hashes = np.minimum(a, b).astype(np.uint64)
    high: Hashes = np.maximum(a, b).astype(np.uint64)
    both: Hashes = low << np.uint64(32) | high
    return both


def units(share: NDArray[np.float64]) -> NDArray[np.uint16]:
    """Return shares of one in whole units, rounded down."""
    return (share * UNITS + 1e-6).astype(np.uint16)
