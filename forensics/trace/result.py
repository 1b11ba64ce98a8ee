"""What trace finds: what is within each text, matches and verdicts of pairs, and a graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from forensics.trace.findings import Citation as Citation
from forensics.trace.findings import Cited as Cited
from forensics.trace.findings import Claim as Claim
from forensics.trace.findings import ClaimKind as ClaimKind
from forensics.trace.findings import Fact as Fact
from forensics.trace.findings import FactKind as FactKind
from forensics.trace.findings import Qualifier as Qualifier
from forensics.trace.findings import Quotation as Quotation
from forensics.trace.findings import Residue as Residue
from forensics.trace.findings import ResidueKind as ResidueKind
from forensics.trace.findings import Role as Role
from forensics.trace.findings import SpunWord as SpunWord
from forensics.trace.findings import TraceDocument as TraceDocument

Relation = Literal[
    "copy", "derived", "sibling", "patchwork", "background", "same_event", "unrelated", "undetermined"
]
Direction = Literal["a_from_b", "b_from_a", "common_source", "unknown"]
Level = Literal["verbatim", "minor", "spun", "paraphrased", "summarised", "facts_only", "boilerplate"]
Exclusion = Literal["quotation", "small", "boilerplate", "source", "bibliography", "citation"]
Marked = Literal["both", "a", "b"]
NamedBy = Literal["credit", "cited", "journal"]
OpKind = Literal["equal", "substitute", "insert", "delete", "move"]
ChangedFactKind = Literal["number", "unit", "date", "name", "negation"]


@dataclass(frozen=True, slots=True)
class Side:
    """A stretch of one text."""

    id: str
    """Id of the document."""
    start: int
    """Where the stretch begins: code points into its text."""
    end: int
    """Where it ends, this code point excluded."""


@dataclass(frozen=True, slots=True)
class SharedQuotation:
    """The same words of somebody else in two texts: a common speaker, not a common text."""

    a: Side
    """Where they stand in a."""
    b: Side
    """Where they stand in b."""
    speaker: str | None
    """Who is said to have spoken them; null where neither text names anybody near."""
    words: int
    """How many words they share."""
    marked: Marked
    """Which of the texts marks them as quoted."""


@dataclass(frozen=True, slots=True)
class SharedFact:
    """A name, a figure or a date that two texts of one event both tell."""

    a: Side
    """Where it stands in a first."""
    b: Side
    """Where it stands in b first."""
    kind: FactKind
    """What kind of fact it is."""
    name: str
    """What it is, normalised, by the fuller name of the two."""
    rarity: float
    """How much it tells: powers of ten by which it is rarer than what everybody tells."""


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A fact that two texts state otherwise where they tell the same."""

    kind: ChangedFactKind
    """What differs."""
    a: Side
    """Where a states it."""
    b: Side
    """Where b states it."""
    text_a: str
    """What a says there; of a negation with the word before and after it."""
    text_b: str
    """What b says there."""
    match: int
    """The match that it lies in, by its place among the result's matches, from 0."""


@dataclass(frozen=True, slots=True)
class PairVerdict:
    """How two texts relate, and the evidence for that."""

    a: str
    """Id of the first text."""
    b: str
    """Id of the second text."""
    relation: Relation
    """How they relate."""
    direction: Direction
    """Which came from which."""
    probability: float
    """Calibrated probability of the relation, 0 to 1; of an undetermined pair that one of them, or one common
    source, stands behind both."""
    coverage_a: float
    """Share of a's words that match, 0 to 1, residue apart; with reference lists where the settings speak of them."""
    coverage_b: float
    """Share of b's words that match, 0 to 1, residue apart; with reference lists where the settings speak of them."""
    evidence: Mapping[str, float]
    """The figures by name; further names may come, and those that begin with log_ repeat another figure."""
    limits: tuple[str, ...]
    """What the verdict cannot know and why, a sentence each."""
    counted_a: float = 0.0
    """What is left of `coverage_a` once the settings' exclusions are made."""
    counted_b: float = 0.0
    """What is left of `coverage_b` once the settings' exclusions are made."""
    chance_dependent: float = 0.0
    """Calibrated chance, 0 to 1, that one text depends on the other or both on a common one, whatever is named."""
    shared_quotations: tuple[SharedQuotation, ...] = ()
    """What both give as somebody else's words; they count in nothing that leads to `chance_dependent`."""
    shared_facts: tuple[SharedFact, ...] = ()
    """Of independent reports of one event, the names, figures and dates that both tell, the most telling first, at
    most twenty."""
    changed_facts: tuple[ChangedFact, ...] = ()
    """Numbers, units, dates, names and negations that differ inside a match, in the order of a; ways to tell one fact
    are none."""
    explained_by: str | None = None
    """Id of a better source that holds nearly all of what this one explains of the text: then this one adds nothing;
    null where none does."""


