"""Numbers as English writes them: figures, words, and the two mixed ("1.5 million", "half a dozen")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from forensics.lang import language
from forensics.text.words import Word

_NUMBERS = language("en").numbers
_WORDS, _SCALES = _NUMBERS.words, _NUMBERS.scales
LONGEST_FIGURE = 24
"""A longer run of digits is an identifier."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands at words [first, last); `plain` is true for a figure without scale or separators."""

    first: int
    last: int
    value: Decimal
    plain: bool = False

    @property
    def normalised(self) -> str:
        """The value in plain decimal figures."""
        return plain(self.value)


def plain(value: Decimal) -> str:
    """Return `value` without exponent and without trailing zeros after the point."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def may_begin(token: Word) -> bool:
    """Tell whether a number, or a word that holds one, may begin with `token`: most words are let go at once."""
    key = token.key
    return token.text[0].isdigit() or "-" in key or key in _WORDS or key in ("a", "half")


def number_at(text: str, tokens: Sequence[Word], first: int) -> Number | None:
    """Return the number that begins at `tokens[first]`."""
    token = tokens[first]
    if token.text[0].isdigit():
        value = _figure(token.text)
        if value is None:
            return None
        last = first + 1
        scale = _scale_after(text, tokens, last)
        if scale is not None:
            return Number(first, last + 1, value * scale)
        return Number(first, last, value, token.text.isdigit())
    return _in_words(text, tokens, first)


def _figure(text: str) -> Decimal | None:
    if len(text) > LONGEST_FIGURE or not text.isascii() or ":" in text:
        return None
    whole, *groups = text.split(",")
    decimals = ""
    if groups:
        groups[-1], _, decimals = groups[-1].partition(".")
        if any(len(group) != 3 or not group.isdigit() for group in groups) or not whole.isdigit():
            return None
    elif text.count(".") > 1:
        return None
    else:
        whole, _, decimals = text.partition(".")
    return Decimal("".join([whole, *groups]) + ("." + decimals if decimals else ""))


def _scale_after(text: str, tokens: Sequence[Word], index: int) -> int | None:
    if index >= len(tokens):
        return None
    gap = text[tokens[index - 1].end : tokens[index].start]
    key = tokens[index].key
    if gap in ("", "\u00a0") and key in _NUMBERS.short_scales:
        return _NUMBERS.short_scales[key]
    if gap in (" ", "-", "\u00a0", "") and key in _SCALES:
        return _SCALES[key]
    return None


def _in_words(text: str, tokens: Sequence[Word], first: int) -> Number | None:
    """Read number words by the usual rule: units add up, "hundred" multiplies, larger scales close a group."""
    total = group = Decimal(0)
    last = first
    index = first
    if tokens[index].key in ("a", "half") and index + 1 < len(tokens):
        begin = index + (2 if tokens[index].key == "half" and tokens[index + 1].key in ("a", "an") else 1)
        if begin < len(tokens) and _SCALES.get(tokens[begin].key) and _close(text, tokens, index, begin):
            half = tokens[index].key == "half"
            scale = Decimal(_SCALES[tokens[begin].key])
            return Number(first, begin + 1, scale / 2 if half else scale)
        return None
    while index < len(tokens) and (index == first or _close(text, tokens, index - 1, index)):
        key = tokens[index].key
        value = word_value(key)
        before = word_value(tokens[index - 1].key) if index > first else None
        tens = index > first and tokens[index - 1].key in _NUMBERS.tens
        if value is not None and before is not None and not (tens and 0 < value < 10):
            break  # "two three" are two numbers, "forty two" is one
        if value is not None:
            group += value
        elif index > first and _SCALES.get(key):
            if _SCALES[key] == 100:
                group *= 100
            else:
                total, group = total + group * _SCALES[key], Decimal(0)
        elif (
            key == "and"
            and index > first
            and _SCALES.get(tokens[index - 1].key)
            and _continues(tokens, index)
        ):
            index += 1
            continue
        else:
            break
        index += 1
        last = index
    return Number(first, last, total + group) if last > first else None


def word_value(key: str) -> int | None:
    """Return the value of a number word below a hundred, "twenty-five" among them."""
    if key in _WORDS:
        return _WORDS[key]
    tens, _, unit = key.partition("-")
    if tens in _NUMBERS.tens and 0 < _WORDS.get(unit, 0) < 10:
        return _WORDS[tens] + _WORDS[unit]
    return None


def _continues(tokens: Sequence[Word], index: int) -> bool:
    return index + 1 < len(tokens) and word_value(tokens[index + 1].key) is not None


def _close(text: str, tokens: Sequence[Word], left: int, right: int) -> bool:
    return all(text[tokens[i].end : tokens[i + 1].start] in (" ", "-", "\u00a0") for i in range(left, right))
