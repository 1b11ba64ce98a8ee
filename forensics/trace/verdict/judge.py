"""The verdict on a comparison: its evidence and coverages, handed to the decision."""

from __future__ import annotations

from forensics.settings import TraceSettings
from forensics.trace.align.pair import PairComparison
from forensics.trace.extract.prepare import Prepared
from forensics.trace.models import Models
from forensics.trace.result import PairVerdict
from forensics.trace.verdict.coverage import coverage
from forensics.trace.verdict.decide import TextSummary, decide
from forensics.trace.verdict.evidence import evidence


def judge(comparison: PairComparison, settings: TraceSettings, models: Models) -> PairVerdict:
    """Return the verdict on a pair of texts, with the evidence it rests on and its limits."""
    covered, counted = coverage(comparison), coverage(comparison, settings)
    return decide(
        evidence(comparison),
        _summary(comparison.a, covered[0], counted[0]),
        _summary(comparison.b, covered[1], counted[1]),
        models,
    )


def _summary(text: Prepared, covered: float, counted: float) -> TextSummary:
    return TextSummary(
        id=text.id,
        words=text.length,
        covered=covered,
        counted=counted,
        read=text.spun_score is not None,
        dated=bool(text.document.metadata.get("date")),
    )
