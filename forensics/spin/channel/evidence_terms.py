"""What speaks for and against each candidate, as a matrix of terms that weights turn into nats."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from forensics.lang import language
from forensics.lexicon import Lexicon, SpinnerPair
from forensics.lexicon.thesaurus import MOBY, MOBY_BACK, NEAR, SECOND, WORDNET
from forensics.spin.channel.candidates import Candidates
from forensics.spin.channel.topic import topic_terms
from forensics.spin.channel.word_row import WordRow, window_logs

if TYPE_CHECKING:
    Array = np.ndarray[Any, np.dtype[Any]]

LEXICON_TERMS = ("pair", "pair_inflected", "pages", "share", "habit", "rarity", "beyond_chance")
THESAURUS_TERMS = ("thesaurus", "moby", "moby_back", "wordnet", "near", "second", "strength", "wordnet_strength",
                   "linked_fit", "linked_frequency", "linked_rarity", "linked_fewer")  # fmt: skip
CONTEXT_TERMS = ("fit", "fit_below", "fit_above", "surprise", "frequency", "common", "words_fewer",
                 "words_more", "elsewhere", "article", "named", "quoted",
                 "closeness", "topic_near", "topic", "linked_closeness")  # fmt: skip
TERMS = LEXICON_TERMS + THESAURUS_TERMS + CONTEXT_TERMS
_INDEX = {name: i for i, name in enumerate(TERMS)}
FIT, FREQUENCY, _LINKED_FIT = _INDEX["fit"], _INDEX["frequency"], _INDEX["linked_fit"]
PAGES, BEYOND_CHANCE = _INDEX["pages"], _INDEX["beyond_chance"]
_OF_PAIR = _INDEX["rarity"]  # the terms before it are a pair's own, wherever it stands
_CLOSENESS = _INDEX["closeness"]  # the first of the columns of topic_terms
# The terms are bounded and shifted so that their weights were fitted: weights.json holds for these numbers alone. They
# were chosen, not measured apart from the fit: to move one asks for a refit.
_FIT_BOUNDS = (-12.0, 18.0)  # nats
_FITS_WELL = 6.0  # nats: what is above has a weight of its own
_COMMON_ZERO, _COMMON_BOUNDS = -9.0, (-4.0, 5.0)  # nats a word
_RARITY_ZERO, _RARITY_BOUNDS = -7.0, (-3.0, 6.0)  # nats a word
_WORDS_READ = 56_000  # on the pages that the pairs were read off
_BEYOND_BOUNDS = (-4.0, 4.0)  # nats
_SURPRISE_BOUND = 6.0  # nats a word, either way
# Of the candidates, as a round number: .25 and 1 change recall by .002 (decision 0205)
_LINKED_AMONG_ALL = 0.5
_SPELLING = language("en").spelling
_BEFORE_CONSONANT, _BEFORE_VOWEL = _SPELLING.articles
_CONSONANT, _VOWEL = 1, 2  # which article a word asks for; 0: not asked yet
_PRESENT = 1 << 12  # a table's places
_PAIRS_REMEMBERED = 1 << 15  # three times those that ship


def terms(reading: WordRow, candidates: Candidates, lexicon: Lexicon) -> Array:
    """Return the matrix of TERMS, a row for each candidate, in the text as it stands."""
    matrix = np.zeros((len(TERMS), len(candidates))).T  # a term's numbers lie together
    if len(candidates):
        matrix[:, _INDEX["thesaurus"]] = candidates.pair < 0
        _context_terms(matrix, reading, candidates, lexicon)
        _lexicon_terms(matrix, candidates, lexicon)
        _beyond_chance(matrix, reading, candidates)
        _thesaurus_terms(matrix, candidates)
        _articles(matrix, reading, candidates, lexicon)
        matrix[:, _CLOSENESS : _CLOSENESS + 3] = topic_terms(reading, candidates, lexicon)
        matrix[:, _INDEX["linked_closeness"]] = matrix[:, _CLOSENESS] * matrix[:, _INDEX["thesaurus"]]
    return matrix


def set_fit(matrix: Array, fit: Array) -> None:
    """Enter by how many nats each original fits its neighbours better than what stands there."""
    bounded = np.clip(fit, *_FIT_BOUNDS)
    matrix[:, FIT] = bounded
    matrix[:, FIT + 1] = np.minimum(bounded, 0)
    matrix[:, FIT + 2] = np.maximum(bounded - _FITS_WELL, 0)
    matrix[:, _LINKED_FIT] = matrix[:, FIT] * matrix[:, _INDEX["thesaurus"]]


def fit_weight(weights: Array) -> float:
    """Return the one weight of the language model that a joint search can use for all candidates."""
    return float(weights[FIT] + _LINKED_AMONG_ALL * weights[_LINKED_FIT])


def _context_terms(matrix: Array, reading: WordRow, c: Candidates, lexicon: Lexicon) -> None:
    row, after = reading.row, c.place + c.length
    around = np.stack([row[c.place - 2], row[c.place - 1], row[after], row[after + 1]], axis=1)
    sums = np.concatenate([[0.0], np.cumsum(reading.logs)])
    last = np.where(reading.ends[after], after + 1, after + 2)
    set_fit(matrix, window_logs(around, c.originals, c.sizes, lexicon) - (sums[last] - sums[c.place]))

    own = np.concatenate([[0.0], np.cumsum(reading.unigram)])
    observed_own = own[after] - own[c.place]
    unigram = _padded_unigrams(lexicon)
    original_own = unigram[c.originals[:, 0]]
    several = np.flatnonzero(c.sizes > 1)
    original_own[several] = unigram[c.originals[several]].sum(axis=1)
    matrix[:, FREQUENCY] = original_own - observed_own
    matrix[:, _INDEX["common"]] = np.clip(original_own / c.sizes - _COMMON_ZERO, *_COMMON_BOUNDS)
    lifts = np.concatenate([[0.0], np.cumsum(reading.logs - reading.unigram)])
    until = np.minimum(after + 1, len(row) - 1)
    lift = (lifts[until] - lifts[c.place]) / (c.length + 1)
    matrix[:, _INDEX["surprise"]] = -np.clip(lift, -_SURPRISE_BOUND, _SURPRISE_BOUND)
    linked = matrix[:, _INDEX["thesaurus"]]
    rarity = np.clip(_RARITY_ZERO - observed_own / c.length, *_RARITY_BOUNDS)
    matrix[:, _INDEX["rarity"]] = rarity * (1 - linked)
    matrix[:, _INDEX["linked_rarity"]] = rarity * linked
    matrix[:, _INDEX["linked_frequency"]] = matrix[:, FREQUENCY] * linked
    matrix[:, _INDEX["words_fewer"]] = np.maximum(c.length - c.sizes, 0)
    matrix[:, _INDEX["linked_fewer"]] = np.maximum(c.length - c.sizes, 0) * linked
    matrix[:, _INDEX["words_more"]] = np.maximum(c.sizes - c.length, 0)
    elsewhere, times = _standing(c.originals[:, 0], row)
    matrix[elsewhere, _INDEX["elsewhere"]] = np.where(c.sizes[elsewhere] == 1, np.log1p(times), 0.0)
    for name, marks in (("named", reading.named), ("quoted", reading.quoted)):
        total = np.concatenate([[0], np.cumsum(marks)])
        matrix[:, _INDEX[name]] = total[after] > total[c.place]


def _standing(words: Array, row: Array) -> tuple[Array, Array]:
    """Return which of `words` stand in `row`, and how often each."""
    there, often = np.unique(row, return_counts=True)
    bits = np.zeros(_PRESENT, bool)  # most words stand nowhere: this is told by a few of their bits
    bits[there & (_PRESENT - 1)] = True
    some = np.flatnonzero(bits[words & (_PRESENT - 1)])
    at = np.minimum(np.searchsorted(there, words[some]), len(there) - 1)
    found = there[at] == words[some]
    return some[found], often[at[found]]


def _padded_unigrams(lexicon: Lexicon) -> Array:
    """Return each word's log-probability, and 0 last, where the number -1 of a pad leads."""
    found: Array | None = lexicon.remembered.get(_padded_unigrams)
    if found is None:
        found = np.append(np.asarray(lexicon.ngrams.unigrams[0], np.float64), 0.0)
        lexicon.remembered[_padded_unigrams] = found
    return found


