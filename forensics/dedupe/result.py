"""What dedupe finds: verified pairs, and the clusters that they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from forensics.text.disguise.findings import DisguisedDocument

Relation = Literal["exact", "near", "contains", "contained", "spun", "overlaps"]
Flag = Literal["chain-only", "oversized"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents whose similarity was verified on their texts, over their sets of word shingles.

    A pair below the threshold is listed where the smaller shares enough of itself, and never joins a cluster.
    """

    a: str
    """Id of the first document."""
    b: str
    """Id of the second document."""
    jaccard: float
    """Shingles in both over shingles in either, 0 to 1, rounded down to four digits."""
    containment: float
    """Share of the smaller set's shingles that the larger set holds, 0 to 1, rounded down to four digits."""
    relation: Relation
    """How a stands to b."""
    known: bool = False
    """Whether a is a known document, one of `against`; b never is."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands."""

    id: str
    """Id of the document that holds it."""
    start: int
    """Where it begins: code points into the document's text."""
    end: int
    """Where it ends: code points into the document's text, this one excluded."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Documents linked by verified pairs, and the one that is kept."""

    id: int
    """Number of the cluster, from 0, in the order of their earliest members in the input."""
    kept: str
    """Id of the member that stays when copies go: a known one where there is any."""
    members: tuple[str, ...]
    """Ids of the members, two or more, in order of preference: the kept one first."""
    jaccard: tuple[float | None, ...]
    """Each member's Jaccard to the kept one, 0 to 1, in the order of the members.

    null: not measured, possible only after raising the threshold of a saved result.
    """
    flags: tuple[Flag, ...] = ()
    """What to look at before deleting; empty where there is nothing."""
    places: tuple[Place, ...] = ()
    """Where each member stands, in their order, when members are paragraphs; empty when they are documents."""
    known: int = 0
    """How many of the members are known documents, of `against`: they stand first."""


@dataclass(frozen=True, slots=True)
class SharedParagraphs:
    """Two documents that share paragraphs: what of each stands, as a paragraph of its own, in the other."""

    a: str
    """Id of the first document."""
    b: str
    """Id of the second document."""
    paragraphs_a: int
    """How many of a's paragraphs are listed with one of b's, those that only contain one left out."""
    paragraphs_b: int
    """How many of b's paragraphs are listed with one of a's, likewise."""
    share_a: float
    """Share of a's length that these paragraphs have, 0 to 1, rounded down to four digits."""
    share_b: float
    """Share of b's length, 0 to 1, likewise."""
    length_a: int
    """Code points in all of a's paragraphs."""
    length_b: int
    """Code points in all of b's paragraphs."""
    known: bool = False
    """Whether a is a known document, one of `against`; b never is."""


@dataclass(frozen=True, slots=True)
class DedupeResult:
    """Near-duplicates among documents, or among their paragraphs, named `document#char=start,end` (RFC 5147).

    Pairs and clusters may be sequences that make their elements when asked for them: a million take no room.
    """

    documents: int
    """How many documents (with unit "paragraph": paragraphs) were compared; with `against` the new ones alone."""
    unique: int
    """How many of them stay when of each cluster only the kept one does; with `against`, what is known goes too."""
    pairs: Sequence[Pair]
    """Verified pairs at or above the threshold, and those below it of which the smaller shares enough with the larger.

    With `against`, pairs of new documents, and of a known and a new one: none of two known ones.
    """
    clusters: Sequence[Cluster]
    """Groups of documents that pairs at or above the threshold link; a document is in one at most."""
    disguised: Sequence[DisguisedDocument] = ()
    """The documents that are disguised, in input order, known ones left out; they were compared without disguises."""
    known: Sequence[Pair] = ()
    """Of each new document that is known, in input order, the pair with the known one most like it: one at the
    threshold, or else a known one that contains nine tenths of it. Empty without `against`."""
    sharing: Sequence[SharedParagraphs] = ()
    """With unit "paragraph": which documents share paragraphs, a tenth of either's length and more; otherwise empty."""
    known_documents: int | None = None
    """How many known documents (or paragraphs) the new ones were held against; null without `against`."""
