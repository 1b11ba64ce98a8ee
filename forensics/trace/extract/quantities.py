"""Quantities: a number with its unit, its currency, or what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from forensics.lang import language
from forensics.text.words import Word
from forensics.trace.extract.count_nouns import counted_at, is_plural
from forensics.trace.extract.numbers import Number, may_begin, number_at, plain, word_value
from forensics.trace.extract.units import CODES, CURRENCY_SIGNS, DOLLARS, UNITS, unit_at
from forensics.trace.result import Qualifier

_ENGLISH = language("en")
_NUMBERS, _RACED = _ENGLISH.numbers, _ENGLISH.units.raced
_COUNTING = _ENGLISH.counting
_CENTURIES = ("18", "19", "20")
_DASHES = ("-", "–", "—", "‑")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at code points [start, end) and words [first, last); `unit` is "" for a bare number.

    `counted` says that the unit is a noun, before which names may stand ("11,000 North Korean troops").
    """

    first: int
    last: int
    start: int
    end: int
    value: str
    unit: str
    qualifier: Qualifier | None
    counted: bool = False

    @property
    def normalised(self) -> str:
        """The value and its unit, one form for all ways to write them."""
        return f"{self.value} {self.unit}" if self.unit else self.value


def quantity_at(text: str, tokens: Sequence[Word], first: int) -> Quantity | None:
    """Return the quantity that begins at `tokens[first]`: with unit, currency or counted noun, or a bare number."""
    if not may_begin(tokens[first]) or _in_name(text, tokens, first):
        return None
    if (joined := _in_one_word(tokens, first)) is not None:
        return joined
    number = number_at(text, tokens, first)
    if number is None:
        return None
    currency, start = _currency_before(text, tokens, first)
    number, value = _with_range(text, tokens, _millions(text, tokens, number, bool(currency)))
    last, unit, counted = number.last, currency, False
    end = tokens[last - 1].end
    if not currency and (measure := unit_at(text, tokens, last)) is not None:
        unit, last, end = measure.name, measure.last, measure.end
        value = plain(number.value / 100) if measure.hundredth and "-" not in value else value
    elif not currency and (last < len(tokens) and tokens[last].key == "m" and tokens[last].start == end):
        unit, end, last = "m", tokens[last].end, last + 1
    elif not currency:
        counted = True
        if tokens[first].key == "one" and last == first + 1:
            return None  # a pronoun more often than a number
        unit, last = counted_at(text, tokens, last)
        end = tokens[last - 1].end
    return Quantity(first, last, start, end, value, unit, _qualifier(tokens, first), counted)


def _in_name(text: str, tokens: Sequence[Word], first: int) -> bool:
    """Say whether the number is a part of a name: "MI6", "F-16", "the Six Nations"."""
    token = tokens[first]
    if first == 0:
        return False
    before = tokens[first - 1]
    gap = text[before.end : token.start]
    if token.text[0].isdigit():
        if (
            gap in _DASHES
            and len(before.text) == 4
            and before.text[:2] in _CENTURIES
            and len(token.text) == 2
        ):
            return True  # "2002-03": the end of a span of years
        if gap == " " and before.key in _COUNTING.labels and token.text.isdigit() and len(token.text) <= 2:
            return True  # "Type 2 diabetes"
        named = gap == "" or (gap in _DASHES and before.text[0].isupper())
        return (
            named
            and before.text not in CODES.values()
            and before.key not in DOLLARS
            and before.text[0].isalpha()
        )
    return token.text[0].isupper() and not set(gap) & set('.!?:"“‘(')


def _in_one_word(tokens: Sequence[Word], first: int) -> Quantity | None:
    """Number and unit, or a fraction, in one word: "three-week", "five-year-old", "two-thirds"."""
    token = tokens[first]
    parts = token.key.split("-")
    if not 2 <= len(parts) <= 5:
        return None
    for length in (2, 1):
        value = word_value("-".join(parts[:length]))
        if value is None or length >= len(parts):
            continue
        qualifier = _qualifier(tokens, first)
        if unit := UNITS.get(parts[length]):
            return Quantity(first, first + 1, token.start, token.end, str(value), unit, qualifier)
        if part := _NUMBERS.parts.get(parts[length]):
            return Quantity(first, first + 1, token.start, token.end, f"{value}/{part}", "", qualifier)
    return None


def _currency_before(text: str, tokens: Sequence[Word], first: int) -> tuple[str, int]:
    """Return the currency that stands before word `first`, "" for none, and where the amount begins with it."""
    start = tokens[first].start
    before = tokens[first - 1] if first > 0 else None
    if start > 0 and (code := CURRENCY_SIGNS.get(text[start - 1])):
        if code == "USD" and before is not None and before.end == start - 1 and before.key in DOLLARS:
            return DOLLARS[before.key], before.start
        return code, start - 1
    if before is not None and before.text in CODES.values() and text[before.end : start] in ("", " "):
        return before.text, before.start
    return "", start


def _millions(text: str, tokens: Sequence[Word], number: Number, money: bool) -> Number:
    """Read the "m" of "$5m" and "5m people" as millions; that of "a 100m race" stays a unit."""
    last = number.last
    if last >= len(tokens) or tokens[last].key != "m" or tokens[last].start != tokens[last - 1].end:
        return number
    counts = last + 1 < len(tokens) and is_plural(tokens[last + 1].key) and tokens[last + 1].key not in _RACED
    if not money and not (counts and text[tokens[last].end : tokens[last + 1].start] == " "):
        return number
    return replace(number, last=last + 1, value=number.value * 10**6)


def _with_range(text: str, tokens: Sequence[Word], number: Number) -> tuple[Number, str]:
    """Return a number extended to the other end of its range or score ("25 to 40", "$2-3bn"), and how it reads."""
    upper = _upper(text, tokens, number)
    if upper is None:
        return number, number.normalised
    lower = number.value
    if number.last == number.first + 1:
        written = number_at(text, tokens[upper.first : upper.first + 1], 0)
        if written is not None and written.value and upper.value != written.value and lower < upper.value:
            lower *= upper.value / written.value  # "$2-3bn" are billions on both sides
    return replace(upper, first=number.first), f"{plain(lower)}-{upper.normalised}"


def _upper(text: str, tokens: Sequence[Word], number: Number) -> Number | None:
    last = number.last
    if last >= len(tokens):
        return None
    gap = text[tokens[last - 1].end : tokens[last].start]
    if gap.rstrip("$£€") in _DASHES and tokens[last].text[0].isdigit():
        upper = number_at(text, tokens, last)
        return _millions(text, tokens, upper, gap not in _DASHES) if upper else None
    between = number.first > 0 and tokens[number.first - 1].key == "between" and tokens[last].key == "and"
    if gap != " " or last + 1 >= len(tokens) or not (tokens[last].key == "to" or between):
        return None
    upper = number_at(text, tokens, last + 1)
    if (
        upper is None
        or upper.value <= number.value
        or text[tokens[last].end : tokens[last + 1].start].strip(" $£€")
    ):
        return None
    return _millions(text, tokens, upper, money=text[tokens[upper.first].start - 1] in CURRENCY_SIGNS)


def _qualifier(tokens: Sequence[Word], first: int) -> Qualifier | None:
    before = tokens[first - 1].key if first > 0 else ""
    if before in _NUMBERS.about:
        return "about"
    if before in _NUMBERS.over:
        return "over"
    if before in _NUMBERS.under:
        return "under"
    return _NUMBERS.bounds.get((tokens[first - 2].key, before)) if first > 1 else None
