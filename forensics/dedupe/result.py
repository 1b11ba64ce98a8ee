"""What dedupe finds: verified pairs, and the clusters that they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Relation = Literal["exact", "near", "contains", "contained", "spun"]
Flag = Literal["chain-only", "oversized"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents whose similarity was verified on their texts: both measures are on shingle sets, 0 to 1.

    `containment` is the share of the smaller set that the larger one holds; `relation` reads from a to b:
    exact (the same text), contains or contained (one holds nearly all of the other and clearly more), spun
    (alike only once synonyms are folded), near (all else). A pair below the threshold is listed where one
    contains the other, and never joins a cluster.
    """

    a: str
    b: str
    jaccard: float
    containment: float
    relation: Relation


@dataclass(frozen=True, slots=True)
class Place:
    """Code points [start, end) of the document `id`."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Documents linked by verified pairs, and the one that is kept.

    `members` stand in order of preference, the kept one first; `jaccard` is each one's similarity to the kept
    one (None: not measured, possible only after raising the threshold of a saved result). Flags: chain-only, a
    member is below the threshold to the kept one and linked through others; oversized, so many alike that
    not every pair of them was compared or listed. `places` says where each member stands when members are
    paragraphs, and is empty for documents.
    """

    id: int
    kept: str
    members: tuple[str, ...]
    jaccard: tuple[float | None, ...]
    flags: tuple[Flag, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class DedupeResult:
    """How many documents there are, how many stay once copies go, and the evidence.

    With unit "paragraph" documents are paragraphs, named `document#char=start,end` (RFC 5147, code points).
    Pairs and clusters may be sequences that make their elements when asked for them: a million take no room.
    """

    documents: int
    unique: int
    pairs: Sequence[Pair]
    clusters: Sequence[Cluster]