def _lexicon_terms(matrix: Array, c: Candidates, lexicon: Lexicon) -> None:
    if not c.pairs:
        return
    remembered = lexicon.remembered.setdefault(_of_pair, {})
    if len(remembered) > _PAIRS_REMEMBERED:
        remembered.clear()
    rows = []
    for pair in c.pairs:
        row = remembered.get(id(pair))
        if row is None:
            row = remembered[id(pair)] = (*_of_pair(pair, lexicon), pair)  # which lives as long as its number
        rows.append(row[:-1])
    known = c.pair >= 0
    matrix[known, :_OF_PAIR] = np.array(rows)[c.pair[known]]


def _of_pair(pair: SpinnerPair, lexicon: Lexicon) -> tuple[float, ...]:
    """Return the terms of a pair that no text changes, in the order of LEXICON_TERMS."""
    total = sum(p.pages for p in lexicon.pairs[pair.observed] if p.inflected <= pair.inflected)
    written = lexicon.written.get(pair.original, 0.0)
    return (
        float(not pair.inflected),
        float(pair.inflected),
        float(np.log(pair.pages)),
        float(np.log(pair.pages / max(total, pair.pages))),
        float(np.log(pair.pages / max(written, pair.pages))),
    )


def _beyond_chance(matrix: Array, reading: WordRow, c: Candidates) -> None:
    """Enter by how much a pair's pages exceed those that would hold its words anyway (both as logarithms).

    Below 0 writers use the words more often than spinners were seen to.
    """
    rows = np.flatnonzero(c.pair >= 0)
    place, after = c.place[rows], c.place[rows] + c.length[rows]
    sums = np.concatenate([[0.0], np.cumsum(reading.logs)])
    anyway = math.log(_WORDS_READ) + reading.unigram[place] + sums[after] - sums[place + 1]
    matrix[rows, BEYOND_CHANCE] = np.clip(matrix[rows, PAGES] - anyway, *_BEYOND_BOUNDS)


