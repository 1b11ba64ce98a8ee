"""What the lexicon says of each kind of word, looked up once: a text has few kinds, and other texts have the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np

from forensics.lang import language
from forensics.lexicon import Lexicon, SpinnerPair

if TYPE_CHECKING:
    Array = np.ndarray[Any, np.dtype[Any]]

LONGEST_ORIGINAL = 6  # words: of the shipped pairs' 10,436 originals three are longer
# The thesauri list odd synonyms for these; only pairs speak about them
_KEPT_AS_IS = language("en").kept_as_is
_KEPT_AT_MOST = 1 << 16  # kinds of words: then all are forgotten; chosen, English texts have fewer
_FIRST_ROOM = 1 << 10  # rows: more are made when they are needed
NUMBER, READ_AS, TERM, POSSESSIVE, LONGEST, FIRST_PAIR, PAIRS = _ROW = range(7)  # what stands in a row
_OPENINGS = 1 << 20  # places of the table of phrases' beginnings
_SPREAD = 40503  # times the first word's number, odd; a wrong hit costs one look-up


class KnownWords:
    """The kinds of words met so far, each with a number of its own and a row of what the lexicon says of it.

    `pairs` are all pairs met, by number, with the numbers of their originals' words in `originals` (padded with -1).
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._kinds: dict[str, int] = {}
        self._rows = np.empty((_FIRST_ROOM, len(_ROW)), np.int64)
        self._phrases: dict[tuple[str, ...], tuple[int, int]] = {}
        self._room = np.full((_FIRST_ROOM, LONGEST_ORIGINAL), -1, np.int64)
        self._lock = Lock()
        self.pairs: list[SpinnerPair] = []
        self._terms = len(lexicon.thesaurus.starts) - 1
        self._kept = frozenset(lexicon.numbers[w] for w in _KEPT_AS_IS)
        self.pair_openings = frozenset(
            observed[:2] for observed in lexicon.pairs if len(observed) > 1
        )  # the first two words of each phrase that spinners write
        phrases = lexicon.thesaurus.phrases
        self._openings = np.zeros((2, _OPENINGS), bool)
        self._openings[0, _opening(phrases[:, 0], phrases[:, 1])] = True
        first = [[lexicon.numbers.get(word, -1) for word in two] for two in self.pair_openings]
        self._openings[1, _opening(*np.array(first, np.int64).reshape(-1, 2).T)] = True

    @property
    def full(self) -> bool:
        """Whether as many kinds of words are kept as are to be."""
        return len(self._kinds) > _KEPT_AT_MOST

    @property
    def originals(self) -> Array:
        """The numbers of the words of each pair's original."""
        return self._room

    def rows(self, keys: Sequence[str]) -> Array:
        """Return a row for each word.

        NUMBER is its own number, READ_AS that of what it is read as (Lexicon.number), TERM its own where the thesaurus
        links it, POSSESSIVE that of the word before 's where it is linked (-1: none); LONGEST has the words in the
        longest phrase of pairs that it begins; its own pairs are the PAIRS from FIRST_PAIR on.
        """
        kinds = self._kinds
        try:
            numbers = np.fromiter(map(kinds.__getitem__, keys), np.int64, len(keys))
        except KeyError:
            self._learn(keys)
            numbers = np.fromiter(map(kinds.__getitem__, keys), np.int64, len(keys))
        return self._rows[numbers]

    def phrase(self, keys: tuple[str, ...]) -> tuple[int, int]:
        """Return the first of the pairs of a phrase, and how many there are."""
        found = self._phrases.get(keys)
        if found is None:
            with self._lock:
                found = self._pairs_of(keys)
            if found[1]:  # what is no phrase may be any three words
                self._phrases[keys] = found
        return found

    def may_open(self, first: Array, second: Array, *, pairs: bool) -> Array:
        """Tell whether a phrase of spinners' `pairs`, or of the thesaurus, may begin with two words.

        These are given as numbers, -1 where they have none; seldom it says so for nothing.
        """
        found: Array = self._openings[int(pairs)][_opening(first, second)]
        return found

    def _learn(self, keys: Iterable[str]) -> None:
        with self._lock:
            for key in set(keys).difference(self._kinds):
                number = len(self._kinds)
                self._rows = _roomy(self._rows, number)
                self._rows[number] = self._row(key)
                self._kinds[key] = number

    def _row(self, key: str) -> tuple[int, ...]:
        numbers = self._lexicon.numbers
        possessive = numbers.get(key[:-2], -1) if key.endswith("'s") else -1
        own = numbers.get(key, -1)
        return (
            own,
            self._lexicon.number(key),
            self._linked(own),
            self._linked(possessive),
            self._lexicon.longest.get(key, 0),
            *self._pairs_of((key,)),
        )

    def _linked(self, term: int) -> int:
        return term if term < self._terms and term not in self._kept else -1

    def _pairs_of(self, observed: tuple[str, ...]) -> tuple[int, int]:
        if observed[0] not in self._lexicon.longest:
            return 0, 0
        first = len(self.pairs)
        for pair in self._lexicon.pairs.get(observed, ()):
            if len(pair.original) <= LONGEST_ORIGINAL:
                number = len(self.pairs)
                self._room = _roomy(self._room, number)
                self._room[number] = -1
                self._room[number, : len(pair.original)] = [self._lexicon.number(w) for w in pair.original]
                self.pairs.append(pair)
        return first, len(self.pairs) - first


def known_words(lexicon: Lexicon) -> KnownWords:
    """Return what was looked up of this lexicon so far."""
    known: KnownWords | None = lexicon.remembered.get(KnownWords)
    if known is None or known.full:
        known = lexicon.remembered[KnownWords] = KnownWords(lexicon)
    return known


def _opening(first: Array, second: Array) -> Array:
    return (first.astype(np.int64) * _SPREAD + second) & (_OPENINGS - 1)


def _roomy(rows: Array, number: int) -> Array:
    """Return `rows` with room for row `number`."""
    return rows if number < len(rows) else np.concatenate([rows, np.empty_like(rows)])
