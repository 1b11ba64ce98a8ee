"""Dates, clock times and relative dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from forensics.lang import language
from forensics.text.words import Word

_ENGLISH = language("en")
_CALENDAR = _ENGLISH.calendar
MONTHS = {name: n for n, name in enumerate(_CALENDAR.months, 1)} | dict(_CALENDAR.short_months)
WEEKDAYS = _CALENDAR.weekdays


@dataclass(frozen=True, slots=True)
class Date:
    """A date at code points [start, end) and words [first, last)."""

    first: int
    last: int
    start: int
    end: int
    normalised: str


def date_at(text: str, tokens: Sequence[Word], first: int) -> Date | None:
    """Return the date that begins at `tokens[first]`: a day, month or year, a weekday, a clock time, "last week"."""
    finder = _Finder(text, tokens)
    for rule in (
        finder.iso,
        finder.day_month,
        finder.month,
        finder.relative,
        finder.weekday,
        finder.clock,
        finder.year,
    ):
        if (found := rule(first)) is not None:
            last, normalised = found
            return Date(first, last, tokens[first].start, tokens[last - 1].end, normalised)
    return None


class _Finder:
    """The rules; each takes the index of a word and returns where its date ends, and its normal form."""

    def __init__(self, text: str, tokens: Sequence[Word]) -> None:
        self._text = text
        self._tokens = tokens

    def _key(self, index: int) -> str:
        return self._tokens[index].key if 0 <= index < len(self._tokens) else ""

    def _gap(self, index: int) -> str:
        """Return what stands before word `index`."""
        if not 0 < index < len(self._tokens):
            return ""
        return self._text[self._tokens[index - 1].end : self._tokens[index].start]

    def _number(self, index: int, low: int, high: int, digits: int = 0) -> int | None:
        word = self._tokens[index].text if 0 <= index < len(self._tokens) else ""
        if len(word) > 4 or not (word.isascii() and word.isdigit()) or (digits and len(word) != digits):
            return None
        return int(word) if low <= int(word) <= high else None

    def _month(self, index: int) -> int | None:
        if not 0 <= index < len(self._tokens) or not self._tokens[index].text[0].isupper():
            return None
        return MONTHS.get(self._tokens[index].key)

    def _day(self, index: int) -> tuple[int, int] | None:
        """Return a day of the month and the index after it: "24", "24th"."""
        day = self._number(index, 1, 31)
        if day is None:
            return None
        if self._key(index + 1) in _CALENDAR.ordinal_endings and self._gap(index + 1) == "":
            return day, index + 2
        return day, index + 1

    def iso(self, index: int) -> tuple[int, str] | None:
        """2022-02-24, 24/02/2022."""
        gap = self._gap(index + 1)
        if gap not in ("-", "/") or self._gap(index + 2) != gap:
            return None
        year, month, day = self._number(index, 1000, 2199, 4), index + 1, index + 2
        if year and self._number(month, 1, 12) and self._number(day, 1, 31):
            return index + 3, f"{year}-{self._number(month, 1, 12):02}-{self._number(day, 1, 31):02}"
        a, b, year = (
            self._number(index, 1, 31),
            self._number(index + 1, 1, 31),
            self._number(index + 2, 1000, 2199, 4),
        )
        if not (a and b and year) or (a > 12 and b > 12):
            return None
        if a == b or a > 12 or b > 12:
            day_of, month_of = (a, b) if a > 12 or a == b else (b, a)
            return index + 3, f"{year}-{month_of:02}-{day_of:02}"
        return index + 3, f"{a}/{b}/{year}"  # day and month cannot be told apart

    def day_month(self, index: int) -> tuple[int, str] | None:
        """24 February 2022, the 24th of February."""
        found = self._day(index)
        if found is None:
            return None
        day, after = found
        if self._key(after) == "of":
            after += 1
        month = self._month(after)
        if month is None or self._gap(after) not in (" ", "\u00a0", "-"):
            return None
        return self._with_year(after + 1, f"{month:02}-{day:02}")

    def month(self, index: int) -> tuple[int, str] | None:
        """February 24, 2022; February 2022; August last year; in August."""
        month = self._month(index)
        if month is None:
            return None
        name = _CALENDAR.months[month - 1]
        following = index + 1
        gap = self._gap(following).replace(".", "")
        if gap in (" ", "\u00a0", ", "):
            day = self._day(following) if "," not in gap else None
            if day is not None and self._number(following, 1000, 2199, 4) is None:
                return self._with_year(day[1], f"{month:02}-{day[0]:02}")
            if (year := self._number(following, 1000, 2199, 4)) is not None:
                return following + 1, f"{year}-{month:02}"
        after = following + (self._key(following) == "of")
        if self._key(after) in ("last", "next", "this") and self._key(after + 1) == "year":
            return after + 2, f"{self._key(after)} {name}"
        plain = self._tokens[index].key in _CALENDAR.ambiguous_months
        if plain and self._key(index - 1) not in _CALENDAR.before_month:
            return None
        return following, name

    def _with_year(self, index: int, day: str) -> tuple[int, str]:
        if (
            self._gap(index) in (" ", ", ", "\u00a0")
            and (year := self._number(index, 1000, 2199, 4)) is not None
        ):
            return index + 1, f"{year}-{day}"
        return index, day

    def relative(self, index: int) -> tuple[int, str] | None:
        """Last week, next Friday, last August, yesterday."""
        key = self._key(index)
        if key in _CALENDAR.days:
            return index + 1, _CALENDAR.days[key]
        if key not in _CALENDAR.relative or self._gap(index + 1) not in (" ", "\u00a0"):
            return None
        if key == "final" and self._key(index - 1) in _ENGLISH.names.determiners:
            return None  # "the final week" is what it says
        following = self._key(index + 1)
        if self._month(index + 1) is not None:
            return index + 2, f"{_CALENDAR.relative[key]} {_CALENDAR.months[MONTHS[following] - 1]}"
        if following in WEEKDAYS:
            return index + 2, following
        if following in _CALENDAR.periods:
            return index + 2, f"{_CALENDAR.relative[key]} {_CALENDAR.periods[following]}"
        return None

    def weekday(self, index: int) -> tuple[int, str] | None:
        """Friday."""
        key = self._key(index)
        return (index + 1, key) if key in WEEKDAYS and self._tokens[index].text[0].isupper() else None

    def clock(self, index: int) -> tuple[int, str] | None:
        """10:30, 3pm, 3.30 p.m."""
        word = self._tokens[index].text
        hour, colon, minute = word.replace(".", ":").partition(":")
        if len(word) > 5 or not (hour.isascii() and hour.isdigit()) or int(hour) > 24:
            return None
        if colon and not (len(minute) == 2 and minute.isascii() and minute.isdigit() and int(minute) < 60):
            return None
        half, after = self._half_day(index + 1)
        if half is None and ":" not in word:
            return None
        if half is not None and 1 <= int(hour) <= 12:
            hour = str(int(hour) % 12 + (12 if half == "pm" else 0))
        elif half is not None:
            return None
        return after, f"{int(hour):02}:{minute or '00'}"

    def _half_day(self, index: int) -> tuple[str | None, int]:
        key, gap = self._key(index), self._gap(index)
        if key in ("am", "pm") and gap in ("", " ", "\u00a0"):
            return key, index + 1
        if (
            key in ("a", "p")
            and self._key(index + 1) == "m"
            and self._gap(index + 1) == "."
            and gap in ("", " ")
        ):
            return key + "m", index + 2
        return None, index

    def year(self, index: int) -> tuple[int, str] | None:
        """In 2022; the 1990s; 2004-05."""
        year = self._number(index, 1000, 2199, 4)
        if year is None:
            return None
        following, gap = self._key(index + 1), self._gap(index + 1)
        if following == "s" and gap in ("", "'", "’"):
            return index + 2, f"{year}s"
        signed = self._text[self._tokens[index].start - 1 : self._tokens[index].start] in ("$", "£", "€", "¥")
        if signed or (gap in (" ", "-") and following in _CALENDAR.after_count) or (gap == "" and following):
            return None
        if 1900 <= year <= 2099 or self._key(index - 1) in _CALENDAR.before_year:
            return index + 1, str(year)
        return None