@dataclass(frozen=True, slots=True)
class SentenceSource:
    """Whence one sentence of a patchwork comes."""

    document: str
    """Id of the patchwork."""
    start: int
    """Where the sentence begins: code points into its text."""
    end: int
    """Where it ends, this code point excluded."""
    source: str | None
    """Id of the source that explains most of it; null where none does."""


@dataclass(frozen=True, slots=True)
class Op:
    """One word operation of those that lead from the b side to the a side."""

    op: OpKind
    """What is done."""
    a: str
    """The words of the a side; empty where b's were deleted."""
    b: str
    """The words of the b side; empty where a's were inserted."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two passages that tell the same."""

    a: Side
    """Where it stands in the verdict's first text."""
    b: Side
    """Where it stands in the verdict's second text."""
    level: Level
    """How the one was rewritten."""
    ops: tuple[Op, ...]
    """The word operations, in the order of the a side."""
    similarity: float = 0.0
    """How alike the sentences are in rare words and their synonyms, 0 to 1."""
    passage: int = 0
    """Number, within the pair, of the longer stretch that the match is part of; -1 for template text and for an entry
    of a reference list."""
    excluded: tuple[Exclusion, ...] = ()
    """The exclusions of the settings that keep it out of what is counted."""


@dataclass(frozen=True, slots=True)
class Node:
    """A vertex of the provenance graph."""

    id: str
    """The document's id, `missing:NUMBER` or `outlet:NAME`."""
    kind: Literal["document", "missing_source", "outlet"]
    """What it stands for."""
    label: str
    """What it is called."""


class Edge(msgspec.Struct, frozen=True):  # a Struct, because `from` and `to` are the contract's names
    """An edge of the provenance graph."""

    source: str = msgspec.field(name="from")
    """Id of the node that the edge leaves."""
    target: str = msgspec.field(name="to")
    """Id of the node that it leads to."""
    kind: Literal["derived_from", "shares_text", "sibling_of", "claims", "same_event"]
    """What links the two."""
    probability: float
    """Calibrated probability of the link, 0 to 1; 1 where a text names an outlet."""


@dataclass(frozen=True, slots=True)
class Graph:
    """Documents, outlets and missing sources, and what links them."""

    nodes: tuple[Node, ...]
    """All documents, then missing sources, then outlets."""
    edges: tuple[Edge, ...]
    """The links; unrelated and undetermined pairs have none."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Words of a missing source that two of its children settle between them."""

    kept: str
    """How the missing source likely read."""
    instead: str
    """What the other child has."""
    by: str
    """Id of the child that kept the words."""
    start: int
    """Where they begin: code points into its text."""
    end: int
    """Where they end, this code point excluded."""
    other: str
    """Id of the child that has something else."""
    confidence: float
    """How sure that is, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Reconstructed:
    """A stretch that a missing source must have held, or, between children that were spun, a sentence of it."""

    text: str
    """Its likeliest wording: that of a child, of the one that reads least as spun where one does."""
    told_by: tuple[Side, ...]
    """Where the children have it, first the one whose words these are."""
    settled: tuple[Settled, ...]
    """The words that one child has as spun and another in their likely original."""
    chance: float | None = None
    """Chance, 0 to 1, that the source held these words; null between children that were spun: not weighed there."""


@dataclass(frozen=True, slots=True)
class MissingSource:
    """A text that is not at hand and that its children point to."""

    id: str
    """Id of its node in the graph: `missing:NUMBER`."""
    label: str
    """What it is called."""
    outlet: str | None
    """Who its children say had the story; null where they do not say."""
    probability: float
    """Calibrated probability that there is such a text, 0 to 1."""
    children: tuple[str, ...]
    """Ids of the texts that come from it."""
    facts: tuple[str, ...]
    """The facts, normalised, that it must have held; empty for an only child."""
    reconstruction: tuple[Reconstructed, ...]
    """What can be read of it between the children; empty for an only child."""
    limits: tuple[str, ...]
    """What is not known of it and why, a sentence each."""
    name: str | None = None
    """Who it is called after; null where no two of its children name the same."""
    named_by: NamedBy | None = None
    """How its children name them; null where they do not."""
    named_in: tuple[Side, ...] = ()
    """Where each child that does names them first."""


@dataclass(frozen=True, slots=True)
class TraceResult:
    """Texts, how they relate pair by pair, and what follows of where they come from."""

    documents: tuple[TraceDocument, ...]
    """The texts that were asked about, and the sources that they were compared with in depth."""
    verdicts: tuple[PairVerdict, ...]
    """A verdict for each pair that was compared; empty where there was one text alone."""
    matches: tuple[Match, ...]
    """The matches of all pairs but those that are unrelated or report the same event, pair by pair; those of an
    undetermined pair show what could not be decided, and count for nothing."""
    graph: Graph
    """The provenance graph."""
    missing_sources: tuple[MissingSource, ...] = ()
    """Texts that are not at hand and that those at hand point to."""
    sentence_sources: tuple[SentenceSource, ...] = ()
    """For each patchwork its sentences in order, each with its source."""
