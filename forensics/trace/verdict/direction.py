"""Which of two texts was made from the other: terms that speak for a being made from b, each by its own name."""

from __future__ import annotations

import math
from collections.abc import Mapping

from forensics.trace.extract.origins import Origin

# Days apart from which a date tells: records of one story differ by one (time zones, print), and of 14 pairs that are
# a day apart the child was the later in 8; of 7 that are further apart in all.
_LEAST_DAYS = 2
# Days beyond which a text is no more surely the later one.
_MOST_DAYS = 30
# A lone form of a release stands on many a page of news ("email", "doi"): it told a direction between siblings.
_LONE = 1
# The share of a text that must stand in the other one before its spun words tell: two texts spun from a third hold
# sentences of their own. Of 20 such pairs 3 are covered to more than nine tenths, of 40 children of the other 38.
_COVERED = 0.7

DOCUMENTED = ("release_forms", "retold", "agency", "names_other", "later")
"""Terms that texts and their records say themselves; the others come from what stands in both."""


def direction_terms(
    a: Origin, b: Origin, covered_a: float, covered_b: float, seen: Mapping[str, float]
) -> dict[str, float]:
    """Return what speaks for a being made from b, by name; turned round, every term changes its sign.

    `release_forms` (but for one), `retold` and `exclusive_facts` are logarithms of counts, a's less b's; `agency` is 1
    where only a's record names a news agency, `names_other` where only a credits or cites b's outlet; `later` grows
    with the days by which a is the younger; `covered` is the share of a that matches less that of b; `spun_slots`
    counts the words that read as spun where the other text has the original, in a text that the other one covers.
    """
    return {
        "release_forms": _damped(max(0, a.release_forms - _LONE), max(0, b.release_forms - _LONE)),
        "retold": _damped(a.retold, b.retold),
        "agency": float(a.agency) - float(b.agency),
        "names_other": _names(a, b) - _names(b, a),
        "later": _later(a, b),
        "covered": covered_a - covered_b,
        "spun_slots": math.log1p(seen["spun_slots_a"]) * _surely(covered_a)
        - math.log1p(seen["spun_slots_b"]) * _surely(covered_b),
        "exclusive_facts": _damped(seen["facts_exclusive_a"], seen["facts_exclusive_b"]),
    }


def _damped(of_a: float, of_b: float) -> float:
    return math.log1p(of_a) - math.log1p(of_b)


def _surely(covered: float) -> float:
    return max(0.0, covered - _COVERED) / (1 - _COVERED)


def _names(one: Origin, other: Origin) -> float:
    return float(other.outlet is not None and other.outlet != one.outlet and other.outlet in one.credited)


def _later(a: Origin, b: Origin) -> float:
    if a.day is None or b.day is None:
        return 0.0
    days = (a.day - b.day).days
    return math.copysign(math.log1p(min(_MOST_DAYS, abs(days))), days) if abs(days) >= _LEAST_DAYS else 0.0
