"""Datelines: the place, the agency and the day that stand before the first words of a report."""

from __future__ import annotations

import re
from functools import lru_cache

from forensics.lang import language
from forensics.text.spans import Span
from forensics.trace.extract.outlets import resolve

LONGEST = 90
"""Characters; no dateline reaches farther."""

_ENGLISH = language("en")
_CREDITS, _CALENDAR = _ENGLISH.credits, _ENGLISH.calendar
_MONTH = "|".join(sorted({*_CALENDAR.months, *_CALENDAR.short_months}, key=len, reverse=True))
_WORD = r"[A-ZÀ-Þ][\w.'’-]{0,20}"
_DATELINE = re.compile(
    rf"(?P<place>{_WORD}(?:[ /]{_WORD}){{0,3}})?(?P<region>,\ (?!(?i:{_MONTH})\b){_WORD}(?:\ {_WORD}){{0,2}})?"
    rf"(?P<date>,?\ (?:(?i:{_MONTH})\b\.?\ \d{{1,2}}|\d{{1,2}}\ (?i:{_MONTH})\b\.?)(?:,?\ \d{{4}})?)?"
    r"\s?(?P<agency>\((?P<name>[A-Z][\w .&/’'-]{1,30})\))?"
    r"(?P<dash>\s*(?:—|–|―|--)|\s+-(?=\s)|\s?:(?=\s))?"
)


def dateline(text: str, line: Span) -> Span | None:
    """Return where a dateline stands at the beginning of `line`, with the dash that ends it; None for none.

    An agency in brackets is sure. Else a dash must end it, and a region, a day or a city that is known must say that
    the capitals are a place: "UPDATE - The ferry sailed" has none.
    """
    shown = text[line.start : min(line.end, line.start + LONGEST)]
    found = _DATELINE.match(shown)
    if found is None or not found.end() or not _is_dateline(found):
        return None
    end = found.end()
    return Span(line.start, line.start + end) if shown[end:].strip() or line.end > line.start + end else None


def _is_dateline(found: re.Match[str]) -> bool:
    place, region, date, name = (found[part] or "" for part in ("place", "region", "date", "name"))
    upper = place.isupper() and len(place) > 2
    if name:
        agency = name in _CREDITS.agencies or _is_medium(name)
        return agency and (upper or not place or _is_place(place) or bool(found["dash"]))
    if not place or not found["dash"]:
        return False
    if date:
        return upper or _is_place(place)
    if found["dash"].strip() == ":":
        return upper and _is_place(place) and not region
    return upper and (_is_place(place) or (bool(region) and not region[2:].isupper()) or _is_state(region))


def _is_state(region: str) -> bool:
    return bool(re.fullmatch(r",\ (?:[A-Z]\.){1,3}", region)) or _is_place(region[2:].title())


def _is_medium(name: str) -> bool:
    outlet = resolve(name)
    return outlet is not None and outlet.kind == "media"


def _is_place(name: str) -> bool:
    return name.lower() in _places()


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    # The demonyms of places.tsv are no datelines: only its first column.
    return _CREDITS.cities | {line.partition("\t")[0].lower() for line in _ENGLISH.lines("places.tsv")}
