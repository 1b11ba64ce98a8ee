"""Which new documents are known already: each with the known one most like it."""

from __future__ import annotations

import numpy as np

from forensics.dedupe.columns import RELATIONS, PairColumns, least_units
from forensics.dedupe.rules import LEAST_CONTAINMENT

_CONTAINS = RELATIONS.index("contains")


def best_known(pairs: PairColumns, threshold: float) -> PairColumns:
    """Return of each new document that is known the pair with the known one most like it, in input order.

    A document is known that has a pair at the threshold with a known one, or that a known one contains to nine tenths,
    however low a containment is listed: what has more than a tenth of its own is not known, nor is what contains a
    known one. The most like is that of the highest Jaccard, below the threshold of the highest containment, then
    the first.
    """
    linked = pairs.jaccard >= least_units(threshold)
    held = (pairs.relation == _CONTAINS) & (pairs.containment >= least_units(LEAST_CONTAINMENT))
    chosen = np.flatnonzero((pairs.a < pairs.known) & (linked | held))
    some = pairs.only(chosen)
    likeness = np.where(linked[chosen], some.jaccard, 0).astype(np.int64)
    order = np.lexsort((some.a, some.relation, -some.containment.astype(np.int64), -likeness, some.b))
    first = np.flatnonzero(np.diff(some.b[order].astype(np.int64), prepend=-1))
    return some.only(order[first])
