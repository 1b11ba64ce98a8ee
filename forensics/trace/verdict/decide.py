"""From evidence to a verdict: how two texts relate, which way, how surely, and what that leaves open."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from forensics.trace.models import Models, probability
from forensics.trace.models import chance as chance_of
from forensics.trace.result import Direction, PairVerdict, Relation
from forensics.trace.verdict.direction import DOCUMENTED
from forensics.trace.verdict.same_event import ONE_EVENT, chance_same_event, follows

# Pairs that are counted here are those of python -m bench.trace.news, each weighed by a model that was fitted on other
# stories; or, where it is said, the 84 texts spun and cut of python -m bench.trace.fit.

# A chance of dependence that names a relation: of 566 pairs 281 that depend stand above it, and one that does not.
_SURE = 0.5
# A chance up to which a pair is called independent: 273 that are stand below it, and 4 that are not; 7 are between.
_DOUBTFUL = 0.3
# Texts of fewer words prove nothing unless they are equal; the shortest answer of Clough & Stevenson has 36.
_LEAST_WORDS = 20
# What was fitted on some hundreds of pairs cannot vouch for more than one error in a thousand.
_CERTAIN = 0.999
# The share of both texts that must match as written: of 84 texts spun and cut 7 stand
# above it, left almost as they were, and 24 between .5 and it.
_COPY = 0.85
# The least chance of texts that are the same almost whole, whosever the words: a speech that both print word for word
# and little else. Of 280 independent pairs none is the same by more than a third.
_COPIED = 0.95
# A direction counts as ruled out above this: by three firm facts (.86), which none of 84 spun texts holds of its own
# (22 hold one, 4 two), or by two facts and one pair of slots (.80).
_REFUTED = 0.8
# What each firm fact leaves of the chance that its teller was made from the other: 26 of 84 spun texts hold one or two
# that were read wrongly or differently, so that one proves little.
_DOUBT = 0.45
# Half a fact is forgiven: the first is as often the reading's error as the writer's addition.
_FORGIVEN = 0.5
# Two slots where only one side still has the original count as one fact: a lone word may have been read wrongly.
_SLOT_WORTH = 0.5
# The score from which a text counts as spun here: spin's own even chance.
_SPUN = 0.5
# A spinner keeps its source's slots: the least of 84 spun texts keeps .92, the least of 40 pairs of siblings .73.
_KEPT = 0.7
# How fast lost slots rule a spinner out: each tenth below the least counts as .8 of a fact.
_TOLD_ANEW = 8.0
# The chance from which a direction is told: of python -m bench.trace.news_direction, with a story left out, 72 of 92
# releases and their children and 12 of 12 that agencies wrote, all of them right, and of 76 pairs of siblings none.
_TOLD = 0.82

# Follow-ups of one newsroom share passages, and no more: less than these shares of either text stand in runs of the
# other, where the outlet is the same, and where it is not known. Of 27 follow-ups 25 are told so with their outlets, 20
# without, and of 79 other dependent pairs none and one (python -m bench.trace.news).
_AGAIN_SAME_OUTLET = 0.5
_AGAIN = 0.35
# Days between the two, by their records: what is printed on one day, or under two outlets, is no follow-up.
_AGAIN_DAYS_SAME_OUTLET = 1
_AGAIN_DAYS = 2

DEPENDENT = ("copy", "derived", "sibling", "patchwork", "background")
"""Relations by which something of one text, quotations and all, came into the other, or into both from a third."""

_PARALLEL = "Only the texts given were compared; a source that both may have used was not among them."
_COMMON = (
    "They likely share a text, but whether one was made from the other or both from a third cannot be told."
)
_OWN = "One newsroom may use its own passages again; which text had them first says nothing about copying."
UNDATED = "They share passages, not the whole: one newsroom that uses its own again looks the same, and no dates tell."
_FOLLOWS = "They share names as reports of one event do, but weeks lie between their records."
_COPIES = "Two copies do not show which one came first."
_STILL_OPEN = "Neither text holds enough that the other lacks to tell which one came first."
_UNSHOWN = "What they share speaks for a common text, but no passage can be shown in which they meet."
_NATURAL = "Which side reads as spun says which one a spinner wrote, not who copied whom."


@dataclass(frozen=True, slots=True)
class TextSummary:
    """What a verdict asks of one of its two texts, beside the evidence on the pair.

    `covered` and `counted` are the shares of its `words` that match, without and with the settings' exclusions, and
    `covered_own` and `counted_own` the same without what either text quotes; `read` tells whether anybody looked for
    spinning in it, `day` and `outlet` are those of its record.
    """

    id: str
    words: int
    covered: float = 0.0
    counted: float = 0.0
    covered_own: float = 0.0
    counted_own: float = 0.0
    read: bool = True
    day: date | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class _Finding:
    relation: Relation
    direction: Direction
    probability: float
    limits: tuple[str, ...] = ()


def decide(seen: Mapping[str, float], a: TextSummary, b: TextSummary, models: Models) -> PairVerdict:
    """Return the verdict on two texts from the evidence on the pair, weighed by the model `pair`."""
    chance = _chance(seen, min(a.words, b.words), models)
    event = chance_same_event(seen, models.event)
    finding = _finding(seen, a, b, chance, event)
    if finding.relation == "unrelated" and follows(seen, models.event):
        finding = replace(finding, limits=(_FOLLOWS,))
    taken_over = finding.relation in DEPENDENT
    return PairVerdict(
        a=a.id,
        b=b.id,
        relation=finding.relation,
        direction=finding.direction,
        probability=round(min(finding.probability, _CERTAIN), 4),
        coverage_a=round(a.covered if taken_over else a.covered_own, 4),
        coverage_b=round(b.covered if taken_over else b.covered_own, 4),
        evidence={**seen, "chance_same_event": round(min(event, _CERTAIN), 4)},
        limits=(*finding.limits, *_limits(seen, a, b, finding.relation)),
        counted_a=round(a.counted if taken_over else a.counted_own, 4),
        counted_b=round(b.counted if taken_over else b.counted_own, 4),
        chance_dependent=round(min(chance, _CERTAIN), 4),
    )


def _chance(seen: Mapping[str, float], words: int, models: Models) -> float:
    """Return the chance that one text, or a common one, stands behind both; words that others spoke count nowhere."""
    if words == 0:
        return 0.0
    chance = probability(seen, models.pair)
    if "inserted_similarity" in seen:
        chance = max(chance, probability(seen, models.inserted))
    return max(chance, _COPIED) if _is_copy(seen) else chance


def _is_copy(seen: Mapping[str, float]) -> bool:
    return min(seen["verbatim_a"], seen["verbatim_b"]) >= _COPY


def _finding(
    seen: Mapping[str, float], a: TextSummary, b: TextSummary, chance: float, event: float
) -> _Finding:
    words = min(a.words, b.words)
    if words == 0:
        return _Finding("undetermined", "unknown", 0.0, ("One of the texts holds no words to compare.",))
    if words < _LEAST_WORDS and not (seen["verbatim_a"] == seen["verbatim_b"] == 1.0):
        return _Finding(
            "undetermined", "unknown", chance, ("Too few words: a short text proves no common origin.",)
        )
    if chance >= _SURE:
        shown = a.covered > 0 or b.covered > 0
        return (
            _dependent(seen, a, b, chance)
            if shown
            else _Finding("undetermined", "unknown", chance, (_UNSHOWN,))
        )
    if chance > _DOUBTFUL:
        return _Finding(
            "undetermined",
            "unknown",
            chance,
            ("The evidence stands between chance likeness and a common text.",),
        )
    if event >= ONE_EVENT:
        return _Finding("same_event", "unknown", (1 - chance) * event)
    return _Finding("unrelated", "unknown", (1 - chance) * (1 - event))


def _dependent(seen: Mapping[str, float], a: TextSummary, b: TextSummary, chance: float) -> _Finding:
    if _is_copy(seen):
        way = _way(_toward(seen, DOCUMENTED))
        return _Finding("copy", way, chance, () if way != "unknown" else (_COPIES,))
    not_b_from_a = _ruled_out(seen["facts_exclusive_b"], seen["spun_slots_a"], seen.get("spun_b", 0.0), seen)
    not_a_from_b = _ruled_out(seen["facts_exclusive_a"], seen["spun_slots_b"], seen.get("spun_a", 0.0), seen)
    both = not_b_from_a * not_a_from_b
    way = _way(_toward(seen, DOCUMENTED))
    if way == "unknown" and _used_again(seen, a, b):
        return _Finding("background", "unknown", chance, (_OWN,))
    if way == "unknown" and min(not_b_from_a, not_a_from_b) >= _REFUTED:
        return _Finding("sibling", "common_source", chance * both, (_PARALLEL,))
    if way == "unknown":
        way = _way(_toward(seen))
        against = not_a_from_b if way == "a_from_b" else not_b_from_a
        way = "unknown" if against >= _REFUTED else way
    if way != "unknown":
        likely = max(1 - both, abs(_toward(seen) - 0.5) + 0.5)
        return _Finding("derived", way, chance * likely, (_PARALLEL,))
    one_sided = max(not_b_from_a, not_a_from_b) >= _REFUTED
    still_open = _COMMON if one_sided else _STILL_OPEN
    return _Finding("derived", "unknown", chance * (1 - both), (still_open, _PARALLEL))


def _used_again(seen: Mapping[str, float], a: TextSummary, b: TextSummary) -> bool:
    """Tell whether two texts look like follow-ups of one newsroom, days apart by their records."""
    if a.day is None or b.day is None:
        return False
    same_outlet = a.outlet is not None and a.outlet == b.outlet
    days = _AGAIN_DAYS_SAME_OUTLET if same_outlet else _AGAIN_DAYS
    return abs((a.day - b.day).days) >= days and _may_be_own(seen, a, b)


def _may_be_own(seen: Mapping[str, float], a: TextSummary, b: TextSummary) -> bool:
    """Tell whether so little stands in both, under no two outlets, that one newsroom may have used it twice."""
    if a.outlet is not None and b.outlet is not None and a.outlet != b.outlet:
        return False
    most = _AGAIN if a.outlet is None or b.outlet is None else _AGAIN_SAME_OUTLET
    return max(seen["runs_share_a"], seen["runs_share_b"]) < most


def _toward(seen: Mapping[str, float], terms: Sequence[str] | None = None) -> float:
    """Return the chance that a was made from b, where one was made from the other; by some of the `terms` alone."""
    names = (
        [f"direction_{term}" for term in terms] if terms else [n for n in seen if n.startswith("direction_")]
    )
    return chance_of(sum(seen.get(name, 0.0) for name in names))


def _way(toward: float) -> Direction:
    return "a_from_b" if toward >= _TOLD else "b_from_a" if toward <= 1 - _TOLD else "unknown"


def _ruled_out(facts: float, slots: float, spun: float, seen: Mapping[str, float]) -> float:
    """Return how surely one text cannot come from the other, 0..1.

    Against it speak `facts` that only the supposed child tells, `slots` where the supposed source reads as spun and
    the child still has the original words, and, for a child that was `spun`, sentences told anew: a spinner keeps
    its source's slots.
    """
    told_anew = _TOLD_ANEW * max(0.0, _KEPT - seen["slots_kept"]) if spun >= _SPUN else 0.0
    return 1 - math.pow(_DOUBT, max(0.0, facts - _FORGIVEN) + slots * _SLOT_WORTH + told_anew)


def _limits(seen: Mapping[str, float], a: TextSummary, b: TextSummary, relation: Relation) -> list[str]:
    found: list[str] = []
    unread = [text.id for text in (a, b) if not text.read]
    if unread:
        found.append(f"Nobody looked for spinning in {' and '.join(unread)}.")
    elif seen["spun_slots_a"] or seen["spun_slots_b"]:
        found.append(_NATURAL)
    undated = a.day is None or b.day is None
    if relation in ("derived", "sibling") and undated and _may_be_own(seen, a, b):
        found.append(UNDATED)
    if a.day is None and b.day is None:
        found.append("Neither text carries a date.")
    return found