def _thesaurus_terms(matrix: Array, c: Candidates) -> None:
    kinds = (
        ("moby", MOBY),
        ("moby_back", MOBY_BACK),
        ("wordnet", WORDNET),
        ("near", NEAR),
        ("second", SECOND),
    )
    for name, flag in kinds:
        matrix[:, _INDEX[name]] = (c.flags & flag) > 0
    matrix[:, _INDEX["strength"]] = c.strengths
    matrix[:, _INDEX["wordnet_strength"]] = c.strengths * ((c.flags & WORDNET) > 0)


def _articles(matrix: Array, reading: WordRow, c: Candidates, lexicon: Lexicon) -> None:
    consonant, vowel = (lexicon.numbers.get(form, -1) for form in _SPELLING.articles)
    before = reading.row[c.place - 1]
    behind = np.flatnonzero((before == consonant) | (before == vowel))
    stands = np.where(before[behind] == vowel, _VOWEL, _CONSONANT)
    asked_then = _asked(c.originals[behind, 0], lexicon)
    asked_now = _asked(reading.row[c.place[behind]], lexicon)
    matrix[behind, _INDEX["article"]] = (stands == asked_then) * 1.0 - (stands == asked_now)


def _asked(words: Array, lexicon: Lexicon) -> Array:
    """Return which article each word (by number) asks for, as _CONSONANT or _VOWEL."""
    asked: Array | None = lexicon.remembered.get(article)
    if asked is None:
        asked = lexicon.remembered[article] = np.zeros(len(lexicon.ngrams.unigrams[0]), np.uint8)
    for word in np.unique(words[asked[words] == 0]).tolist():
        asked[word] = _VOWEL if article(lexicon.terms[word]) == _BEFORE_VOWEL else _CONSONANT
    return asked[words]


def article(key: str) -> str:
    """Return "a" or "an", as the sound that a word begins with asks."""
    if key.startswith(_SPELLING.silent):
        return _BEFORE_VOWEL
    sounds = key[0] in _SPELLING.vowels and not key.startswith(_SPELLING.sounds_as_consonant)
    return _BEFORE_VOWEL if sounds else _BEFORE_CONSONANT
