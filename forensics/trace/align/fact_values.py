"""Two facts that stand in one slot: one fact told in two ways, or two that contradict each other."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from forensics.lang import language
from forensics.trace.extract.units import CODES, UNITS
from forensics.trace.result import Fact

Contradiction = Literal["number", "unit", "date", "name"]

# A figure restates another one that is rounded to as many digits, two at least ...
_LEAST_DIGITS = 2
# ... or stands for it roughly where either side says "about", "over" or "under" so. Both chosen, not measured.
_ROUGHLY = 0.15
# Measures of one thing, in the first of them; a mile rounded from kilometres is off by less than `_ROUGHLY`.
_MEASURES: tuple[Mapping[str, float], ...] = (
    {
        "m": 1,
        "km": 1000,
        "cm": 0.01,
        "mm": 0.001,
        "mile": 1609.3,
        "yard": 0.9144,
        "foot": 0.3048,
        "inch": 0.0254,
    },
    {"m2": 1, "km2": 1e6, "hectare": 1e4, "acre": 4046.9, "mile2": 2.59e6, "foot2": 0.0929, "yard2": 0.8361},
    {"kg": 1, "g": 0.001, "mg": 1e-6, "tonne": 1000, "lb": 0.4536, "oz": 0.02835, "stone": 6.35},
    {"litre": 1, "ml": 0.001, "gallon": 3.785, "barrel": 159.0},
    {"minute": 1, "second": 1 / 60, "hour": 60, "day": 1440, "week": 10080, "month": 43830, "year": 525960},
    {"mph": 1.609, "km/h": 1},
)
_FACTORS = {unit: (kind, size) for kind, sizes in enumerate(_MEASURES) for unit, size in sizes.items()}
_KNOWN_UNITS = frozenset(_FACTORS) | frozenset(UNITS.values()) | frozenset(CODES.values())
_MONTHS = language("en").calendar.months
_WEEK = language("en").calendar.week
_DAY = re.compile(r"(?:(\d{4})-)?(\d\d)-(\d\d)$")
_SHORTEST_OF_NICKNAMES = 3


@dataclass(frozen=True, slots=True)
class _Amount:
    low: float
    high: float
    digits: int
    unit: str
    rough: bool


def contradiction(a: Fact, b: Fact) -> Contradiction | None:
    """Return in what two facts of one slot differ; None where both may be true, or cannot be compared."""
    if a.normalised == b.normalised:
        return None
    kinds = {a.kind, b.kind}
    if kinds <= {"number", "quantity"}:
        return _amounts(_amount(a), _amount(b))
    if kinds == {"date"}:
        return "date" if _dates(a.normalised, b.normalised) else None
    if kinds <= {"name", "place"}:
        return "name" if _names(a, b) else None
    return None


def restates(a: Fact, b: Fact) -> bool:
    """Tell whether two facts, wherever they stand, are one."""
    if a.normalised == b.normalised:
        return True
    kinds = {a.kind, b.kind}
    if kinds <= {"number", "quantity"}:
        x, y = _amount(a), _amount(b)
        return x is not None and y is not None and _restated(*_as(x, y))
    return kinds <= {"name", "place"} and not _names(a, b)


def shares_a_word(a: Fact, b: Fact) -> bool:
    """Tell whether two names have a word in common, as a changed first name leaves the last."""
    return bool(set(a.normalised.lower().split()) & set(b.normalised.lower().split()))


def _amount(fact: Fact) -> _Amount | None:
    value, _, unit = fact.normalised.partition(" ")
    low, _, high = value.partition("-")
    ends = [_number(low), _number(high or low)]
    if None in ends:
        return None
    digits = len(low.replace(".", "").strip("0") or "0")
    return _Amount(
        min(e for e in ends if e is not None),
        max(e for e in ends if e is not None),
        digits,
        unit,
        fact.qualifier is not None,
    )


def _number(text: str) -> float | None:
    over, _, under = text.partition("/")
    try:
        return float(over) / float(under) if under else float(over)
    except (ValueError, ZeroDivisionError):
        return None


def _amounts(a: _Amount | None, b: _Amount | None) -> Contradiction | None:
    if a is None or b is None or _restated(*_as(a, b)):
        return None
    known = {a.unit, b.unit} & _KNOWN_UNITS
    if a.unit == b.unit or not known or (_measure(a) is not None and _measure(a) == _measure(b)):
        figures = (a.low, a.high) == (b.low, b.high)
        return "unit" if figures else "number"
    if len(known) < 2:
        return None
    return "unit" if (a.low, a.high) == (b.low, b.high) else None


def _measure(amount: _Amount) -> int | None:
    return _FACTORS[amount.unit][0] if amount.unit in _FACTORS else None


def _as(a: _Amount, b: _Amount) -> tuple[_Amount, _Amount]:
    """Return both amounts in one measure, roughly, where they are of one; figures of two measures are not alike."""
    if a.unit == b.unit or not {a.unit, b.unit} & _KNOWN_UNITS:
        return a, b
    if _measure(a) is not None and _measure(a) == _measure(b):
        x, y = (_FACTORS[one.unit][1] for one in (a, b))
        return replace(a, low=a.low * x, high=a.high * x, rough=True), replace(
            b, low=b.low * y, high=b.high * y
        )
    return a, replace(b, low=math.inf, high=math.inf)


def _restated(a: _Amount, b: _Amount) -> bool:
    if a.low < a.high and b.low < b.high:
        return (a.low, a.high) == (b.low, b.high)
    if a.low <= b.high and b.low <= a.high:
        return True
    if a.rough or b.rough:
        return abs(a.low - b.low) <= _ROUGHLY * max(abs(a.low), abs(b.low))
    digits = min(a.digits, b.digits)
    return digits >= _LEAST_DIGITS and _rounded(a.low, digits) == _rounded(b.low, digits)


def _rounded(value: float, digits: int) -> str:
    return f"{value:.{digits - 1}e}"


def _dates(a: str, b: str) -> bool:
    """Tell whether two dates cannot be one: by weekday, by day, month and year, or by the clock."""
    if ":" in a and ":" in b:
        return True
    if a in _WEEK and b in _WEEK:
        return True
    for weekday, other in ((a, b), (b, a)):
        if weekday in _WEEK and (day := _day(other)) is not None:
            return _WEEK[day.weekday()] != weekday
    parts, others = _parts(a), _parts(b)
    return any(x is not None and y is not None and x != y for x, y in zip(parts, others, strict=True))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _parts(text: str) -> tuple[int | None, int | None, int | None]:
    """Return year, month and day as far as a date in its normal form gives them."""
    if (found := _DAY.match(text)) is not None:
        year, month, day = found.groups()
        return int(year) if year else None, int(month), int(day)
    if text in _MONTHS:
        return None, _MONTHS.index(text) + 1, None
    year, _, month = text.partition("-")
    if len(year) == 4 and year.isdigit():
        return int(year), int(month) if len(month) == 2 and month.isdigit() else None, None
    return None, None, None


def _names(a: Fact, b: Fact) -> bool:
    """Tell whether two names are of two: not one shorter, one by its initials, or one in another form."""
    x, y = (re.sub(r"['’]s\b|[^\w\s]", "", n.normalised.lower()).split() for n in (a, b))
    if not x or not y or _initials(x, y) or _initials(y, x):
        return False
    shared = set(x) & set(y)
    if not shared:
        return not any(_one_name(p, q) for p in x for q in y)
    if len(x) != len(y):
        return False
    return not all(p == q or _one_name(p, q) for p, q in zip(x, y, strict=True))


def _one_name(p: str, q: str) -> bool:
    """Tell whether two words may be one name: an initial, a short form, or another form of it."""
    short, long = sorted((p, q), key=len)
    return (
        long.startswith(short[:_SHORTEST_OF_NICKNAMES])
        if len(short) >= _SHORTEST_OF_NICKNAMES
        else long[0] == short[0]
    )


def _initials(short: list[str], long: list[str]) -> bool:
    initials = "".join(word[0] for word in long)
    return (
        len(short) == 1 and len(long) > 1 and (short[0].startswith(initials) or initials.startswith(short[0]))
    )
