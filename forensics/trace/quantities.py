"""Quantities: a number with its unit, its currency, or what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from forensics.text.words import Word
from forensics.trace.numbers import Number, number_at, plain, word_value
from forensics.trace.result import Qualifier

_UNIT_NAMES = {
    "km": "km kms kilometre kilometres kilometer kilometers",
    "m": "m metre metres meter meters",
    "cm": "cm centimetre centimetres centimeter centimeters",
    "mm": "mm millimetre millimetres millimeter millimeters",
    "mile": "mile miles mi",
    "yard": "yard yards yd yds",
    "foot": "foot feet ft",
    "inch": "inch inches",
    "nm": "nm nanometre nanometres nanometer nanometers",
    "hectare": "hectare hectares ha",
    "acre": "acre acres",
    "km2": "km² sqkm",
    "m2": "m² sqm",
    "kg": "kg kgs kilogram kilograms kilo kilos kilogramme kilogrammes",
    "g": "g gram grams gramme grammes",
    "mg": "mg milligram milligrams",
    "tonne": "tonne tonnes ton tons",
    "lb": "lb lbs",
    "oz": "oz ounce ounces",
    "stone": "stone",
    "litre": "litre litres liter liters",
    "ml": "ml millilitre millilitres milliliter milliliters",
    "gallon": "gallon gallons",
    "barrel": "barrel barrels bpd",
    "second": "second seconds sec secs",
    "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs",
    "day": "day days",
    "week": "week weeks",
    "month": "month months",
    "year": "year years yr yrs",
    "decade": "decade decades",
    "century": "century centuries",
    "mph": "mph",
    "km/h": "kph kmh",
    "W": "w watt watts",
    "kW": "kw kilowatt kilowatts",
    "MW": "mw megawatt megawatts",
    "GW": "gw gigawatt gigawatts",
    "kWh": "kwh",
    "MB": "mb megabyte megabytes",
    "GB": "gb gigabyte gigabytes",
    "TB": "tb terabyte terabytes",
    "MHz": "mhz megahertz",
    "GHz": "ghz gigahertz",
    "degree": "degree degrees",
    "C": "°c celsius",
    "F": "°f fahrenheit",
    "%": "percent pc",
}
UNITS = {name: unit for unit, names in _UNIT_NAMES.items() for name in names.split()}
_SQUARED = {
    "km": "km2",
    "m": "m2",
    "mile": "mile2",
    "foot": "foot2",
    "yard": "yard2",
    "inch": "inch2",
    "cm": "cm2",
}
_CURRENCY_SIGNS = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₴": "UAH",
}
_DOLLARS = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "hk": "HKD",
    "nz": "NZD",
    "s": "SGD",
}
_CODES = {c.lower(): c for c in "USD GBP EUR JPY CHF CAD AUD CNY INR RUB UAH KRW HKD SEK NOK DKK PLN".split()}
_CURRENCY_NAMES = {
    "USD": "dollar dollars bucks",
    "GBP": "pound pounds sterling quid",
    "EUR": "euro euros",
    "JPY": "yen",
    "CNY": "yuan renminbi",
    "RUB": "rouble roubles ruble rubles",
    "INR": "rupee rupees",
    "CHF": "francs",
    "KRW": "won",
    "UAH": "hryvnia hryvnias",
}
_CURRENCIES = {name: code for code, names in _CURRENCY_NAMES.items() for name in names.split()}
_CENTS = {"cent": "USD", "cents": "USD", "pence": "GBP", "p": "GBP"}

_PLURALS = frozenset(
    """people men women children police troops cattle sheep fish personnel staff crew teeth feet mice media criteria
    servicemen servicewomen policemen firefighters lawmen clergymen businessmen sportsmen alumni bacteria data""".split()
)
# What kills and what hurts is told in many words; two reports of one toll use different ones.
_STATES = {
    "killed": "killed dead died dying deaths fatalities perished slain lives",
    "injured": "injured wounded hurt injuries",
    "missing": "missing",
    "arrested": "arrested detained",
    "displaced": "displaced homeless",
}
STATES = {word: state for state, words in _STATES.items() for word in words.split()}
_SAME = {
    "soldiers": "troops",
    "troopers": "troops",
    "servicemen": "troops",
    "persons": "people",
    "individuals": "people",
    "kids": "children",
    "houses": "homes",
}
_PASSED = frozenset(
    """of the these those their his her its our other more new have has had been be were are was also already
    about""".split()
)
_NEVER_COUNTED = frozenset(
    """as was is has this his its us yes thus perhaps across towards always besides unless whereas plus less does
    versus minus ages times sometimes others says hours after since""".split()
)
_ABOUT = frozenset("about around approximately some roughly nearly almost estimated circa approx".split())
_OVER = frozenset("over exceeding above".split())
_UNDER = frozenset("under below".split())
LOOKAHEAD = 6


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at code points [start, end) and words [first, last); `unit` is "" for a bare number."""

    first: int
    last: int
    start: int
    end: int
    value: str
    unit: str
    qualifier: Qualifier | None

    @property
    def normalised(self) -> str:
        """The value and its unit, one form for all ways to write them."""
        return f"{self.value} {self.unit}" if self.unit else self.value


