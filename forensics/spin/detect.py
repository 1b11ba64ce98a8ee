"""Spinning found without a reference: the text's most likely original, and why."""

from __future__ import annotations

from dataclasses import replace

from forensics.documents.model import Document
from forensics.lexicon import Lexicon
from forensics.spin.articles import with_articles
from forensics.spin.channel.explain import sure_spans
from forensics.spin.channel.naming import family
from forensics.spin.channel.screen import Survey, sampled, survey
from forensics.spin.channel.weights import Weights
from forensics.spin.layers import is_read_again, with_layers
from forensics.spin.odds import probability
from forensics.spin.parts import PART, in_parts
from forensics.spin.readable.measures import TextMeasures, measured
from forensics.spin.readable.unjudged import not_assessed, unread
from forensics.spin.result import SpinDocument, Substitution
from forensics.spin.spintax import spintax, suspected
from forensics.spin.tortured import in_place_of, tortured_phrases, whole
from forensics.spin.verdict import verdict
from forensics.text.annotate import AnnotatedText, annotated
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

    def look(id: str, text: str | AnnotatedText) -> tuple[SpinDocument, TextMeasures]:
        return _concluded(id, text, survey(text, lexicon, weights=weights), lexicon, weights=weights)

    found, _ = in_parts(id, text.text, look) if len(text.text) > PART else look(id, text)
    return found


def conclude(
    id: str, text: str | AnnotatedText, surveyed: Survey, lexicon: Lexicon, *, weights: Weights | None = None
) -> SpinDocument:
    """Return what a survey of `text` comes to: the verdict, then the decoding that it asks for.

    Where the text is nothing that can be judged it is `not_assessed`, and nothing is accused; one that is too short
    still shows what is nearly certain, as a clean one does.
    """
    found, _ = _concluded(id, text, surveyed, lexicon, weights=weights)
    return found


def _concluded(
    id: str, text: str | AnnotatedText, surveyed: Survey, lexicon: Lexicon, *, weights: Weights | None = None
) -> tuple[SpinDocument, TextMeasures]:
    """Return what `conclude` does, and the figures of the text."""
    read = annotated(text)
    left = spintax(read.text)
    if left:
        surveyed = replace(surveyed, score=suspected(surveyed.score, left))
    judged, limits = verdict(surveyed)
    kind = measured(read, surveyed.passages, lexicon)
    reason = not_assessed(kind, judged)
    shown = judged if reason is None else "not_assessed"
    if reason in (None, "too_short"):
        spans = sure_spans(read.text, surveyed, judged, lexicon, weights=weights)
        score = surveyed.score
    else:
        spans, score = [], probability(sampled(0, words=0))
    found = tuple(one for span in spans for one in span.substitutions)
    phrases = tortured_phrases(read.text, surveyed, lexicon)
    accused = shown in ("spun", "suspect")
    if accused:
        found = in_place_of(found, whole(phrases))
    if reason is None:
        found = in_place_of(found, left)
    restored = None
    if shown == "spun":
        found = with_layers(read.text, found, lambda text: _below(text, lexicon, weights))
    if accused:
        found = with_articles(read.text, found)
    if found and accused:
        restored = apply(
            read.text, [Edit(s.start, s.end, s.observed, s.original, s.confidence) for s in found]
        )
    concluded = SpinDocument(
        id=id,
        verdict=shown,
        score=round(score, 4),
        words=surveyed.words,
        density=round(1000 * len(found) / max(surveyed.words, 1), 2),
        substitutions=found,
        restored=restored,
        limits=(*limits, *unread(kind)),
        phrases=phrases,
        family=family(
            surveyed, [span.row for span in spans for _ in span.substitutions], lexicon, weights=weights
        )
        if accused
        else None,
        reason=reason,
        read=round(kind.read, 4),
    )
    return concluded, kind


def _below(restored: str, lexicon: Lexicon, weights: Weights | None) -> list[Substitution]:
    """Return what is found in the restored text of one that was spun: the layer below."""
    surveyed = survey(restored, lexicon, weights=weights)
    if not is_read_again(surveyed.score):
        return []
    spans = sure_spans(restored, surveyed, "spun", lexicon, weights=weights)
    return [one for span in spans for one in span.substitutions]
