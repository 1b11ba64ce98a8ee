"""What a result shows of the texts and pairs that were compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from forensics.settings import TraceSettings
from forensics.trace.align.changed_facts import changed_facts
from forensics.trace.align.pair import PairComparison
from forensics.trace.extract.prepare import Prepared, SentenceSpan
from forensics.trace.extract.templates import words_of
from forensics.trace.result import (
    Citation,
    Exclusion,
    Match,
    Op,
    PairVerdict,
    Role,
    Side,
    SpunWord,
    TraceDocument,
)
from forensics.trace.verdict.bibliography import shared_entries
from forensics.trace.verdict.coverage import exclusions

SHOWN = ("copy", "derived", "sibling", "patchwork", "background", "undetermined")
"""Relations whose matches are listed: a reader must be able to judge what could not be decided here."""


def side_by_side(
    verdicts: Sequence[PairVerdict], comparisons: Sequence[PairComparison], settings: TraceSettings
) -> tuple[list[PairVerdict], list[Match]]:
    """Return the verdicts with the facts that changed, and the matches of all pairs that are shown side by side."""
    told: list[PairVerdict] = []
    matches: list[Match] = []
    for verdict, comparison in zip(verdicts, comparisons, strict=True):
        if verdict.relation in SHOWN:
            changes = changed_facts(comparison)
            placed = tuple(replace(one, match=one.match + len(matches)) for one in changes)
            told.append(replace(verdict, changed_facts=placed))
            matches += _matches(comparison, settings)
        else:
            told.append(verdict)
    return told, matches


def _matches(comparison: PairComparison, settings: TraceSettings) -> list[Match]:
    matches = [
        Match(
            a=_side(comparison.a, one.words_a),
            b=_side(comparison.b, one.words_b),
            level=one.level,
            ops=one.rewriting.ops,
            similarity=round(one.bead.similarity, 4),
            passage=one.passage,
            excluded=exclusions(one, comparison, settings),
        )
        for one in comparison.aligned
    ]
    return matches + _template_matches(comparison) + _reference_matches(comparison, settings)


def _template_matches(comparison: PairComparison) -> list[Match]:
    """Return the template sentences that both texts hold: shown, counted in no percentage."""
    a, b = comparison.a, comparison.b
    there = {words_of(b, sentence): sentence for sentence in reversed(b.template)}
    both = ((here, there.get(words_of(a, here))) for here in a.template)
    return [_aside(a, here, b, other, ("boilerplate",)) for here, other in both if other]


def _reference_matches(comparison: PairComparison, settings: TraceSettings) -> list[Match]:
    """Return the entries of reference lists that both texts hold, where the settings speak of them."""
    if settings.exclude_bibliography is None:
        return []
    why: tuple[Exclusion, ...] = ("bibliography",) if settings.exclude_bibliography else ()
    a, b = comparison.a, comparison.b
    return [_aside(a, here, b, other, why) for here, other in shared_entries(a, b)]


def _aside(
    a: Prepared, here: SentenceSpan, b: Prepared, other: SentenceSpan, excluded: tuple[Exclusion, ...]
) -> Match:
    """Return a match beside the passages: the same words in both, of which neither is the writer."""
    return Match(
        Side(a.id, here.start, here.end),
        Side(b.id, other.start, other.end),
        "boilerplate",
        (Op("equal", a.text[here.start : here.end], b.text[other.start : other.end]),),
        similarity=1.0,
        passage=-1,
        excluded=excluded,
    )


def _side(text: Prepared, words: range) -> Side:
    return Side(text.id, text.words[words.start].start, text.words[words.stop - 1].end)


def document_of(text: Prepared, role: Role) -> TraceDocument:
    """Return what a result holds of one text."""
    return TraceDocument(
        id=text.id,
        claims=text.claims,
        residue=text.residue,
        facts=text.facts,
        substitutions=tuple(
            SpunWord(e.start, e.end, e.observed, e.original, round(e.confidence, 4)) for e in text.edits
        ),
        spun=None if text.spun_score is None else round(text.spun_score, 4),
        text=text.text,
        role=role,
        quotations=text.given,
        citations=tuple(Citation(c.start, c.end, c.of(text.text)) for c in text.citations),
    )