def quantity_at(text: str, tokens: Sequence[Word], first: int) -> Quantity | None:
    """Return the quantity that begins at `tokens[first]`: a number with unit, currency or counted noun, or bare."""
    if (joined := _hyphenated(text, tokens, first)) is not None:
        return joined
    number = number_at(text, tokens, first)
    if number is None:
        return None
    start, end, last = tokens[first].start, tokens[number.last - 1].end, number.last
    value = number.normalised
    qualifier = _qualifier(text, tokens, first)
    currency, sign = _currency_before(text, tokens, first)
    if currency:
        if last < len(tokens) and text[end : tokens[last].start] == "" and tokens[last].key == "m":
            value, end, last = plain(number.value * 10**6), tokens[last].end, last + 1
        return Quantity(first, last, sign, end, value, currency, qualifier)
    if (upper := _range_end(text, tokens, number)) is not None:
        value, last = f"{value}-{upper.normalised}", upper.last
        end = tokens[last - 1].end
    measured = _unit_at(text, tokens, last)
    if measured is not None:
        unit, last, end = measured
        if unit in ("USDc", "GBPc"):
            value, unit = (value, unit[:3]) if "-" in value else (plain(Decimal(value) / 100), unit[:3])
        return Quantity(first, last, start, end, value, unit, qualifier)
    if last < len(tokens) and tokens[last].key == "m" and text[end : tokens[last].start] == "":
        return Quantity(first, last + 1, start, tokens[last].end, value, "m", qualifier)
    if tokens[first].key == "one" and number.last == first + 1:
        return None  # a pronoun more often than a number
    unit, last, end = _counted(text, tokens, last, end)
    return Quantity(first, last, start, end, value, unit, qualifier)


def _hyphenated(text: str, tokens: Sequence[Word], first: int) -> Quantity | None:
    """ "three-week", "five-year-old": number and unit in one word."""
    token = tokens[first]
    parts = token.key.split("-")
    if len(parts) < 2 or len(token.text) > 60:
        return None
    for length in (2, 1):
        value = word_value("-".join(parts[:length]))
        if value is not None and length < len(parts) and (unit := UNITS.get(parts[length])):
            return Quantity(
                first, first + 1, token.start, token.end, str(value), unit, _qualifier(text, tokens, first)
            )
    return None


def _currency_before(text: str, tokens: Sequence[Word], first: int) -> tuple[str, int]:
    start = tokens[first].start
    if start > 0 and (code := _CURRENCY_SIGNS.get(text[start - 1])):
        before = tokens[first - 1] if first > 0 else None
        if code == "USD" and before is not None and before.end == start - 1 and before.key in _DOLLARS:
            return _DOLLARS[before.key], before.start
        return code, start - 1
    if (
        first > 0
        and tokens[first - 1].text in _CODES.values()
        and text[tokens[first - 1].end : start] in ("", " ")
    ):
        return tokens[first - 1].text, tokens[first - 1].start
    return "", start


def _range_end(text: str, tokens: Sequence[Word], number: Number) -> Number | None:
    """ "25 to 40 miles", "10-15%", "between 3 and 5": the number at the other end of a range, or a score's."""
    last = number.last
    if last >= len(tokens):
        return None
    gap = text[tokens[last - 1].end : tokens[last].start]
    if gap in ("-", "–", "—", "‑") and tokens[last].text[0].isdigit():
        return number_at(text, tokens, last)
    between = number.first > 0 and tokens[number.first - 1].key == "between" and tokens[last].key == "and"
    if gap == " " and last + 1 < len(tokens) and (tokens[last].key == "to" or between):
        upper = number_at(text, tokens, last + 1)
        if (
            upper is not None
            and text[tokens[last].end : tokens[last + 1].start] == " "
            and upper.value > number.value
        ):
            return upper
    return None


