"""From verified pairs to the result."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from forensics.dedupe.cluster import cluster
from forensics.dedupe.compared import Compared, Judged, together
from forensics.dedupe.findings import list_clusters, list_pairs, paired_copies, unmeasured
from forensics.dedupe.known import best_known
from forensics.dedupe.result import DedupeResult
from forensics.dedupe.rules import Bars, worth_listing
from forensics.sketch.select import kernel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.dedupe.exact import Distinct
    from forensics.dedupe.signing import Signed
    from forensics.settings import DedupeSettings
    from forensics.sketch.interface import Hashes


def conclude(
    judged: Judged,
    bounded: NDArray[np.bool_],
    distinct: Distinct,
    signed: Signed,
    settings: DedupeSettings,
    measure: Callable[[Hashes], Compared],
) -> DedupeResult:
    """Cluster the documents of linked pairs, choose which are kept, and list everything.

    `bounded` says which texts met too many of their like for all their pairs to be looked at; `measure` compares
    pairs that were no candidates: members of a cluster and the kept one.
    """
    pairs, spun, bars = judged.pairs, judged.spun, Bars(settings.threshold, settings.containment)
    found = cluster(pairs.only(judged.linked), distinct, signed, settings.keep, kernel())
    to_kept = measure(unmeasured(found, pairs))
    if settings.fold != "spin":  # a bounded bucket may have hidden one
        also = to_kept.only(worth_listing(to_kept, bars))
        pairs, spun = together([pairs, also]), np.append(spun, np.zeros(len(also.a), np.bool_))
    copies = paired_copies(pairs, distinct, signed.known, kernel())
    listed = list_pairs(pairs, spun, copies, distinct, signed, bars, kernel())
    clusters = list_clusters(
        found,
        together([pairs, to_kept]),
        bounded | (copies < np.diff(distinct.starts)),
        settings.threshold,
        signed,
        settings.unit == "paragraph",
    )
    known, documents = best_known(listed, settings.threshold), len(signed.positions)
    return DedupeResult(
        documents - signed.known,
        int(np.count_nonzero(clusters.staying(documents, known.b))),
        listed,
        clusters,
        tuple(signed.disguised),
        known if signed.against else (),
        known_documents=signed.known if signed.against else None,
    )
