"""Whether two texts tell of one event, whoever copied whom: the names, figures and dates that both of them hold."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from forensics.lexicon.relations import Knowledge
from forensics.text.stems import is_content
from forensics.text.words import words
from forensics.trace.extract.prepare import Prepared
from forensics.trace.result import Fact, SharedFact, Side

_NAMES = ("name", "place")
_FIGURES = ("number", "quantity")
# Powers of ten beyond which a rarer name tells no more, as everywhere else.
_MOST_RARITY = 8.0
# A figure that two texts hold tells by its digits, closing zeros apart: one digit is anybody's, three are as good
# as a name. Chosen; the model weighs their sum.
_DIGIT = 1.0
_ROUND = 0.5
_MOST_DIGITS = 4
# A date tells by its parts: a weekday or a year is anybody's, a day of the month is not, and one with its year least.
_DATES = (0.5, 1.5, 2.5)
# What a thing must tell to count as one that two texts have in common.
_TELLING = 1.0
# Two stories of one town share its name, and two reports of one event a second thing: all 123 real ones do.
_LEAST_SHARED = 2


@dataclass(frozen=True, slots=True)
class CommonEvent:
    """What two texts have in common of an event.

    `names_alike` is the cosine 0..1 of their names' words, weighed by rarity, counts damped, and 0 where they share a
    single thing; `figures` how much their common figures and dates tell, in powers of ten; `shared` the things
    themselves, the most telling first, a name once however many words of it return.
    """

    names_alike: float = 0.0
    figures: float = 0.0
    shared: tuple[SharedFact, ...] = ()


def common_event(a: Prepared, b: Prepared, knowledge: Knowledge) -> CommonEvent:
    """Return the names, places, figures and dates outside residue that both hold; work grows with their number."""
    names_a, names_b = _names(a), _names(b)
    rarity = {word: min(_MOST_RARITY, knowledge.rarity(word)) for word in (*names_a, *names_b)}
    named = _shared_names(a, b, names_a, names_b, rarity)
    figures = [*_shared(a, b, _FIGURES), *_shared(a, b, ("date",))]
    telling = [one for one in (*named, *figures) if one.rarity >= _TELLING]
    return CommonEvent(
        names_alike=_cosine(names_a, names_b, rarity) if len(telling) >= _LEAST_SHARED else 0.0,
        figures=sum(one.rarity for one in figures),
        shared=tuple(sorted(telling, key=lambda one: (-one.rarity, one.a.start, one.name))),
    )


@lru_cache(maxsize=1 << 16)
def _words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell something, without initials and possessive endings."""
    keys = (word.key.removesuffix("'s") for word in words(name))
    return tuple(key for key in keys if len(key) > 1 and not key[0].isdigit() and is_content(key))


def _names(text: Prepared) -> dict[str, list[Fact]]:
    """Return for each word of a name in `text` the names that it stands in, in their order."""
    found: dict[str, list[Fact]] = {}
    for fact in text.facts:
        if fact.kind in _NAMES:
            for word in _words_of(fact.normalised):
                found.setdefault(word, []).append(fact)
    return found


def _cosine(a: Mapping[str, list[Fact]], b: Mapping[str, list[Fact]], rarity: Mapping[str, float]) -> float:
    own = {word: rarity[word] * (1 + math.log(len(held))) for word, held in a.items()}
    other = {word: rarity[word] * (1 + math.log(len(held))) for word, held in b.items()}
    norm = math.sqrt(sum(w * w for w in own.values()) * sum(w * w for w in other.values()))
    return sum(w * other[word] for word, w in own.items() if word in other) / norm if norm else 0.0


def _shared_names(
    a: Prepared,
    b: Prepared,
    names_a: Mapping[str, list[Fact]],
    names_b: Mapping[str, list[Fact]],
    rarity: Mapping[str, float],
) -> list[SharedFact]:
    """Return the names that both hold: words that stand in one name of either text make one, told by the rarest."""
    found: list[SharedFact] = []
    told_a: set[str] = set()
    told_b: set[str] = set()
    for word in sorted((word for word in names_a if word in names_b), key=lambda w: (-rarity[w], w)):
        here, there = names_a[word][0], names_b[word][0]
        if here.normalised not in told_a and there.normalised not in told_b:
            found.append(_told(a, b, here, there, rarity[word]))
        told_a |= {fact.normalised for fact in names_a[word]}
        told_b |= {fact.normalised for fact in names_b[word]}
    return found


def _shared(a: Prepared, b: Prepared, kinds: tuple[str, ...]) -> list[SharedFact]:
    here, there = _by_value(a.facts, kinds), _by_value(b.facts, kinds)
    return [
        _told(a, b, fact, there[value], _telling(fact, value))
        for value, fact in here.items()
        if value in there
    ]


def _by_value(facts: Iterable[Fact], kinds: tuple[str, ...]) -> dict[str, Fact]:
    """Return the first fact of each value: what is counted may be called differently, a share is another thing."""
    found: dict[str, Fact] = {}
    for fact in facts:
        if fact.kind in kinds:
            number, _, unit = fact.normalised.partition(" ")
            value = fact.normalised if fact.kind == "date" or unit == "%" else number
            found.setdefault(value, fact)
    return found


def _telling(fact: Fact, value: str) -> float:
    if fact.kind == "date":
        return _DATES[min(value.count("-"), len(_DATES) - 1)] if value[0].isdigit() else _DATES[0]
    digits = "".join(char for char in value if char.isdigit()).strip("0")
    return max(_ROUND, _DIGIT * min(len(digits), _MOST_DIGITS) - _ROUND)


def _told(a: Prepared, b: Prepared, here: Fact, there: Fact, rarity: float) -> SharedFact:
    return SharedFact(
        a=Side(a.id, here.start, here.end),
        b=Side(b.id, there.start, there.end),
        kind=here.kind,
        name=max(here.normalised, there.normalised, key=len),
        rarity=round(rarity, 2),
    )
