"""Spinning found without a reference: the text's most likely original, and why."""

from __future__ import annotations

from forensics.documents.model import Document
from forensics.lexicon import Lexicon
from forensics.spin.channel.explain import sure_spans
from forensics.spin.channel.screen import Survey, survey
from forensics.spin.channel.weights import Weights
from forensics.spin.result import SpinDocument
from forensics.spin.verdict import family, verdict
from forensics.text.annotate import AnnotatedText
from forensics.text.edits import Edit, apply


def detect(document: Document, lexicon: Lexicon, *, weights: Weights | None = None) -> SpinDocument:
    """Return whether `document` was spun, every substitution found with its evidence, and the restored text.

    `weights` weighs the evidence; None stands for the weights that ship.
    """
    return detect_in(document.id, AnnotatedText(document.text), lexicon, weights=weights)


def detect_in(
    id: str, text: AnnotatedText, lexicon: Lexicon, *, weights: Weights | None = None
) -> SpinDocument:
    """Return what `detect` does of a text that somebody has begun to read; `id` names it."""
    surveyed = survey(text, lexicon, weights=weights)
    return conclude(Document(id, text.text), surveyed, lexicon, weights=weights)


def conclude(
    document: Document, surveyed: Survey, lexicon: Lexicon, *, weights: Weights | None = None
) -> SpinDocument:
    """Return what a survey of `document` comes to: the verdict, then the decoding that it asks for."""
    judged, limits = verdict(surveyed)
    spans = sure_spans(document.text, surveyed, judged, lexicon, weights=weights)
    found = tuple(one for span in spans for one in span.substitutions)
    restored = None
    if found and judged != "clean":
        restored = apply(
            document.text, [Edit(s.start, s.end, s.observed, s.original, s.confidence) for s in found]
        )
    return SpinDocument(
        id=document.id,
        verdict=judged,
        score=round(surveyed.score, 4),
        words=surveyed.words,
        density=round(1000 * len(found) / max(surveyed.words, 1), 2),
        substitutions=found,
        restored=restored,
        limits=limits,
        family=family([span.family for span in spans for _ in span.substitutions])
        if judged != "clean"
        else None,
    )
