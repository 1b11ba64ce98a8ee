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
    in_units,
    least_units,
)
from forensics.dedupe.compared import Compared
from forensics.dedupe.exact import Distinct
from forensics.dedupe.rules import Bars, contained, reaches
from forensics.dedupe.signing import Signed
from forensics.sketch.pair_codes import LOW, decode, encode, merged

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.sketch.interface import Hashes, Indices, Kernel

    _Columns = tuple[Hashes, NDArray[np.uint16], NDArray[np.uint16], NDArray[np.uint8]]

# Pairs of one cluster; where there would be more, copies are paired with their first alone. Chosen: 447
# copies of one text are still listed whole, and so many pairs are 15 MB of JSON.
MOST_PAIRS_LISTED = 100_000
_AT_ONCE = 1 << 16
_EXACT, _NEAR, _CONTAINS, _CONTAINED, _SPUN, _OVERLAPS = (
    RELATIONS.index(name) for name in ("exact", "near", "contains", "contained", "spun", "overlaps")
)


def list_pairs(
    pairs: Compared,
    spun: NDArray[np.bool_],
    copies: Indices,
    distinct: Distinct,
    signed: Signed,
    bars: Bars,
    kernel: Kernel,
) -> PairColumns:
    """Return pairs of documents: combinations of the copies of two texts (`copies` of each), and copies of one.

    Two known documents are no pair.
    """
    parts = []
    for start in range(0, len(pairs.a), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        parts.append(_across(pairs.only(some), spun[some], copies, distinct, bars))
    columns = [
        np.concatenate(column) for column in zip(*parts, _exact_copies(copies, distinct, kernel), strict=True)
    ]
    order = np.argsort(columns[0])
    order = order[(columns[0][order] & LOW) >= signed.known]
    both, jaccard, containment, relation = (column[order] for column in columns)
    return PairColumns(signed.names, *decode(both), jaccard, containment, relation, signed.known)


def paired_copies(pairs: Compared, distinct: Distinct, known: int, kernel: Kernel) -> Indices:
    """Return how many documents of each text are paired with those of others: all, or the first of a flood."""
    sizes = np.diff(distinct.starts)
    old = np.add.reduceat(distinct.members < known, distinct.starts[:-1]) if len(sizes) else sizes
    labels = kernel.components(len(distinct), pairs.a.astype(np.int64), pairs.b.astype(np.int64))
    copies = sizes * (sizes - 1) // 2 - old * (old - 1) // 2
    across = sizes[pairs.a] * sizes[pairs.b] - old[pairs.a] * old[pairs.b]
    total = np.bincount(labels, weights=copies, minlength=len(sizes))
    total += np.bincount(labels[pairs.a], weights=across, minlength=len(sizes))
    return np.where(total[labels] > MOST_PAIRS_LISTED, 1, sizes)


def _across(
    pairs: Compared, spun: NDArray[np.bool_], copies: Indices, distinct: Distinct, bars: Bars
) -> _Columns:
    """Return each pair of texts as pairs of the documents that have them."""
    times = copies[pairs.a] * copies[pairs.b]
    which = np.repeat(np.arange(len(pairs.a)), times)
    place = np.arange(len(which)) - np.repeat(np.cumsum(times) - times, times)
    across = copies[pairs.b[which]]
    a = distinct.members[distinct.starts[pairs.a[which]] + place // across]
    b = distinct.members[distinct.starts[pairs.b[which]] + place % across]
    larger_first = (pairs.size_a > pairs.size_b)[which] ^ (a > b)
    relation = np.where(reaches(pairs, bars.threshold), _NEAR, _OVERLAPS)[which]
    relation = np.where(
        contained(pairs, bars)[which], np.where(larger_first, _CONTAINS, _CONTAINED), relation
    )
    relation[spun[which]] = _SPUN
    return (
        encode(a, b),
        in_units(pairs.jaccard)[which],
        in_units(pairs.containment)[which],
        relation.astype(np.uint8),
    )


def _exact_copies(copies: Indices, distinct: Distinct, kernel: Kernel) -> _Columns:
    """Return the pairs of documents with one text; in a flood of copies, the first with each of the rest."""
    sizes = np.diff(distinct.starts)
    copied, many = np.flatnonzero((sizes > 1) & (copies > 1)), np.flatnonzero(copies < sizes)
    members = distinct.members.astype(np.uint64)
    reach = int(copies.max()) if len(copies) else 0
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
        similarity[hit] = in_units(compared.jaccard)[order[place[hit]]]
    similarity[found.text == kept] = UNITS
    flags = np.zeros(len(found.starts) - 1, np.uint8)
    label = np.repeat(np.arange(len(flags)), np.diff(found.starts))
    flags[label[similarity < least_units(threshold)]] |= CHAIN_ONLY
    flags[label[crowded[found.text]]] |= OVERSIZED
    return ClusterColumns(
        signed.names,
        found.members.astype(np.uint32),
        found.starts,
        similarity,
        flags,
        signed.positions,
        paragraphs,
        signed.known,
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
