"""What trace finds: claims, residue and facts of texts, matches and verdicts of pairs, and a graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

ClaimKind = Literal["told", "reported", "according_to", "quoted"]
Cited = Literal["media", "official", "platform", "speaker"]
ResidueKind = Literal[
    "source_link",
    "comment_form",
    "contents",
    "site_header",
    "share",
    "cookie",
    "subscribe",
    "related",
    "copyright",
    "advertisement",
    "credit",
]
FactKind = Literal["number", "quantity", "date", "name", "place", "quote"]
Qualifier = Literal["about", "over", "under"]
Relation = Literal["copy", "derived", "sibling", "patchwork", "same_event", "unrelated", "undetermined"]
Direction = Literal["a_from_b", "b_from_a", "common_source", "unknown"]
Level = Literal["verbatim", "minor", "spun", "paraphrased", "summarised", "facts_only", "boilerplate"]
Exclusion = Literal["quotation", "small", "boilerplate", "source"]
Role = Literal["text", "source"]
OpKind = Literal["equal", "substitute", "insert", "delete", "move"]


@dataclass(frozen=True, slots=True)
class Claim:
    """Who is said to have said what, in the sentence at code points [start, end).

    `outlet` is who is cited, an outlet where one is named and else the speaker, with spinning undone;
    `spun_from` is what was read. `cited` says which of them it is, `speaker` who spoke where both are named;
    [cited_start, cited_end) is where the citation stands.
    """

    start: int
    end: int
    text: str
    outlet: str
    spun_from: str | None
    kind: ClaimKind
    cited: Cited = "speaker"
    speaker: str | None = None
    cited_start: int = 0
    cited_end: int = 0


@dataclass(frozen=True, slots=True)
class Residue:
    """What the pipeline left behind: boilerplate of pages and scrapers; `restored` where it was spun."""

    start: int
    end: int
    text: str
    kind: ResidueKind
    restored: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that survives rewriting; `normalised` is the form in which two texts are compared.

    `qualifier` tells an approximate or bounded figure from an exact one ("some 11,000", "more than 1,000").
    """

    start: int
    end: int
    text: str
    kind: FactKind
    normalised: str
    qualifier: Qualifier | None = None


@dataclass(frozen=True, slots=True)
class SpunWord:
    """One word or phrase that reads as spun, and what it most likely stood for."""

    start: int
    end: int
    observed: str
    original: str
    confidence: float


@dataclass(frozen=True, slots=True)
class TraceDocument:
    """What one text says about itself, without any other text at hand.

    `text` is the document itself, so that a saved result can be shown with its evidence in place;
    `spun` is the calibrated probability that it was spun, None where it was not looked at; `role` tells the
    texts that were asked about from the sources that they were compared with.
    """

    id: str
    claims: tuple[Claim, ...]
    residue: tuple[Residue, ...]
    facts: tuple[Fact, ...]
    substitutions: tuple[SpunWord, ...]
    spun: float | None = None
    text: str = ""
    role: Role = "text"


@dataclass(frozen=True, slots=True)
class PairVerdict:
    """How two texts relate: `probability` is calibrated, coverages are shares of each text, 0 to 1.

    The coverages hold everything that matches, residue apart; `counted_a` and `counted_b` only what is left
    when the settings' exclusions are made.
    """

    a: str
    b: str
    relation: Relation
    direction: Direction
    probability: float
    coverage_a: float
    coverage_b: float
    evidence: Mapping[str, float]
    limits: tuple[str, ...]
    counted_a: float = 0.0
    counted_b: float = 0.0


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a match: code points [start, end) of document `id`."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Op:
    """One word operation that turns the b side into the a side."""

    op: OpKind
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Match:
    """Two passages that tell the same, and how the one was rewritten.

    `passage` numbers the longer stretch that the match is part of, within its pair of texts; `excluded` says
    which exclusions keep it out of the counted coverages.
    """

    a: Side
    b: Side
    level: Level
    ops: tuple[Op, ...]
    similarity: float = 0.0
    passage: int = 0
    excluded: tuple[Exclusion, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A vertex of the provenance graph."""

    id: str
    kind: Literal["document", "missing_source", "outlet"]
    label: str


class Edge(msgspec.Struct, frozen=True):
    """An edge of the provenance graph; a Struct because `from` and `to` are the contract's names."""

    source: str = msgspec.field(name="from")
    target: str = msgspec.field(name="to")
    kind: Literal["derived_from", "sibling_of", "claims", "same_event"]
    probability: float


@dataclass(frozen=True, slots=True)
class Graph:
    """Documents, outlets and missing sources, and what links them."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """Words that siblings settle between them: `kept` is how the missing source likely read.

    `by` is the document that kept these words, at code points [start, end); `instead` what the sibling
    `other` has.
    """

    kept: str
    instead: str
    by: str
    start: int
    end: int
    other: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Reconstructed:
    """One sentence that a missing source must have held; `text` is the likeliest wording that a child has."""

    text: str
    told_by: tuple[Side, ...]
    settled: tuple[Settled, ...]


@dataclass(frozen=True, slots=True)
class MissingSource:
    """A text that is not at hand and that its `children` point to.

    `outlet` is who they say had the story (None: they do not say), `facts` the normalised facts that it must
    have held, `reconstruction` its sentences as far as they can be read between the children.
    """

    id: str
    label: str
    outlet: str | None
    probability: float
    children: tuple[str, ...]
    facts: tuple[str, ...]
    reconstruction: tuple[Reconstructed, ...]
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TraceResult:
    """Texts, verdicts pair by pair, matches, the provenance graph, and what is known of missing sources."""

    documents: tuple[TraceDocument, ...]
    verdicts: tuple[PairVerdict, ...]
    matches: tuple[Match, ...]
    graph: Graph
    missing_sources: tuple[MissingSource, ...] = ()
