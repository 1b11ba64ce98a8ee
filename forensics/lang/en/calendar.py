"""English dates: months and weekdays, and the words around them."""

from __future__ import annotations

from forensics.lang.groups import Calendar

MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)
SHORT_MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
WEEK = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
_PERIODS = "week weekend month year night summer winter spring autumn decade century season quarter".split()

CALENDAR = Calendar(
    months=MONTHS,
    short_months=SHORT_MONTHS,
    ambiguous_months=frozenset("may march mar sept".split()),
    week=WEEK,
    weekdays=frozenset(WEEK),
    days={day: day for day in "yesterday today tomorrow tonight".split()},
    relative={
        "last": "last",
        "final": "last",  # how spinners write it; before a month it is hardly ever anything else
        "next": "next",
        "this": "this",
        "previous": "last",
        "coming": "next",
        "subsequent": "next",  # as spinners write it
    },
    periods={period: period for period in _PERIODS} | {"yr": "year"},
    before_month=frozenset(
        """in since until till by during last next early late mid from of this on before after between through
        to""".split()
    ),
    before_year=frozenset(
        """in since until till by during early late mid from of before after between through to the year years
        spring summer autumn winter fall christmas and""".split()
    ),
    after_count=frozenset(
        """people men women children jobs troops soldiers workers homes years miles votes deaths cases
        employees members students patients shares seats tonnes words pages companies users dollars pounds
        euros""".split()
    ),
    ordinal_endings=("st", "nd", "rd", "th"),
)
