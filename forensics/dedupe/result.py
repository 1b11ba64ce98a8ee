"""What dedupe finds: verified pairs, and the clusters that they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relation = Literal["exact", "near", "contains", "contained", "spun"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents whose similarity was verified on their texts: both measures are on shingle sets, 0 to 1.

    `containment` is the share of the smaller set that the larger one holds; `relation` reads from a to b.
    """

    a: str
    b: str
    jaccard: float
    containment: float
    relation: Relation


@dataclass(frozen=True, slots=True)
class Cluster:
    """Documents linked by verified pairs, and the one that is kept."""

    id: int
    kept: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DedupeResult:
    """How many documents there are, how many stay once copies go, and the evidence."""

    documents: int
    unique: int
    pairs: tuple[Pair, ...]
    clusters: tuple[Cluster, ...]
