"""What spin finds: substitutions with their evidence, the restored text, and a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["spun", "suspect", "clean"]
EvidenceKind = Literal["lexicon", "thesaurus", "language_model", "reference", "sibling"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a substitution: its kind, what was seen, and its weight in nats."""

    kind: EvidenceKind
    detail: str
    weight: float


@dataclass(frozen=True, slots=True)
class Substitution:
    """Code points [start, end) read `observed`, and most likely stood for `original` before spinning."""

    start: int
    end: int
    observed: str
    original: str
    alternatives: tuple[str, ...]
    confidence: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class SpinDocument:
    """One document: `score` is a calibrated probability that it was spun, `density` flags per 1,000 words.

    `restored` is the whole text with the substitutions undone, or None where nothing was substituted.
    """

    id: str
    verdict: Verdict
    score: float
    words: int
    density: float
    substitutions: tuple[Substitution, ...]
    restored: str | None


@dataclass(frozen=True, slots=True)
class SpinResult:
    """The documents in the order in which they were read."""

    documents: tuple[SpinDocument, ...]
