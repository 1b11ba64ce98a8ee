"""Which sources a text may come from, by what an index holds of them: pure, and the same for every index."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from forensics.index.choosing import chosen
from forensics.index.chunks import Sentences, asked_chunks, kept_prints, sentence_words
from forensics.index.words import Hits
from forensics.lexicon.relations import Knowledge
from forensics.text.stems import base_forms, stem

if TYPE_CHECKING:
    from numpy import ndarray

# The numbers of retrieval were chosen together, not measured one by one: of 20,000 sources the right one is among the
# first ten for 99% of passages spun at 80 in 100 (docs/trace.md; decisions 0312 and 0610 say what did worse). What a
# move does, python -m bench.trace.retrieval measures.
_RAREST_ASKED = 30  # words of a chunk: about the content words of three sentences
_COMMON_SHARE = 0.1  # of the chunks: a word in more tells no source from another
_NEVER_COMMON = 2  # chunks: among few sources a share means nothing
# Chunks that the words of a question stand in, all together: the rarest words are asked for, up to so many. Chosen: it
# bounds what a question costs, some five milliseconds, and does not bind below some fifty thousand sources.
_STANDING = 500_000
_SYNONYMS_ASKED = 5  # of a word, the strongest: a spinner takes one of few, and each costs a look-up
_SYNONYM_BOOST = 0.6  # of its strength: less than the word itself, which may stand there too
_UNIT = 256  # of a weight, which is a whole number: fine enough that no two frequencies that matter weigh the same
_SMOOTHING = 0.5  # chunks: as in BM25's weight of a word
# What a chunk scores is divided by .6 and .4 of its length as a share of the usual one: a long one holds more words by
# chance. The shares are BM25's with its usual settings; the length is that of three sentences of news.
_LENGTH_SHARE, _USUAL_LENGTH = 0.4, 30
_USUAL_HIT = 3  # what the third best answer scores is what any source scores by chance
_PLAIN_SHARE = 0.2  # copies of one source must not cancel each other out
_MEAN_SHARE = 1.0  # of two sources of one passage the one that has more of the text comes first
_COMMON_PRINT = 50  # sources: a run that more of them share is a phrase of the language or a template


class Holdings(Protocol):
    """What an index holds, however it is kept: living sources alone, whatever was removed and not yet forgotten."""

    @property
    def sources(self) -> int:
        """How many sources there are."""

    @property
    def chunks(self) -> int:
        """How many chunks they have."""

    def frequencies(self, terms: Sequence[str]) -> Sequence[int]:
        """Return in how many chunks each stem stands."""

    def hits(self, question: Mapping[str, int]) -> Hits:
        """Return the chunks that hold most of a weighted question (see words.ask)."""

    def print_holders(self, prints: ndarray, most: int) -> tuple[ndarray, ndarray]:
        """Return (places in `prints`, numbers of sources) of those held by `most` sources at most."""

    def id(self, number: int) -> str:
        """Return the id of a source, by which ties are cut."""


def leading(
    text: str, holdings: Holdings, knowledge: Knowledge, count: int, own: int | None = None
) -> list[tuple[int, float]]:
    """Return the numbers of up to `count` sources that may share a passage with `text`, the likeliest first, scored.

    Each chunk of three sentences asks with its rarest words; a source is as good as its best chunk. Fingerprints
    bring in what shares whole runs, and half the places go to what no other leader has. `own` is left out.
    Nothing depends on numbers, segments or the order of adding.
    """
    words = sentence_words(text)
    shares = _shares(words, holdings, knowledge)
    by_words = _by_words(shares)
    by_prints = _by_prints(words, holdings)
    score = {
        number: by_words.get(number, 0.0) + by_prints.get(number, 0.0)
        for number in by_words.keys() | by_prints.keys()
        if number != own
    }
    leaders = chosen(score, [found for found, _ in shares], count, holdings.id)
    return [(number, round(score[number], 4)) for number in leaders]


def _by_words(asked: Sequence[tuple[Mapping[int, float], float]]) -> dict[int, float]:
    """Return for each source how far its best chunk stands above what any chunk has by chance.

    The mean over all chunks joins in, so that of two sources of one passage the one that has more comes first.
    """
    best: dict[int, float] = {}
    total: dict[int, float] = {}
    for shares, usual in asked:
        for number, share in shares.items():
            best[number] = max(best.get(number, 0.0), (1 + _PLAIN_SHARE) * share - usual)
            total[number] = total.get(number, 0.0) + share
    return {number: lead + _MEAN_SHARE * total[number] / len(asked) for number, lead in best.items()}


def _shares(
    words: Sentences, holdings: Holdings, knowledge: Knowledge
) -> list[tuple[dict[int, float], float]]:
    """Return of each chunk that asks what share of it each source's best chunk holds, and what any holds by chance."""
    asking = asked_chunks(words)
    surface = {word.stem: word.key for sentence in words for word in sentence}
    every = dict.fromkeys(term for chunk in asking for term in chunk)
    related = {term: _related(surface[term], knowledge) for term in every}
    terms = list(every | dict.fromkeys(stem(w) for found in related.values() for w in found))
    frequency = dict(zip(terms, holdings.frequencies(terms), strict=True))
    others = {term: _held(found, frequency) for term, found in related.items()}
    found: list[tuple[dict[int, float], float]] = []
    for chunk in asking:
        question, most = _question(chunk, others, frequency, holdings.chunks)
        if not question:
            found.append(({}, 0.0))
            continue
        hits = holdings.hits(question)
        shares = [
            score / most / (1 - _LENGTH_SHARE + _LENGTH_SHARE * length / _USUAL_LENGTH)
            for score, length in zip(hits.scores, hits.lengths, strict=True)
        ]
        usual = sorted(shares, reverse=True)[min(len(shares), _USUAL_HIT) - 1] if shares else 0.0
        highest: dict[int, float] = {}
        for number, share in zip(hits.numbers, shares, strict=True):
            highest[number] = max(share, highest.get(number, 0.0))
        found.append((highest, usual))
    return found


