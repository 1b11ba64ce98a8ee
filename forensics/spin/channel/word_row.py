"""A document as one row of word numbers, and how well each of its words fits the two before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from forensics.lexicon import Lexicon
from forensics.lexicon.lexicon import SENTENCE_END, SENTENCE_START
from forensics.spin.channel.repeats import place_counts
from forensics.spin.channel.word_runs import WordRun

if TYPE_CHECKING:
    Array = np.ndarray[Any, np.dtype[Any]]

_PAD = 2  # sentence starts before each passage


@dataclass(frozen=True, slots=True)
class WordRow:
    """All passages of a document in one row, so that arrays can look anywhere at once.

    WordRun k's words begin at `offsets[k]`, two sentence starts before them and a sentence end (`ends`) behind.
    `logs` holds log P(word | two before) at each place, 0 at starts; `unigram` the word's own log-probability;
    `named` and `quoted` are those of the passages. `counts` says what each place counts for, given what stands
    elsewhere, and `new` at how many places something new stands (repeats.place_counts).
    """

    row: Array
    offsets: tuple[int, ...]
    logs: Array
    unigram: Array
    ends: Array
    named: Array
    quoted: Array
    counts: Array
    new: int


def word_row(passages: Sequence[WordRun], lexicon: Lexicon) -> WordRow:
    """Return the row of a document."""
    start, end = lexicon.numbers[SENTENCE_START], lexicon.numbers[SENTENCE_END]
    row: list[int] = []
    named: list[bool] = []
    quoted: list[bool] = []
    offsets = []
    for passage in passages:
        row += [start] * _PAD
        offsets.append(len(row))
        row += passage.numbers
        row.append(end)
        named += [False] * _PAD + [*passage.named, False]
        quoted += [False] * _PAD + [*passage.quoted, False]
    numbers = np.array([*row, start, start], np.int64)
    logs = np.zeros(len(numbers))
    inside = np.flatnonzero(numbers != start)
    logs[inside] = lexicon.ngrams.trigram(numbers[inside - 2], numbers[inside - 1], numbers[inside])
    unigram = np.asarray(lexicon.ngrams.unigrams[0][numbers], np.float64)
    tail = [False, False]
    counts, new = place_counts(numbers, (numbers == start) | (numbers == end))
    return WordRow(
        numbers,
        tuple(offsets),
        logs,
        unigram,
        numbers == end,
        np.array(named + tail),
        np.array(quoted + tail),
        counts,
        new,
    )


def window_logs(around: Array, originals: Array, sizes: Array, lexicon: Lexicon) -> Array:
    """Return log P (nats) of each original and the two words behind it, given the words around it.

    `around` has two words before and two behind (shape (n, 4)), `originals` the words between, padded to the
    right, `sizes` of them.
    """
    return lexicon.ngrams.chains(around, originals, sizes, lexicon.numbers[SENTENCE_END])
