"""From verified pairs to clusters, and which document of each is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from forensics.dedupe.compared import Compared
from forensics.dedupe.exact import Distinct
from forensics.dedupe.signing import Signed
from forensics.sketch.interface import Indices, Kernel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.settings import Keep


@dataclass(frozen=True, slots=True)
class Clustered:
    """Documents in clusters of two and more: `members[starts[i] : starts[i + 1]]`, the kept one first.

    `text` is the number of each member's distinct text, aligned with `members`.
    """

    members: Indices
    text: Indices
    starts: Indices

    @property
    def kept(self) -> Indices:
        """The first member of each member's cluster, as a place in `members`."""
        return np.repeat(self.starts[:-1], np.diff(self.starts))


def cluster(linked: Compared, distinct: Distinct, signed: Signed, keep: Keep, kernel: Kernel) -> Clustered:
    """Group documents that exact copies and the `linked` pairs connect; order members by preference, known ones first.

    Clusters stand in the order of their earliest member in the input; those of known documents alone are none.
    """
    labels = kernel.components(len(distinct), linked.a.astype(np.int64), linked.b.astype(np.int64))
    sizes = np.diff(distinct.starts)
    text = np.repeat(np.arange(len(distinct)), sizes)
    total = np.bincount(labels, weights=sizes, minlength=len(distinct))
    new = np.bincount(labels[text], weights=distinct.members >= signed.known, minlength=len(distinct))
    chosen = (total[labels[text]] > 1) & (new[labels[text]] > 0)
    members, text = distinct.members[chosen], text[chosen]
    label = labels[text]
    earliest = np.full(len(distinct), np.iinfo(np.int64).max)
    np.minimum.at(earliest, label, members)
    order = np.lexsort((_preference(members, text, signed, keep), members >= signed.known, earliest[label]))
    members, text, label = members[order], text[order], label[order]
    edges = np.flatnonzero(np.diff(label)) + 1
    starts = np.concatenate([[0], edges, [len(label)]]) if len(label) else np.zeros(1, np.int64)
    return Clustered(members, text, starts)


def _preference(members: Indices, text: Indices, signed: Signed, keep: Keep) -> NDArray[np.int64]:
    """Return the rank of each member under the policy; ties go by content and then by id, not by place."""
    if keep == "first":
        return members
    if keep == "longest":
        value: NDArray[np.float64] = -np.frombuffer(signed.chars, np.uint32)[members].astype(np.float64)
    else:
        value = np.frombuffer(signed.dates, np.float64)[members]
    name = np.array([name.encode("utf-8", "surrogatepass") for name in signed.names.some(members)], object)
    order = np.array(
        sorted(range(len(members)), key=lambda i: (value[i], text[i], name[i], members[i])), np.int64
    )
    ranks = np.empty(len(order), np.int64)
    ranks[order] = np.arange(len(order))
    return ranks
