"""A result asked again at a higher threshold: nothing is read or compared anew."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from forensics.dedupe.columns import (
    CHAIN_ONLY,
    NOT_MEASURED,
    OVERSIZED,
    RELATIONS,
    UNITS,
    ClusterColumns,
    PairColumns,
    bits_of,
    least_units,
)
from forensics.dedupe.known import best_known
from forensics.dedupe.names import Names
from forensics.dedupe.paragraphs import place
from forensics.dedupe.result import DedupeResult
from forensics.dedupe.sharing import shared_paragraphs
from forensics.errors import UsageError
from forensics.sketch.interface import Indices
from forensics.sketch.pair_codes import encode
from forensics.sketch.select import kernel

_CONTAINMENTS = [RELATIONS.index(name) for name in ("contains", "contained", "overlaps")]


def rethreshold(result: DedupeResult, threshold: float, *, measured_at: float) -> DedupeResult:
    """Return what `result`, made at `measured_at`, says at the higher `threshold`.

    Pairs below it go, save those that were listed by their containment (one of two texts of like length that was near
    is not); clusters fall apart where they hung on such pairs, and the most preferred member of each part is
    kept. A member's similarity to a new kept document is unknown (None) where the two are not a listed pair. Works
    on results in memory and on those read back from JSON. Raises UsageError for a threshold below
    `measured_at`: what is less alike was never looked for.
    """
    if not measured_at <= threshold <= 1.0:
        raise UsageError(
            f"a result found at {measured_at:g} cannot be asked at {threshold:g}: only upward, to 1",
            f"run forensics dedupe again with --threshold {threshold:g}",
        )
    pairs, clusters = _listed(result)
    least = least_units(threshold)
    linked = pairs.jaccard >= least
    labels = kernel().components(
        len(pairs.names), pairs.a[linked].astype(np.int64), pairs.b[linked].astype(np.int64)
    )
    stays = linked | np.isin(pairs.relation, _CONTAINMENTS)
    kept_pairs = pairs.only(stays)
    found = _reclustered(clusters, labels, kept_pairs, least)
    known = best_known(kept_pairs, threshold)
    new = np.arange(len(pairs.names)) >= pairs.known
    gone = int(np.count_nonzero(new & ~found.staying(len(pairs.names), known.b)))
    held = known if result.known_documents is not None else ()
    lengths = {one.a: one.length_a for one in result.sharing} | {
        one.b: one.length_b for one in result.sharing
    }
    of_these = (pair for pair in kept_pairs if {place(pair.a).id, place(pair.b).id} <= lengths.keys())
    return replace(
        result,
        unique=result.documents - gone,
        pairs=kept_pairs,
        clusters=found,
        known=held,
        sharing=shared_paragraphs(of_these, lengths) if lengths else (),
    )


def _reclustered(old: ClusterColumns, labels: Indices, pairs: PairColumns, least: int) -> ClusterColumns:
    of_members = labels[old.members]
    sizes = np.bincount(of_members, minlength=len(labels))
    new = np.bincount(of_members, weights=old.members >= old.known, minlength=len(labels))
    chosen = np.flatnonzero((sizes[of_members] > 1) & (new[of_members] > 0))
    members = old.members[chosen]
    label = labels[members]
    earliest = np.full(len(labels), len(labels))
    np.minimum.at(earliest, label, members)
    order = np.lexsort((chosen, earliest[label]))  # the old order is that of preference
    members, label, chosen = members[order], label[order], chosen[order]
    starts = np.append(np.flatnonzero(np.diff(label, prepend=-1)), len(label))
    spread = np.diff(starts)
    kept = np.repeat(members[starts[:-1]], spread)
    old_kept = np.repeat(old.members[old.starts[:-1]], np.diff(old.starts))[chosen]
    similarity = np.where(kept == old_kept, old.jaccard[chosen], NOT_MEASURED)
    wanted, known = encode(members, kept), encode(pairs.a, pairs.b)
    by_pair = np.argsort(known)
    if len(known):
        place = by_pair[np.minimum(np.searchsorted(known[by_pair], wanted), len(known) - 1)]
        similarity = np.where(known[place] == wanted, pairs.jaccard[place], similarity)
    similarity[members == kept] = UNITS
    cluster = np.repeat(np.arange(len(spread)), spread)
    flags = np.zeros(len(spread), np.uint8)
    flags[cluster[(similarity < least) | (similarity == NOT_MEASURED)]] |= CHAIN_ONLY
    was = np.repeat(old.flags & OVERSIZED, np.diff(old.starts))[chosen]
    np.bitwise_or.at(flags, cluster, was.astype(np.uint8))
    return ClusterColumns(
        old.names,
        members,
        starts,
        similarity.astype(np.uint16),
        flags,
        old.positions,
        old.paragraphs,
        old.known,
    )


def _listed(result: DedupeResult) -> tuple[PairColumns, ClusterColumns]:
    if isinstance(result.pairs, PairColumns) and isinstance(result.clusters, ClusterColumns):
        return result.pairs, result.clusters
    number: dict[tuple[bool, str], int] = {}  # a known document and a new one may have one id
    known = [(True, pair.a) for pair in result.pairs if pair.known]
    known += [(True, member) for cluster in result.clusters for member in cluster.members[: cluster.known]]
    new = [(False, pair.b) for pair in result.known]
    members = [
        (at < cluster.known, member)
        for cluster in result.clusters
        for at, member in enumerate(cluster.members)
    ]
    ends = [one for pair in result.pairs for one in ((pair.known, pair.a), (False, pair.b))]
    for one in (*known, *new, *members, *ends):
        number.setdefault(one, len(number))
    names = Names()
    names.extend(name for _, name in number)
    first_new = len(set(known))
    pairs = PairColumns(
        names,
        np.array([number[one] for one in ends[0::2]], np.uint32),
        np.array([number[one] for one in ends[1::2]], np.uint32),
        np.array([round(pair.jaccard * UNITS) for pair in result.pairs], np.uint16),
        np.array([round(pair.containment * UNITS) for pair in result.pairs], np.uint16),
        np.array([RELATIONS.index(pair.relation) for pair in result.pairs], np.uint8),
        first_new,
    )
    measured = [
        NOT_MEASURED if jaccard is None else round(jaccard * UNITS)
        for cluster in result.clusters
        for jaccard in cluster.jaccard
    ]
    clusters = ClusterColumns(
        names,
        np.array([number[one] for one in members], np.uint32),
        np.cumsum([0, *(len(cluster.members) for cluster in result.clusters)]),
        np.array(measured, np.uint16),
        np.array([bits_of(cluster.flags) for cluster in result.clusters], np.uint8),
        None,
        any(cluster.places for cluster in result.clusters),
        first_new,
    )
    return pairs, clusters
