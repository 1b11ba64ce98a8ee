"""Units of measure and currencies, one name for all ways to write them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from forensics.lang import language
from forensics.text.words import Word

_UNITS = language("en").units
UNITS = {way: name for name, ways in _UNITS.measures.items() for way in ways}
_SQUARED = {
    "km": "km2",
    "m": "m2",
    "mile": "mile2",
    "foot": "foot2",
    "yard": "yard2",
    "inch": "inch2",
    "cm": "cm2",
}
CURRENCY_SIGNS = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₴": "UAH",
}
DOLLARS = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "hk": "HKD",
    "nz": "NZD",
    "s": "SGD",
}
CODES = {c.lower(): c for c in "USD GBP EUR JPY CHF CAD AUD CNY INR RUB UAH KRW HKD SEK NOK DKK PLN".split()}
_CURRENCIES = {way: code for code, ways in _UNITS.currencies.items() for way in ways}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that ends at word `last` and code point `end`; `hundredth` for cents and pence."""

    name: str
    last: int
    end: int
    hundredth: bool = False


def unit_at(text: str, tokens: Sequence[Word], index: int) -> Unit | None:
    """Return the unit that follows word `index - 1`: a sign ("%", "°C"), one word or several ("sq km", "km/h")."""
    end = tokens[index - 1].end
    if (sign := _sign(text, tokens, index)) is not None:
        return sign
    if index >= len(tokens) or text[end : tokens[index].start] not in ("", " ", "-", "\u00a0", "‑"):
        return None
    token = tokens[index]
    key = token.key.split("-")[0]
    if len(token.text) > 2 and token.text[0].isupper() and not token.text.isupper():
        return None  # "50 Cent" is a name
    if (several := _of_two_words(tokens, index)) is not None:
        return several
    if key in _CURRENCIES:
        return Unit(_CURRENCIES[key], index + 1, token.end)
    if token.text in CODES.values():
        return Unit(token.text, index + 1, token.end)
    if key in _UNITS.hundredths and (key != "p" or token.start == end):
        return Unit(_UNITS.hundredths[key], index + 1, token.end, hundredth=True)
    unit = UNITS.get(key)
    if unit is None or (len(key) == 1 and not (key == "g" and token.start == end)):
        return None
    if unit in ("km", "m", "cm") and _touches(tokens, index + 1) and tokens[index + 1].text == "2":
        return Unit(_SQUARED[unit], index + 2, tokens[index + 1].end)
    if unit in ("km", "mile") and (last := _after_per_hour(text, tokens, index + 1)):
        return Unit("km/h" if unit == "km" else "mph", last, tokens[last - 1].end)
    # "20km-long" names a length, and only so much of it is the quantity; an age is said with its "-old".
    return Unit(unit, index + 1, token.end if unit == "year" else token.start + len(key))


def _sign(text: str, tokens: Sequence[Word], index: int) -> Unit | None:
    end = tokens[index - 1].end
    sign = end + (text[end : end + 1] in (" ", "\u00a0"))
    if text[sign : sign + 1] == "%":
        return Unit("%", index, sign + 1)
    if text[sign : sign + 1] != "°":
        return None
    if index < len(tokens) and tokens[index].start == sign + 1 and tokens[index].text in ("C", "F"):
        return Unit(tokens[index].text, index + 1, sign + 2)
    return Unit("degree", index, sign + 1)


def _of_two_words(tokens: Sequence[Word], index: int) -> Unit | None:
    if index + 1 >= len(tokens):
        return None
    key, following = tokens[index].key, tokens[index + 1].key.split("-")[0]
    end = tokens[index + 1].end
    base = UNITS.get(following, "")
    if key == "per" and following in ("cent", "cents"):
        return Unit("%", index + 2, end)
    if key in ("percentage", "basis") and following in ("points", "point"):
        return Unit(f"{key} point", index + 2, end)
    if key in ("sq", "square") and base in _SQUARED:
        return Unit(_SQUARED[base], index + 2, end)
    if key == "cubic" and base in _SQUARED:
        return Unit(f"{base}3", index + 2, end)
    if key in ("light", "nautical") and base in ("year", "mile"):
        return Unit(f"{key} {base}", index + 2, end)
    if key in _UNITS.national_dollars and following in ("dollar", "dollars"):
        return Unit(_UNITS.national_dollars[key], index + 2, end)
    if key in ("degrees", "degree") and base in ("C", "F"):
        return Unit(base, index + 2, end)
    return None


def _after_per_hour(text: str, tokens: Sequence[Word], index: int) -> int:
    """Return the index after "an hour", "per hour", "/h" at word `index`, 0 where none of them stands there."""
    keys = [token.key for token in tokens[index : index + 2]]
    if keys in (["an", "hour"], ["per", "hour"]):
        return index + 2
    if keys[:1] in (["h"], ["hour"]) and text[tokens[index - 1].end : tokens[index].start] == "/":
        return index + 1
    return 0


def _touches(tokens: Sequence[Word], index: int) -> bool:
    return index < len(tokens) and tokens[index].start == tokens[index - 1].end
