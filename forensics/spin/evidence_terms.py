"""What speaks for and against each candidate, as a matrix of terms that weights turn into nats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from forensics.lexicon import Lexicon
from forensics.lexicon.lexicon import SENTENCE_END, SENTENCE_START
from forensics.lexicon.thesaurus import MOBY, MOBY_BACK, NEAR, SECOND, WORDNET
from forensics.spin.candidates import Candidate
from forensics.spin.passages import Passage

if TYPE_CHECKING:
    Array = np.ndarray[Any, np.dtype[Any]]

TERMS = (
    "pair", "pair_inflected", "pages", "share", "rarity",
    "thesaurus", "moby", "moby_back", "wordnet", "near", "second", "strength",
    "fit", "fit_below", "fit_above", "surprise", "frequency",
    "words_fewer", "words_more", "elsewhere", "article", "named", "quoted",
)  # fmt: skip
_INDEX = {name: i for i, name in enumerate(TERMS)}
FIT, FREQUENCY = _INDEX["fit"], _INDEX["frequency"]
_PAD = 2  # sentence starts before each passage
_FITS_WELL = 6.0  # nats: more than this says little more
_VOWELS = frozenset("aeiou")
_SOUNDS_OTHERWISE = ("eu", "uni", "use", "usu", "one", "once", "uk", "ur")
_SILENT = ("hour", "honest", "honou", "honor", "heir")


@dataclass(frozen=True, slots=True)
class Reading:
    """All passages of a document in one row of word numbers, so that arrays can look anywhere at once.

    Passage k's words begin at `offsets[k]`, two sentence starts before them and a sentence end behind. `logs` holds
    log P(word | two before) at each place, 0 at starts; `lifts` the same less the word's own log-probability.
    """

    row: Array
    offsets: tuple[int, ...]
    logs: Array
    unigram: Array
    ends: Array


def read(passages: Sequence[Passage], lexicon: Lexicon) -> Reading:
    """Return the row of a document and how well each of its words fits the two before it."""
    start, end = lexicon.numbers[SENTENCE_START], lexicon.numbers[SENTENCE_END]
    row: list[int] = []
    offsets = []
    for passage in passages:
        row += [start] * _PAD
        offsets.append(len(row))
        row += passage.numbers
        row.append(end)
    numbers = np.array([*row, start, start], np.int64)
    logs = np.zeros(len(numbers))
    inside = np.flatnonzero(numbers != start)
    logs[inside] = lexicon.ngrams.trigram(numbers[inside - 2], numbers[inside - 1], numbers[inside])
    unigram = lexicon.ngrams.unigrams[0][numbers].astype(np.float64)
    return Reading(numbers, tuple(offsets), logs, unigram, numbers == end)


@dataclass(frozen=True, slots=True)
class Windows:
    """For each candidate: its place in the row, its length, and the four words around it."""

    place: Array
    length: Array
    around: Array  # shape (candidates, 4): two before, two behind


def windows(reading: Reading, owners: Sequence[int], candidates: Sequence[Candidate]) -> Windows:
    """Return where each candidate stands; `owners` are the passages that hold them."""
    place = np.array(
        [reading.offsets[k] + c.start for k, c in zip(owners, candidates, strict=True)], np.int64
    )
    length = np.array([c.length for c in candidates], np.int64)
    row, after = reading.row, place + length
    return Windows(
        place, length, np.stack([row[place - 2], row[place - 1], row[after], row[after + 1]], axis=1)
    )


def window_logs(around: Array, originals: Sequence[tuple[int, ...]], lexicon: Lexicon) -> Array:
    """Return log P of each original and the two words behind it, given the words around it (nats)."""
    end = lexicon.numbers[SENTENCE_END]
    total = np.zeros(len(originals))
    sizes = np.array([len(o) for o in originals], np.int64)
    for size in np.unique(sizes):
        some = np.flatnonzero(sizes == size)
        middle = np.array([originals[i] for i in some], np.int64)
        before, behind = around[some, :2], around[some, 2:]
        chain = np.concatenate([before, middle, behind], axis=1)
        for j in range(2, chain.shape[1]):
            log = lexicon.ngrams.trigram(chain[:, j - 2], chain[:, j - 1], chain[:, j])
            if j == chain.shape[1] - 1:
                log = np.where(chain[:, j - 1] == end, 0.0, log)
            total[some] += log
    return total


def observed_logs(reading: Reading, where: Windows) -> Array:
    """Return the same as `window_logs` for what the text itself has there."""
    sums = np.concatenate([[0.0], np.cumsum(reading.logs)])
    after = where.place + where.length
    last = np.where(reading.ends[after], after + 1, after + 2)
    return np.asarray(sums[last] - sums[where.place])


def fit_between(
    around: Array, originals: Sequence[tuple[int, ...]], observed: Sequence[tuple[int, ...]], lexicon: Lexicon
) -> Array:
    """Return by how many nats each original fits the words around it better than what was observed there."""
    return window_logs(around, originals, lexicon) - window_logs(around, observed, lexicon)


def terms(
    passages: Sequence[Passage],
    reading: Reading,
    owners: Sequence[int],
    candidates: Sequence[Candidate],
    lexicon: Lexicon,
) -> tuple[Array, list[tuple[int, ...]]]:
    """Return the matrix of TERMS, a row for each candidate, and each original as word numbers."""
    originals = [tuple(lexicon.number(w) for w in c.original) for c in candidates]
    matrix = np.zeros((len(candidates), len(TERMS)))
    if not candidates:
        return matrix, originals
    where = windows(reading, owners, candidates)
    _context_terms(matrix, reading, where, originals, lexicon)
    elsewhere = _counts(passages)
    for i, (k, c) in enumerate(zip(owners, candidates, strict=True)):
        _link_terms(matrix[i], passages[k], c, elsewhere, lexicon)
    return matrix, originals


def _context_terms(
    matrix: Array, reading: Reading, where: Windows, originals: list[tuple[int, ...]], lexicon: Lexicon
) -> None:
    observed = observed_logs(reading, where)
    fit = window_logs(where.around, originals, lexicon) - observed
    set_fit(matrix, fit)
    own = np.concatenate([[0.0], np.cumsum(reading.unigram)])
    after = where.place + where.length
    observed_own = own[after] - own[where.place]
    unigram = lexicon.ngrams.unigrams[0]
    original_own = np.array([float(unigram[list(o)].sum()) for o in originals])
    matrix[:, FREQUENCY] = original_own - observed_own
    sums = np.concatenate([[0.0], np.cumsum(reading.logs - reading.unigram)])
    last = np.minimum(after + 1, len(reading.row) - 1)
    matrix[:, _INDEX["surprise"]] = -np.clip((sums[last] - sums[where.place]) / (where.length + 1), -6, 6)
    matrix[:, _INDEX["rarity"]] = np.clip(-observed_own / where.length - 7, -3, 6)


def set_fit(matrix: Array, fit: Array) -> None:
    """Enter by how much better each original fits its neighbours than what stands there (nats)."""
    matrix[:, FIT] = np.clip(fit, -12, 18)
    matrix[:, FIT + 1] = np.minimum(fit, 0).clip(-12)
    matrix[:, FIT + 2] = np.maximum(fit - _FITS_WELL, 0).clip(0, 12)


def _link_terms(
    row: Array, passage: Passage, c: Candidate, elsewhere: Counter[tuple[str, ...]], lexicon: Lexicon
) -> None:
    if c.pair is not None:
        row[_INDEX["pair_inflected" if c.pair.inflected else "pair"]] = 1
        row[_INDEX["pages"]] = np.log(c.pair.pages)
        total = sum(p.pages for p in lexicon.pairs[c.pair.observed] if p.inflected <= c.pair.inflected)
        row[_INDEX["share"]] = np.log(c.pair.pages / max(total, c.pair.pages))
    else:
        row[_INDEX["thesaurus"]] = 1
        row[_INDEX["rarity"]] = 0
    for name, flag in (
        ("moby", MOBY),
        ("moby_back", MOBY_BACK),
        ("wordnet", WORDNET),
        ("near", NEAR),
        ("second", SECOND),
    ):
        row[_INDEX[name]] = bool(c.flags & flag)
    row[_INDEX["strength"]] = c.strength
    row[_INDEX["words_fewer"]] = max(c.length - len(c.original), 0)
    row[_INDEX["words_more"]] = max(len(c.original) - c.length, 0)
    row[_INDEX["elsewhere"]] = np.log1p(elsewhere[c.original])
    before = passage.keys[c.start - 1] if c.start else ""
    if before in ("a", "an"):
        row[_INDEX["article"]] = (before == article(c.original[0])) - (
            before == article(passage.keys[c.start])
        )
    span = slice(c.start, c.start + c.length)
    row[_INDEX["named"]] = any(passage.named[span])
    row[_INDEX["quoted"]] = any(passage.quoted[span])


def article(key: str) -> str:
    """Return "a" or "an", as the sound that a word begins with asks."""
    if key.startswith(_SILENT):
        return "an"
    return "an" if key[0] in _VOWELS and not key.startswith(_SOUNDS_OTHERWISE) else "a"


def _counts(passages: Sequence[Passage]) -> Counter[tuple[str, ...]]:
    counts: Counter[tuple[str, ...]] = Counter()
    for passage in passages:
        for size in (1, 2, 3):
            counts.update(passage.keys[i : i + size] for i in range(len(passage.keys) - size + 1))
    return counts
