"""Everything that could have stood where a spinner wrote what we read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from forensics.lexicon import Lexicon, SpinnerPair
from forensics.lexicon.thesaurus import STRENGTH_SCALE
from forensics.spin.channel.facts import exchanges_facts
from forensics.spin.channel.known_words import LONGEST_ORIGINAL
from forensics.spin.channel.places import linked, ranges, read_words, written
from forensics.spin.channel.word_row import WordRow
from forensics.spin.channel.word_runs import WordRun

if TYPE_CHECKING:
    Array = np.ndarray[Any, np.dtype[Any]]

_SPANS_A_PLACE = 16  # more than any phrase has words
_KEY_BITS = 32  # of a hash of span and original: with a span's number they fit one number


@dataclass(frozen=True, slots=True)
class Candidates:
    """Candidates of a document, a row each, ordered by place and length.

    Words [place, place + length) of the document's row may stand for the words in `originals` (padded with -1),
    `sizes` of them. `pair` is an index into `pairs`, -1 where no spinner is known to write this; `flags` and
    `strengths` are those of the thesaurus link, 0 without one. `possessive` says that 's goes over to the original.
    """

    place: Array
    length: Array
    originals: Array
    sizes: Array
    pair: Array
    flags: Array
    strengths: Array
    possessive: Array
    pairs: tuple[SpinnerPair, ...]

    def __len__(self) -> int:
        return len(self.place)

    def take(self, rows: Array) -> Candidates:
        """Return some of the candidates; `rows` are numbers or a mask."""
        return Candidates(
            place=self.place[rows],
            length=self.length[rows],
            originals=self.originals[rows],
            sizes=self.sizes[rows],
            pair=self.pair[rows],
            flags=self.flags[rows],
            strengths=self.strengths[rows],
            possessive=self.possessive[rows],
            pairs=self.pairs,
        )

    def numbers(self, i: int) -> tuple[int, ...]:
        """Return candidate i's original as word numbers."""
        return tuple(self.originals[i, : self.sizes[i]].tolist())

    def words(self, i: int, lexicon: Lexicon) -> tuple[str, ...]:
        """Return candidate i's original as keys."""
        known = self.pairs[self.pair[i]].original if self.pair[i] >= 0 else None
        found = known or tuple(lexicon.terms[n] for n in self.numbers(i))
        return (*found[:-1], found[-1] + "'s") if self.possessive[i] else found


def gather(passages: Sequence[WordRun], reading: WordRow, lexicon: Lexicon) -> Candidates:
    """Return all candidates of a document: one for each span and original, a pair with its thesaurus link.

    None of them exchanges one fact for another (facts.exchanges_facts).
    """
    words = read_words(passages, reading, lexicon)
    spans, pairs, known = written(words)
    place, length, term, possessive = linked(words, lexicon)
    links = lexicon.thesaurus
    first = links.starts[term].astype(np.int64)
    owner, link = ranges(first, links.starts[term + 1].astype(np.int64) - first)
    numbers = _words_of(links.originals[link].astype(np.int64), lexicon)
    some = Candidates(
        np.concatenate([spans[:, 0], place[owner]]),
        np.concatenate([spans[:, 1], length[owner]]),
        np.concatenate([known, numbers]),
        np.concatenate([(known >= 0).sum(axis=1), (numbers >= 0).sum(axis=1)]),
        np.concatenate([spans[:, 2], np.full(len(link), -1)]),
        np.concatenate([np.zeros(len(spans), np.int64), links.flags[link].astype(np.int64)]),
        np.concatenate([np.zeros(len(spans)), links.strengths[link] / STRENGTH_SCALE]),
        np.concatenate([np.zeros(len(spans), bool), possessive[owner]]),
        pairs,
    )
    return _merged(some, reading, lexicon)


def _merged(some: Candidates, reading: WordRow, lexicon: Lexicon) -> Candidates:
    """Return the candidates in order, each span and original once: what a link and a pair say is put together.

    Those that would exchange a fact are left out.
    """
    if not len(some):
        return some
    key = np.zeros(len(some), np.uint64)
    for column in (some.place, some.length, *some.originals.T):
        key = (key ^ column.astype(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        key ^= key >> np.uint64(29)
    order = _order(some.place * _SPANS_A_PLACE + some.length, key, some.pair < 0)
    some = some.take(order)
    key = key[order]
    again = np.flatnonzero(key[1:] == key[:-1]) + 1
    some.flags[again - 1] |= some.flags[again]
    some.strengths[again - 1] = np.maximum(some.strengths[again - 1], some.strengths[again])
    keep = ~exchanges_facts(some, reading, lexicon)
    keep[again] = False
    return some if keep.all() else some.take(keep)


def _order(spans: Array, key: Array, later: Array) -> Array:
    """Return the order by span, key and what comes `later`: by one number if that tells all apart, which is faster."""
    together = spans.astype(np.uint64) << np.uint64(_KEY_BITS + 1)
    together |= (key >> np.uint64(64 - _KEY_BITS)) << np.uint64(1) | later.astype(np.uint64)
    order = np.argsort(together)
    placed = together[order]
    if (placed[1:] != placed[:-1]).all() and int(spans.max()) >> (63 - _KEY_BITS) == 0:
        return order
    return np.lexsort((later, key, spans))


def _words_of(terms: Array, lexicon: Lexicon) -> Array:
    """Return each term's words, padded with -1 to LONGEST_ORIGINAL."""
    words = len(lexicon.ngrams.unigrams[0])
    out = np.full((len(terms), LONGEST_ORIGINAL), -1, np.int64)
    out[:, 0] = terms
    phrases = np.flatnonzero(terms >= words)
    table = lexicon.thesaurus.phrases
    out[phrases, : table.shape[1]] = table[terms[phrases] - words]
    return out
