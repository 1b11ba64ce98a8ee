"""What spin finds: substitutions with their evidence, the restored text, and a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from forensics.lexicon.families import FamilyName
from forensics.text.disguise.findings import Obfuscation

Verdict = Literal["spun", "suspect", "clean", "not_assessed"]
NotAssessed = Literal[
    "nothing_to_read",
    "too_short",
    "other_script",
    "other_language",
    "code",
    "little_was_read",
    "list_of_terms",
    "verse",
    "archaic",
    "pidgin",
]
EvidenceKind = Literal["lexicon", "thesaurus", "language_model", "reference", "sibling", "spintax"]
Replacement = Literal[
    "synonym", "wrong_sense", "inflection", "spelling", "number", "name", "negation", "reworded"
]
ChangeOp = Literal["substitute", "insert", "delete", "move"]
Relation = Literal["identical", "reference", "sibling", "unrelated"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a substitution."""

    kind: EvidenceKind
    """Where the reason comes from."""
    detail: str
    """What was seen, in words for people; its wording may change between versions."""
    weight: float
    """How much it speaks for the substitution, in nats of log odds, against what the text would be without it.

    Above 0 it speaks for spinning, below 0 against it.
    """


@dataclass(frozen=True, slots=True)
class Substitution:
    """A word or phrase that reads as put in by a spinner, and what most likely stood there before."""

    start: int
    """Where it begins: code points into the text as decoded."""
    end: int
    """Where it ends: code points into the text as decoded, this one excluded."""
    observed: str
    """What the text has there."""
    original: str
    """What most likely stood there."""
    alternatives: tuple[str, ...]
    """What else may have stood there, the likeliest first; empty where a reference shows it."""
    confidence: float
    """Probability that the words were replaced, 0 to 1; the same as `probability_replaced`."""
    evidence: tuple[Evidence, ...]
    """The reasons, each with its weight."""
    replacement: Replacement | None = None
    """What kind of replacement it is; null where no reference shows what was replaced."""
    probability_replaced: float = 0.0
    """Probability that the words were replaced, by whatever stood there, 0 to 1."""
    probability_original: float = 0.0
    """Probability that they were, and that `original` is what stood there, 0 to 1; never above the other."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of the text beside the stretch of the reference that it stands for."""

    op: ChangeOp
    """What leads from the reference to the text."""
    start: int
    """Where the stretch begins: code points into the text; `start` is `end` where something was deleted."""
    end: int
    """Where it ends: code points into the text, this one excluded."""
    original_start: int
    """Where it begins in the reference, in code points; this is `original_end` where something was inserted."""
    original_end: int
    """Where it ends in the reference, in code points, this one excluded."""


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A change after which the text claims something else than its reference."""

    kind: Literal["number", "date", "name", "negation"]
    """What kind of fact it is."""
    start: int
    """Where it begins: code points into the text."""
    end: int
    """Where it ends: code points into the text, this one excluded."""
    observed: str
    """What the text says; empty where it leaves the fact out."""
    original_start: int
    """Where it begins in the reference, in code points."""
    original_end: int
    """Where it ends in the reference, in code points, this one excluded."""
    original: str
    """What the reference says; empty where the text added the fact."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a text differs from the reference that it was held against."""

    original: str
    """Id of the reference."""
    relation: Relation
    """What the reference is taken for."""
    kept: float
    """Share of the text's words that stand in the reference too, 0 to 1."""
    changes: tuple[Change, ...]
    """All changes, in the order of the text."""
    facts_changed: tuple[ChangedFact, ...]
    """The changes after which the text claims something else, in the order of the text."""
    limits: tuple[str, ...]
    """What the comparison could not tell and why, a sentence each."""


@dataclass(frozen=True, slots=True)
class TorturedPhrase:
    """A phrase that stands for a term of some field, as spinners make them."""

    start: int
    """Where it begins: code points into the text as decoded."""
    end: int
    """Where it ends: code points into the text as decoded, this one excluded."""
    observed: str
    """What the text has there."""
    original: str
    """The term that it stands for."""


@dataclass(frozen=True, slots=True)
class Family:
    """The kind of spinner that wrote a text."""

    name: FamilyName
    """Which kind; "unknown" where none that is known is likelier than not."""
    share: float
    """Share of the substitutions that are known of this kind, 0 to 1; of "unknown" and "thesaurus", in no pair."""
    probability: float
    """How likely it is this kind of all that are known, 0 to 1; of "unknown", that it is not the likeliest."""


@dataclass(frozen=True, slots=True)
class SpinDocument:
    """One document, read for spinning."""

    id: str
    """Id of the document."""
    verdict: Verdict
    """What the score comes to, or that there is nothing to judge; of fewer than 60 words none is called spun."""
    score: float
    """Calibrated probability that the document was spun, 0 to 1, where one text in ten is.

    Of a text that is not assessed, what is assumed before anything is read.
    """
    words: int
    """How many words were read: without a reference, those of English prose."""
    density: float
    """Substitutions per 1,000 words, rounded to two digits."""
    substitutions: tuple[Substitution, ...]
    """What was replaced, in the order of the text; in a clean text only what is nearly certain."""
    restored: str | None
    """The whole text with the substitutions undone; null where the text is neither spun nor suspect."""
    comparison: Comparison | None = None
    """How it differs from the reference; null where there was none."""
    limits: tuple[str, ...] = ()
    """What could not be seen and why, a sentence each."""
    family: Family | None = None
    """The spinner's kind; null for a clean text, for too few substitutions that tell, and beside a reference."""
    reason: NotAssessed | None = None
    """Why the text was not assessed; null for every other verdict."""
    read: float = 1.0
    """Share of the text's words that were read, 0 to 1: code and other languages are not, but beside a reference."""
    obfuscation: tuple[Obfuscation, ...] = ()
    """What disguises the text; it was read without."""
    phrases: tuple[TorturedPhrase, ...] = ()
    """Phrases that stand for a term of some field, whatever the verdict, those in quotation marks left out."""


@dataclass(frozen=True, slots=True)
class SpinResult:
    """Texts that were read for synonym spinning."""

    documents: tuple[SpinDocument, ...]
    """The documents with at least the least score asked for, in the order in which they were read."""
