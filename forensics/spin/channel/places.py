"""Where a document's words and phrases are known: to spinners' pairs, and to a thesaurus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from forensics.lexicon import Lexicon, SpinnerPair
from forensics.spin.channel.known_words import (
    FIRST_PAIR,
    LONGEST,
    NUMBER,
    PAIRS,
    POSSESSIVE,
    TERM,
    KnownWords,
    known_words,
)
from forensics.spin.channel.word_row import WordRow
from forensics.spin.channel.word_runs import WordRun

if TYPE_CHECKING:
    Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class ReadWords:
    """The words of a document in order, and what is known of each: `place` in its row, `rows` of KnownWords."""

    keys: tuple[str, ...]
    place: Array
    joined: Array
    named: Array
    rows: Array
    known: KnownWords


def written(words: ReadWords) -> tuple[Array, tuple[SpinnerPair, ...], Array]:
    """Return place, length and pair of each word and phrase that spinners write, the pairs, and their originals."""
    rows, known = words.rows, words.known
    single = np.flatnonzero(rows[:, PAIRS])
    ones = np.array([words.place[single], single * 0 + 1, rows[single, FIRST_PAIR], rows[single, PAIRS]])
    keys, total, openings = words.keys, len(words.keys), known.pair_openings
    found = []
    own = rows[:, NUMBER]
    opens = (rows[:-1, LONGEST] > 1) & words.joined[1:] & known.may_open(own[:-1], own[1:], pairs=True)
    for start in np.flatnonzero(opens).tolist():
        if keys[start : start + 2] not in openings:
            continue
        for length in range(2, min(int(rows[start, LONGEST]), total - start) + 1):
            if not words.joined[start + length - 1]:
                break
            first, count = known.phrase(keys[start : start + length])
            if count:
                found.append((int(words.place[start]), length, first, count))
    place, length, first_pair, counts = np.hstack([ones, np.array(found, np.int64).reshape(-1, 4).T])
    owner, number = ranges(first_pair, counts)
    used, pair = np.unique(number, return_inverse=True)
    spans = np.stack([place[owner], length[owner], pair], axis=1)
    return spans, tuple(known.pairs[n] for n in used.tolist()), known.originals[number]


def linked(words: ReadWords, lexicon: Lexicon) -> tuple[Array, Array, Array, Array]:
    """Return place, length and term of each word and phrase that has thesaurus links, and whether it ends in 's."""
    rows, place, keys = words.rows, words.place, words.keys
    single = np.flatnonzero((rows[:, TERM] >= 0) & ~words.named)
    possessive = np.flatnonzero((rows[:, POSSESSIVE] >= 0) & ~words.named)
    numbers, terms = lexicon.numbers, len(lexicon.thesaurus.starts) - 1
    longest = lexicon.thesaurus.phrases.shape[1]
    own, joined = rows[:, NUMBER], words.joined
    opens = (
        (own[:-1] >= 0) & (own[1:] >= 0) & joined[1:] & words.known.may_open(own[:-1], own[1:], pairs=False)
    )
    found = []
    for i in np.flatnonzero(opens).tolist():
        for size in range(2, min(longest, len(keys) - i) + 1):
            if not joined[i + size - 1]:
                break
            term = numbers.get(" ".join(keys[i : i + size]), terms)
            if term < terms:
                found.append((int(place[i]), size, term))
    phrases = np.array(found, np.int64).reshape(-1, 3).T
    return (
        np.concatenate([place[single], place[possessive], phrases[0]]),
        np.concatenate([np.ones(len(single) + len(possessive), np.int64), phrases[1]]),
        np.concatenate([rows[single, TERM], rows[possessive, POSSESSIVE], phrases[2]]),
        np.concatenate(
            [np.zeros(len(single), bool), np.ones(len(possessive), bool), np.zeros(phrases.shape[1], bool)]
        ),
    )


def ranges(first: Array, counts: Array) -> tuple[Array, Array]:
    """Return, for ranges of `counts` numbers from `first` on, which range each number is of, and the number."""
    owner = np.repeat(np.arange(len(counts)), counts)
    return owner, np.arange(len(owner)) + np.repeat(first - (np.cumsum(counts) - counts), counts)


def read_words(passages: Sequence[WordRun], reading: WordRow, lexicon: Lexicon) -> ReadWords:
    """Return the words of a document with what is known of each."""
    keys = tuple(key for passage in passages for key in passage.keys)
    _, place = ranges(
        np.array(reading.offsets, np.int64), np.array([len(p.keys) for p in passages], np.int64)
    )
    joined = np.fromiter((one for passage in passages for one in passage.joined), bool, len(keys))
    known = known_words(lexicon)
    return ReadWords(keys, place, joined, reading.named[place], known.rows(keys), known)