def _unit_at(text: str, tokens: Sequence[Word], index: int) -> tuple[str, int, int] | None:
    """Return the unit that begins at word `index` (or is written as a sign before it), and where it ends."""
    end = tokens[index - 1].end
    following = text[end : end + 3].lstrip(" \u00a0")
    if following.startswith("%"):
        return "%", index, text.index("%", end) + 1
    if following.startswith("°"):
        sign = text.index("°", end) + 1
        letter = text[sign : sign + 1].upper()
        scale = letter in ("C", "F") and index < len(tokens) and tokens[index].start == sign
        return (
            ("C", index + 1, sign + 1)
            if scale and letter == "C"
            else (("F", index + 1, sign + 1) if scale else ("degree", index, sign))
        )
    if index >= len(tokens) or text[end : tokens[index].start] not in ("", " ", "-", "\u00a0", "‑"):
        return None
    token = tokens[index]
    key = token.key.split("-")[0]
    if key == "per" and index + 1 < len(tokens) and tokens[index + 1].key in ("cent", "cents"):
        return "%", index + 2, tokens[index + 1].end
    if (
        key in ("percentage", "basis")
        and index + 1 < len(tokens)
        and tokens[index + 1].key in ("points", "point")
    ):
        return f"{key} point", index + 2, tokens[index + 1].end
    if key in ("sq", "square", "cubic") and index + 1 < len(tokens):
        base = UNITS.get(tokens[index + 1].key.split("-")[0])
        if base in _SQUARED:
            unit = _SQUARED[base] if key != "cubic" else base + "3"
            return unit, index + 2, tokens[index + 1].end
        return None
    if key in ("us", "american", "canadian", "australian") and index + 1 < len(tokens):
        if tokens[index + 1].key in ("dollar", "dollars"):
            return {"canadian": "CAD", "australian": "AUD"}.get(key, "USD"), index + 2, tokens[index + 1].end
        return None
    if key in _CURRENCIES:
        return _CURRENCIES[key], index + 1, token.end
    if token.text in _CODES.values():
        return token.text, index + 1, token.end
    if key in _CENTS and (key != "p" or token.start == end):
        return _CENTS[key] + "c", index + 1, token.end
    if (
        key in ("light", "nautical")
        and index + 1 < len(tokens)
        and tokens[index + 1].key in ("years", "miles")
    ):
        return f"{key} {UNITS[tokens[index + 1].key]}", index + 2, tokens[index + 1].end
    unit = UNITS.get(key)
    if unit is None or (len(key) == 1 and not (key == "g" and token.start == end)):
        return None
    if unit in ("km", "m", "cm") and index + 1 < len(tokens) and tokens[index + 1].text == "2":
        if tokens[index + 1].start == token.end:
            return _SQUARED[unit], index + 2, tokens[index + 1].end
    if unit in ("km", "mile") and _per_hour(text, tokens, index):
        return (
            ("km/h" if unit == "km" else "mph"),
            index + 3 - (text[token.end] == "/"),
            _per_hour(text, tokens, index),
        )
    # "20km-long" names a length, and so much of it is the quantity.
    return unit, index + 1, token.start + len(key) if key != token.key and unit != "year" else token.end


def _per_hour(text: str, tokens: Sequence[Word], index: int) -> int:
    rest = [t.key for t in tokens[index + 1 : index + 3]]
    if rest in (["an", "hour"], ["per", "hour"]):
        return tokens[index + 2].end
    if rest[:1] in (["h"], ["hour"]) and text[tokens[index].end : tokens[index + 1].start] == "/":
        return tokens[index + 1].end
    return 0


def _counted(text: str, tokens: Sequence[Word], index: int, end: int) -> tuple[str, int, int]:
    """Return what is counted ("troops", "killed"), and where the words end that say so; "" for nothing known."""
    noun = ""
    for position in range(index, min(index + LOOKAHEAD, len(tokens))):
        gap = text[tokens[position - 1].end : tokens[position].start]
        if gap not in (" ", "-", "\u00a0", "‑"):
            break
        token = tokens[position]
        key = token.key.removeprefix("strong-")
        if key in STATES:
            return STATES[key], position + 1, token.end
        if key in _PASSED or token.text[0].isupper() or token.text[0].isdigit():
            if token.text[0].isdigit():
                break
            continue
        if is_plural(key):
            return _SAME.get(key, singular(key)), position + 1, token.end
        if key in _STOPPERS:
            break
    return noun, index, end


_STOPPERS = frozenset(
    """and or but that which who when while to in on at from for by with if because then than as into it they he she
    we i you there this""".split()
)


def is_plural(key: str) -> bool:
    """Say whether `key` reads as the plural of a noun."""
    if key in _PLURALS:
        return True
    return (
        len(key) > 3
        and key.endswith("s")
        and not key.endswith(("ss", "us", "is", "'s"))
        and key not in _NEVER_COUNTED
    )


def singular(key: str) -> str:
    """Return the one form by which the counted noun `key` is compared."""
    if key in _PLURALS:
        return key
    if key.endswith("ies") and len(key) > 4:
        return key[:-3] + "y"
    if key.endswith(("sses", "shes", "ches", "xes", "zes")):
        return key[:-2]
    return key[:-1]


def _qualifier(text: str, tokens: Sequence[Word], first: int) -> Qualifier | None:
    if first == 0:
        return None
    before = tokens[first - 1].key
    pair = (tokens[first - 2].key if first > 1 else "", before)
    if before in _ABOUT:
        return "about"
    if before in _OVER or pair in (("more", "than"), ("greater", "than"), ("at", "least")):
        return "over"
    if before in _UNDER or pair in (
        ("less", "than"),
        ("fewer", "than"),
        ("lower", "than"),
        ("up", "to"),
        ("at", "most"),
    ):
        return "under"
    return None
