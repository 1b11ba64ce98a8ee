"""What no restoring may change: a number, a unit, a day or an illness is never exchanged for another of its kind."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from forensics.lang import language

if TYPE_CHECKING:
    from forensics.lexicon import Lexicon
    from forensics.spin.channel.candidates import Candidates
    from forensics.spin.channel.word_row import WordRow

    Array = np.ndarray[Any, np.dtype[Any]]

_ILLNESS = "illness"


def exchanges_facts(candidates: Candidates, reading: WordRow, lexicon: Lexicon) -> Array:
    """Return for each candidate whether it would exchange a fact for another one of its kind.

    That is a word for another number, measure, month or day; and, where no pair says so, an illness for another one,
    or a term for another one with the same last word ("liver disease" for "heart disease").
    """
    c, row = candidates, reading.row
    kinds, stated = _numbered(lexicon)
    single = np.flatnonzero((c.length == 1) & (c.sizes == 1) & stated[row[c.place]])
    found = np.zeros(len(c), bool)
    for i in single.tolist():
        stands, wanted = int(row[c.place[i]]), int(c.originals[i, 0])
        kind, other = kinds[stands], kinds.get(wanted)
        found[i] = other is not None and kind[0] == other[0] and kind[1] != other[1]
        if kind[0] == _ILLNESS and c.pair[i] >= 0:
            found[i] = False
    linked = np.flatnonzero((c.pair < 0) & (c.length > 1) & (c.sizes > 1))
    last = row[c.place[linked] + c.length[linked] - 1]
    found[linked] = last == c.originals[linked, c.sizes[linked] - 1]
    return found


def _numbered(lexicon: Lexicon) -> tuple[dict[int, tuple[str, str]], Array]:
    """Return the kind of fact and which, by the number of its word, and for each number whether it states one."""
    found: tuple[dict[int, tuple[str, str]], Array] | None = lexicon.remembered.get(exchanges_facts)
    if found is None:
        kinds = {lexicon.numbers[word]: kind for word, kind in _kinds().items() if word in lexicon.numbers}
        stated = np.zeros(len(lexicon.ngrams.unigrams[0]), bool)
        stated[list(kinds)] = True
        found = lexicon.remembered[exchanges_facts] = kinds, stated
    return found


@cache
def _kinds() -> dict[str, tuple[str, str]]:
    """Return the kind of fact that a word states, and which of that kind."""
    english = language("en")
    numbers = english.numbers
    found: dict[str, tuple[str, str]] = {}
    for word, value in (*numbers.words.items(), *numbers.scales.items()):
        found[word] = found[f"{word}s"] = ("number", str(value))
    for name, ways in english.units.measures.items():
        for word in ways:
            found.setdefault(word, ("measure", name))
    for month in english.calendar.months:
        if month not in english.calendar.ambiguous_months:
            found[month] = ("month", month)
    for line in english.lines("illnesses.tsv"):
        illness, which = line.split("\t")
        found.setdefault(illness, (_ILLNESS, which))
    for day in english.calendar.week:
        found[day] = ("day", day)
    return found
