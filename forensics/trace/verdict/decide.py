"""From evidence to a verdict: how two texts relate, which way, how surely, and what that leaves open."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from forensics.settings import TraceSettings
from forensics.trace.align.pair import PairComparison
from forensics.trace.models import Model, Models, probability, shipped_models
from forensics.trace.result import Direction, PairVerdict, Relation
from forensics.trace.verdict.coverage import coverage
from forensics.trace.verdict.evidence import evidence

_SURE, _DOUBTFUL = 0.65, 0.35
_LEAST_WORDS = 20
_CERTAIN = 0.999  # what was fitted on some hundreds of pairs cannot vouch for more
_COPY = 0.85
_REFUTED = 0.8  # a direction is taken to be ruled out above this
_EVEN = 0.6  # one direction ruled out and the other more unlikely than not: no direction can be stood behind
_DOUBT = 0.45  # what each fact or pair of slots leaves of the chance that a direction is possible
_SPUN, _KEPT, _TOLD_ANEW = 0.5, 0.7, 8.0
_SAME_EVENT_FACTS = 3.0
_SAME_EVENT_SHARE = 0.15

_PARALLEL = "Only the texts given were compared; a source that both may have used was not among them."
_COMMON = (
    "They likely share a text, but whether one was made from the other or both from a third cannot be told."
)
_NATURAL = "Which side reads as spun says which one a spinner wrote, not who copied whom."


@dataclass(frozen=True, slots=True)
class _Finding:
    relation: Relation
    direction: Direction
    probability: float
    limits: tuple[str, ...] = ()


def decide(
    comparison: PairComparison, settings: TraceSettings, *, models: Models | None = None
) -> PairVerdict:
    """Return the verdict on a pair of texts, with the evidence it rests on and its limits.

    `models` weighs the evidence; None stands for the models that ship.
    """
    seen = evidence(comparison)
    finding = _finding(comparison, seen, (models or shipped_models()).pair)
    covered_a, covered_b = coverage(comparison)
    counted_a, counted_b = coverage(comparison, settings)
    return PairVerdict(
        a=comparison.a.id,
        b=comparison.b.id,
        relation=finding.relation,
        direction=finding.direction,
        probability=round(min(finding.probability, _CERTAIN), 4),
        coverage_a=round(covered_a, 4),
        coverage_b=round(covered_b, 4),
        evidence=seen,
        limits=(*finding.limits, *_limits(comparison)),
        counted_a=round(counted_a, 4),
        counted_b=round(counted_b, 4),
    )


def _finding(comparison: PairComparison, seen: Mapping[str, float], model: Model) -> _Finding:
    words_a, words_b = comparison.a.length, comparison.b.length
    if min(words_a, words_b) == 0:
        return _Finding("undetermined", "unknown", 0.0, ("One of the texts holds no words to compare.",))
    chance = probability(seen, model)
    if min(words_a, words_b) < _LEAST_WORDS and not (seen["verbatim_a"] == seen["verbatim_b"] == 1.0):
        return _Finding(
            "undetermined", "unknown", chance, ("Too few words: a short text proves no common origin.",)
        )
    if chance >= _SURE:
        return _dependent(seen, chance)
    if chance > _DOUBTFUL:
        return _Finding(
            "undetermined",
            "unknown",
            chance,
            ("The evidence stands between chance likeness and a common text.",),
        )
    same_event = seen["facts_shared"] >= _SAME_EVENT_FACTS and seen["fact_containment"] >= _SAME_EVENT_SHARE
    return _Finding("same_event" if same_event else "unrelated", "unknown", 1 - chance)


def _dependent(seen: Mapping[str, float], chance: float) -> _Finding:
    if min(seen["verbatim_a"], seen["verbatim_b"]) >= _COPY:
        return _Finding("copy", "unknown", chance, ("Two copies do not show which one came first.",))
    not_b_from_a = _ruled_out(seen["facts_exclusive_b"], seen["spun_slots_a"], seen.get("spun_b", 0.0), seen)
    not_a_from_b = _ruled_out(seen["facts_exclusive_a"], seen["spun_slots_b"], seen.get("spun_a", 0.0), seen)
    both, weaker = not_b_from_a * not_a_from_b, min(not_b_from_a, not_a_from_b)
    if weaker >= _REFUTED:
        return _Finding("sibling", "common_source", chance * both, (_PARALLEL,))
    if max(not_b_from_a, not_a_from_b) >= _REFUTED and weaker > _EVEN:
        return _Finding("undetermined", "unknown", chance * (1 - weaker / 2), (_COMMON, _PARALLEL))
    if not_b_from_a >= _REFUTED:
        return _Finding("derived", "a_from_b", chance * (1 - weaker / 2), (_PARALLEL,))
    if not_a_from_b >= _REFUTED:
        return _Finding("derived", "b_from_a", chance * (1 - weaker / 2), (_PARALLEL,))
    still_open = "Neither text holds enough that the other lacks to tell which one came first."
    return _Finding("derived", "unknown", chance * (1 - both), (still_open, _PARALLEL))


def _ruled_out(facts: float, slots: float, spun: float, seen: Mapping[str, float]) -> float:
    """Return how surely one text cannot come from the other, 0..1.

    Against it speak `facts` that only the supposed child tells, `slots` where the supposed source reads as spun and
    the child still has the original words, and, for a child that was `spun`, sentences told anew: a spinner keeps
    its source's slots.
    """
    told_anew = _TOLD_ANEW * max(0.0, _KEPT - seen["slots_kept"]) if spun >= _SPUN else 0.0
    return 1 - math.pow(_DOUBT, max(0.0, facts - 0.5) + slots / 2 + told_anew)


def _limits(comparison: PairComparison) -> list[str]:
    found: list[str] = []
    unread = [text.id for text in (comparison.a, comparison.b) if text.spun_score is None]
    if unread:
        found.append(f"Nobody looked for spinning in {' and '.join(unread)}.")
    elif comparison.spun_slots_a or comparison.spun_slots_b:
        found.append(_NATURAL)
    if not any(text.document.metadata.get("date") for text in (comparison.a, comparison.b)):
        found.append("Neither text carries a date.")
    return found