def _question(
    chunk: Sequence[str],
    others: Mapping[str, Mapping[str, float]],
    frequency: Mapping[str, int],
    chunks: int,
) -> tuple[dict[str, int], int]:
    """Return the stems to ask for with their weights, and what a chunk scores that holds all of its own.

    They are the rarest of a chunk, and what may stand for any of its words; of all these the rarest again.
    """
    bound = max(_NEVER_COMMON, _COMMON_SHARE * chunks)
    known = [term for term in chunk if 0 < frequency[term] <= bound]
    own = sorted(known, key=lambda term: (frequency[term], term))[:_RAREST_ASKED]
    weights = {term: _weight(frequency[term], chunks) for term in own}
    most = sum(weights.values())
    if not own:
        return {}, 0
    for term in chunk:
        for other, strength in others[term].items():
            if other not in weights:
                weights[other] = round(_SYNONYM_BOOST * strength * _weight(frequency[other], chunks))
    standing, question = 0, dict[str, int]()
    for term in sorted(weights, key=lambda term: (frequency[term], term)):
        standing += frequency[term]
        if question and standing > _STANDING:
            break
        if weights[term]:
            question[term] = weights[term]
    return question, most


def _weight(frequency: int, chunks: int) -> int:
    """Return what a stem weighs that stands in so many of the chunks: nothing that is in none can be asked for."""
    return round(_UNIT * math.log(1 + (chunks + _SMOOTHING) / (frequency + _SMOOTHING)))


def _related(word: str, knowledge: Knowledge) -> dict[str, float]:
    """Return the strongest other words that may stand where `word` does."""
    found: dict[str, float] = {}
    for form in base_forms(word):
        for other, strength in knowledge.related(form).items():
            found[other] = max(strength, found.get(other, 0.0))
    return {w: found[w] for w in sorted(found, key=lambda w: (-found[w], w))[:_SYNONYMS_ASKED]}


def _held(related: Mapping[str, float], frequency: Mapping[str, int]) -> dict[str, float]:
    """Return the stems of related words that some source holds."""
    return {root: strength for w, strength in related.items() if frequency[root := stem(w)]}


def _by_prints(words: Sentences, holdings: Holdings) -> dict[int, float]:
    """Return what each source's fingerprints are worth: a share of the text's, one that few hold most."""
    own = kept_prints(words)
    places, numbers = holdings.print_holders(own, _COMMON_PRINT)
    found: dict[int, float] = {}
    if not len(places):
        return found
    every = math.log(1 + holdings.sources)
    holding = Counter(places.tolist())
    for place, number in zip(places.tolist(), numbers.tolist(), strict=True):
        weight = math.log((1 + holdings.sources) / holding[place]) / every / len(own)
        found[number] = found.get(number, 0.0) + weight
    return found
