"""What kind of change a replacement is, and whether the text claims something else after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from forensics.lang import language
from forensics.spin.result import Replacement
from forensics.text.negations import changed_negation
from forensics.text.words import Word

if TYPE_CHECKING:
    from forensics.lexicon import Lexicon

ChangedFactKind = Literal["number", "date", "name", "negation"]

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_ENGLISH = language("en")
_VALUES = {w: float(n) for w, n in (*_ENGLISH.numbers.words.items(), *_ENGLISH.numbers.scales.items())}
_CALENDAR = _ENGLISH.calendar.weekdays.union(_ENGLISH.calendar.months)
_SURELY_DATES = _CALENDAR - _ENGLISH.calendar.ambiguous_months
_NEAR_STRENGTH = 0.15  # of a link: below, a distant sense if any; chosen by eye, the line is rough


@dataclass(frozen=True, slots=True)
class PlacedPhrase:
    """Some words of a text, and which stand as a name does: capitalised though no sentence begins there."""

    words: tuple[Word, ...]
    names: tuple[bool, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The words as dictionaries know them."""
        return tuple(w.key for w in self.words)


def replacement(
    observed: PlacedPhrase, original: PlacedPhrase, link: str | None, lexicon: Lexicon | None = None
) -> Replacement:
    """Return the class of a substitution; `link` is what joins the two (see `links.phrase_links`).

    A synonym is one by WordNet or by the company that both keep in the thesauri; what only spinners write, or
    only a distant sense joins, is of the wrong sense. Sense is judged without the context.
    """
    fact = changed_fact(observed, original, link)
    if fact is not None:
        return "number" if fact == "date" else fact
    if link == "inflection":
        return "inflection"
    if link == "spelling":
        return "spelling"
    if link is None or lexicon is None:
        return "reworded"
    return "synonym" if _near(observed.keys, original.keys, lexicon) else "wrong_sense"


def _near(observed: tuple[str, ...], original: tuple[str, ...], lexicon: Lexicon) -> bool:
    from forensics.lexicon.thesaurus import WORDNET

    return any(
        link.original == original and (link.flags & WORDNET or link.strength >= _NEAR_STRENGTH)
        for link in lexicon.links(observed)
    )


def changed_fact(
    observed: PlacedPhrase, original: PlacedPhrase, link: str | None = None
) -> ChangedFactKind | None:
    """Return what the text claims otherwise once `original` reads `observed`; either may be empty.

    Numbers are compared by value, so that "five" for "5" changes nothing; a negation counts as gone only
    when no word that denies took its place. A name is changed when it gave way to another word or name, not
    when it was inflected or shortened to its initial.
    """
    x, y = observed.keys, original.keys
    if _numbers(x, y) != _numbers(y, x):
        return "date" if _is_date(x) or _is_date(y) else "number"
    if (set(x) & _CALENDAR) != (set(y) & _CALENDAR) and _capital(observed) and _capital(original):
        return "date"
    if changed_negation(x, y):
        return "negation"
    if x and any(original.names) and link != "inflection" and not _same_name(x, y):
        return "name"
    return None


def _numbers(keys: Sequence[str], others: Sequence[str]) -> list[float]:
    """Return the values in a phrase; "one" counts only where it faces a number, being a pronoun as often."""
    pairings = any(value(key) is not None for key in others)
    return sorted(v for key in keys if (v := value(key)) is not None and (pairings or key != "one"))


def value(key: str) -> float | None:
    """Return the number that a word stands for, None when it is none."""
    if _NUMBER.match(key):
        plain = key.replace(",", "").replace(":", "")
        return float(plain) if plain.count(".") < 2 else float(plain.replace(".", ""))
    return _VALUES.get(key)


def _is_date(keys: Sequence[str]) -> bool:
    return any(_YEAR.match(k) for k in keys) or not _SURELY_DATES.isdisjoint(keys)


def _capital(phrase: PlacedPhrase) -> bool:
    return any(w.text[0].isupper() and w.key in _CALENDAR for w in phrase.words) or not phrase.words


def _same_name(x: Sequence[str], y: Sequence[str]) -> bool:
    a, b = (re.sub(r"'s\b|[^\w]", "", " ".join(keys)) for keys in (x, y))
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])
