"""What spin finds: substitutions with their evidence, the restored text, and a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from forensics.lexicon.families import FamilyName

Verdict = Literal["spun", "suspect", "clean"]
EvidenceKind = Literal["lexicon", "thesaurus", "language_model", "reference", "sibling"]
Replacement = Literal[
    "synonym", "wrong_sense", "inflection", "spelling", "number", "name", "negation", "reworded"
]
ChangeOp = Literal["substitute", "insert", "delete", "move"]
Relation = Literal["identical", "reference", "sibling", "unrelated"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a substitution: its kind, what was seen, and its weight in nats."""

    kind: EvidenceKind
    detail: str
    weight: float


@dataclass(frozen=True, slots=True)
class Substitution:
    """Code points [start, end) read `observed`, and most likely stood for `original` before spinning.

    `replacement` classes it where a reference shows what was replaced: None where there was no reference.
    """

    start: int
    end: int
    observed: str
    original: str
    alternatives: tuple[str, ...]
    confidence: float
    evidence: tuple[Evidence, ...]
    replacement: Replacement | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Code points [start, end) of the text stand for [original_start, original_end) of the reference.

    An insertion has an empty range in the reference, a deletion one in the text; a move has neither.
    """

    op: ChangeOp
    start: int
    end: int
    original_start: int
    original_end: int


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A change after which the text claims something else; an empty side is left out."""

    kind: Literal["number", "date", "name", "negation"]
    start: int
    end: int
    observed: str
    original_start: int
    original_end: int
    original: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a text differs from the reference `original` (its id); `kept` is the share of words found there.

    `changes` are in the order of the text; `limits` says what the comparison could not tell, and why.
    """

    original: str
    relation: Relation
    kept: float
    changes: tuple[Change, ...]
    facts_changed: tuple[ChangedFact, ...]
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """The kind of spinner that wrote a text: `share` of its substitutions are known of this kind, 0 to 1.

    "thesaurus" is any spinner that takes words from a thesaurus; the others are families with habits of their own.
    """

    name: FamilyName
    share: float


@dataclass(frozen=True, slots=True)
class SpinDocument:
    """One document: `score` is a calibrated probability that it was spun, `density` flags per 1,000 words.

    `restored` is the whole text with the substitutions undone, or None where nothing was substituted;
    `comparison` is there when the text was held against a reference; `limits` says what could not be seen; `family`
    names the spinner's kind in a text that is not clean, where the substitutions tell.
    """

    id: str
    verdict: Verdict
    score: float
    words: int
    density: float
    substitutions: tuple[Substitution, ...]
    restored: str | None
    comparison: Comparison | None = None
    limits: tuple[str, ...] = ()
    family: Family | None = None


@dataclass(frozen=True, slots=True)
class SpinResult:
    """The documents in the order in which they were read."""

    documents: tuple[SpinDocument, ...]
