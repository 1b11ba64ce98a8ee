"""The verdict on a comparison: its evidence and coverages, handed to the decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from forensics.settings import TraceSettings
from forensics.trace.align.pair import PairComparison
from forensics.trace.extract.prepare import Prepared
from forensics.trace.models import Models, weighed
from forensics.trace.result import PairVerdict
from forensics.trace.verdict.coverage import coverage
from forensics.trace.verdict.decide import TextSummary, decide
from forensics.trace.verdict.direction import direction_terms
from forensics.trace.verdict.evidence import evidence

# Shared facts that a verdict shows: a reader who doubts it reads no more.
_SHOWN = 20

Shares = tuple[float, float]


def judge(comparison: PairComparison, settings: TraceSettings, models: Models) -> PairVerdict:
    """Return the verdict on a pair of texts, with the evidence it rests on and its limits."""
    found = [
        (coverage(comparison, quotations=quotations), coverage(comparison, settings, quotations=quotations))
        for quotations in (True, False)
    ]
    seen = evidence(comparison)
    terms = direction_terms(comparison.a.origin, comparison.b.origin, *found[0][0], seen)
    weights = {
        f"direction_{name}": round(value, 4) + 0.0 for name, value in weighed(terms, models.direction).items()
    }
    verdict = decide(
        {**seen, **weights}, _summary(comparison.a, found, 0), _summary(comparison.b, found, 1), models
    )
    return replace(
        verdict,
        shared_quotations=comparison.shared_quotations,
        shared_facts=comparison.common_event.shared[:_SHOWN] if verdict.relation == "same_event" else (),
    )


def _summary(text: Prepared, coverages: Sequence[tuple[Shares, Shares]], side: int) -> TextSummary:
    (covered, counted), (own, own_counted) = coverages
    return TextSummary(
        id=text.id,
        words=text.length,
        covered=covered[side],
        counted=counted[side],
        covered_own=own[side],
        counted_own=own_counted[side],
        read=text.spun_score is not None,
        day=text.origin.recorded,
        outlet=text.origin.outlet,
    )
