"""How much of a document was replaced, and from which source, judged from all its candidates together.

A spinner replaces nearly every word that its dictionary holds. So words that a family of spinners is known to
replace, and that stand in the text unreplaced, speak against that family; and in a text known to be its work a word
that it would have replaced is hardly an original.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from forensics.lexicon import Lexicon
from forensics.lexicon.compiled import compiled
from forensics.lexicon.families import FAMILIES, THESAURUS, USERS, WITH_PAIRS, counted_with
from forensics.lexicon.thesaurus import WORDNET
from forensics.spin.channel.candidates import Candidates
from forensics.spin.channel.word_row import WordRow

if TYPE_CHECKING:
    Array = np.ndarray[Any, np.dtype[Any]]

SOURCES = tuple(source for family in FAMILIES for source in family.sources)
FAMILY_SOURCES = len(WITH_PAIRS)  # the first sources are families known by their pairs
_SOURCE_OF = {family.name: SOURCES.index(family.sources[0]) for family in WITH_PAIRS}
_CLOSE, _LOOSE = (SOURCES.index(source) for source in THESAURUS.sources)
_ROUNDS = 25  # a hundred call one more of 36 spun texts suspect, ten lose .002 of recall (decision 0205)
# Chosen, so that no odds are infinite: .0005 or .008 for the least, .9 or .99 for the most change nothing (0205).
_LEAST_SHARE, _MOST_SHARE = 0.002, 0.97
# What is expected before the text is read, as (replaced, all) places that one has seen; the document's
# weights were fitted with these. Of families half or twice as many places call two of 36 spun texts fewer or more, of
# thesauri twice as many are .01 exacter and lose .03 of recall; no clean text is called (decision 0205).
_FAMILY_PRIOR, _THESAURUS_PRIOR = (0.5, 8.0), (1.0, 50.0)
# Where the rounds begin; half or twice it changes nothing (0205)
_FIRST_SHARE, _FIRST_SHARE_OF_FAMILIES = 0.1, 0.5
# An original seen on fewer pages may be replaced in some phrases only: 2 and 4 move recall by .01 (decision 0205).
_SURE_FROM_PAGES = 3
_DOUBT = 0.5  # pages added to those seen, half a page as for any rate: .25 and 1 move recall by .005 (decision 0205)
# Nats: chosen so that exponents stay finite; the bounds of the terms keep scores below it
_LARGEST_RATIO = 30.0


@dataclass(frozen=True, slots=True)
class Rates:
    """The most likely share of places replaced from each of SOURCES, and the log likelihood ratio against none.

    A family's share is of the words that it is known to replace, a thesaurus' of the places that it has candidates
    for; `expected` says how many were replaced by each source. `close_gain` is the gain (nats) if the loose links of a
    thesaurus are not believed. All count a repeated word for little (`repeats.place_counts`).
    """

    shares: Array
    expected: Array
    gain: float
    close_gain: float

    @property
    def family_share(self) -> float:
        """The share of what the document's likeliest family of spinners knows that was replaced."""
        return float(self.shares[:FAMILY_SOURCES].max())


@dataclass(frozen=True, slots=True)
class Origins:
    """Which of SOURCES would have written each candidate: any of those in `options[kind]`, likeliest first."""

    kind: Array  # shape (candidates,)
    options: tuple[tuple[int, ...], ...]  # the first two are the close and the loose links of a thesaurus

    def sources(self, shares: Array) -> Array:
        """Return the source of each candidate where sources replace `shares`: of its options the busiest."""
        return self.of_kinds(shares)[self.kind]

    def of_kinds(self, shares: Array) -> Array:
        """Return the busiest source of each kind, the first of those that are equally busy."""
        return np.array([max(some, key=shares.__getitem__) for some in self.options], np.int64)


def origins(candidates: Candidates) -> Origins:
    """Return which sources may have written each candidate: the families of its pair, else a thesaurus."""
    numbers: dict[tuple[int, ...], int] = {(_CLOSE,): 0, (_LOOSE,): 1}
    of_pairs = [numbers.setdefault(_writers(pair.families), len(numbers)) for pair in candidates.pairs]
    kind = np.where(candidates.flags & WORDNET, 0, 1)
    known = candidates.pair >= 0
    kind[known] = np.array(of_pairs, np.int64)[candidates.pair[known]]
    return Origins(kind, tuple(numbers))


@lru_cache(maxsize=1 << 12)
def _writers(families: tuple[tuple[str, float], ...]) -> tuple[int, ...]:
    """Return the sources that a pair of `families` may come from: a user's own may be the work of any family."""
    names = dict.fromkeys(counted_with(label).name for label, _ in families)
    found = [_SOURCE_OF[name] for name in names]
    if USERS.name in names:
        found += [source for source in _SOURCE_OF.values() if source not in found]
    return tuple(found)


def known_originals(reading: WordRow, lexicon: Lexicon) -> Array:
    """Return for each family (rows) how surely it would have replaced each word of the row, from 0 to 1."""
    columns, certain = _certain(lexicon)
    return certain[:, columns[reading.row]] * ~reading.named


def _certain(lexicon: Lexicon) -> tuple[Array, Array]:
    """Return a column for each word (by number), and in it how surely each family (rows) would have replaced it."""
    found: tuple[Array, Array] | None = lexicon.remembered.get(known_originals)
    if found is None:
        words = sorted({word for pages in lexicon.replaced.values() for word in pages})
        columns = np.zeros(
            len(lexicon.ngrams.unigrams[0]), np.int32
        )  # what no family replaces is in the first
        columns[words] = np.arange(1, len(words) + 1)
        certain = np.zeros((FAMILY_SOURCES, len(words) + 1))
        for f, family in enumerate(WITH_PAIRS):
            seen = {w: n for w, n in lexicon.replaced.get(family.name, {}).items() if n >= _SURE_FROM_PAGES}
            values = np.array(list(seen.values()))
            certain[f, columns[list(seen)]] = values / (values + _DOUBT)
        found = lexicon.remembered[known_originals] = columns, certain
    return found


def offsets(candidates: Candidates, source: Array, shares: Array, known: Array) -> Array:
    """Return the prior log odds of each candidate where sources replace `shares` (nats)."""
    prior = np.log(shares) - np.log1p(-shares)
    prior[:FAMILY_SOURCES] = np.log(shares[:FAMILY_SOURCES])
    kept = np.log1p(-shares[:FAMILY_SOURCES, None] * known).sum(axis=0)
    return np.asarray(prior[source] - kept[candidates.place])


def estimate(candidates: Candidates, origin: Origins, scores: Array, known: Array, counts: Array) -> Rates:
    """Return the rates that explain a document best.

    `scores` are the candidates' log likelihood ratios against the word that stands there (nats), `known` what
    `known_originals` says, `counts` what each place counts for. Source: expectation-maximisation for the shares of a
    mixture (Dempster et al. 1977).
    """
    ratio, known, counts = _ratios(candidates, origin, scores, known, counts)
    rates = _mixture(ratio, origin, known, counts)
    ratio[1] = 0
    return replace(rates, close_gain=_mixture(ratio, origin, known, counts).gain)


def gains_alone(candidates: Candidates, origin: Origins, scores: Array, known: Array, counts: Array) -> Array:
    """Return the gain of a document (nats) if one family and the thesauri explain it, a family each, then no family.

    Arguments as in `estimate`.
    """
    ratio, known, counts = _ratios(candidates, origin, scores, known, counts)
    gains = []
    for family in (*range(FAMILY_SOURCES), None):
        own = [family in some or kind < 2 for kind, some in enumerate(origin.options)]
        options = tuple((family,) if family in some else some for some in origin.options)
        alone = np.where((np.arange(FAMILY_SOURCES) == family)[:, None], known, 0.0)
        gains.append(
            _mixture(ratio * np.array(own)[:, None], replace(origin, options=options), alone, counts).gain
        )
    return np.array(gains)


def _ratios(
    candidates: Candidates, origin: Origins, scores: Array, known: Array, counts: Array
) -> tuple[Array, Array, Array]:
    """Return likelihood ratios of each kind of origin (rows) at each place, what is known of these, and counts."""
    kinds, places = len(origin.options), known.shape[1]
    ratio = np.bincount(
        origin.kind * places + candidates.place,
        np.exp(np.clip(scores, -_LARGEST_RATIO, _LARGEST_RATIO)),
        places * kinds,
    ).reshape(kinds, places)
    busy = np.flatnonzero(((ratio > 0).any(axis=0) | (known > 0).any(axis=0)) & (counts > 0))
    return ratio[:, busy], known[:, busy], counts[busy]


def _mixture(ratio: Array, origin: Origins, known: Array, counts: Array) -> Rates:
    priors = [_FAMILY_PRIOR] * FAMILY_SOURCES + [_THESAURUS_PRIOR] * (len(SOURCES) - FAMILY_SOURCES)
    seen, among = np.array(priors).T.copy()
    maximise = _native_rounds if compiled() and len(counts) else _rounds
    shares, expected, keep, weight = maximise(ratio, origin, known, counts, seen, among)
    close, loose = _odds(shares[FAMILY_SOURCES:])
    present = ratio[:2] > 0  # where the thesauri have something to say
    gain = np.log(keep + weight) - np.log1p(present[0] * close + present[1] * loose)
    total = float(in_order(counts * gain)) if len(counts) else 0.0
    return Rates(shares, expected, total, total)


def _first_shares() -> Array:
    thesauri = len(SOURCES) - FAMILY_SOURCES
    return np.array([_FIRST_SHARE_OF_FAMILIES] * FAMILY_SOURCES + [_FIRST_SHARE] * thesauri)


def _native_rounds(
    ratio: Array, origin: Origins, known: Array, counts: Array, seen: Array, among: Array
) -> tuple[Array, Array, Array, Array]:
    """Return what `_rounds` does, computed in C."""
    from forensics.spin.channel import _search

    shares, expected = _first_shares(), np.empty(len(SOURCES))
    keep, weight = np.empty(len(counts)), np.empty(len(counts))
    starts = np.cumsum([0, *map(len, origin.options)]).astype(np.int64)
    options = np.array([source for some in origin.options for source in some], np.int64)
    ratio, known, counts = map(np.ascontiguousarray, (ratio, known, counts))
    result = shares, expected, keep, weight
    priors = seen, among, _LEAST_SHARE, _MOST_SHARE, _ROUNDS
    _search.mixture(ratio, known, counts, starts, options, *priors, *result)
    return result


def _rounds(
    ratio: Array, origin: Origins, known: Array, counts: Array, seen: Array, among: Array
) -> tuple[Array, Array, Array, Array]:
    """Return shares and expected places of SOURCES; of each place what speaks for no source, and for any, in the end.

    Sums run in the order of their parts, as _mixture.h has them.
    """
    count = len(SOURCES)
    shares, expected = _first_shares(), np.zeros(count)
    keep, weight = np.ones(len(counts)), np.zeros(len(counts))
    touched = in_order(counts * (ratio[:2] > 0))
    for _ in range(_ROUNDS):
        source = origin.of_kinds(shares)
        keep = np.prod(1 - shares[:FAMILY_SOURCES, None] * known, axis=0)
        odds = ratio * np.append(shares[:FAMILY_SOURCES], _odds(shares[FAMILY_SOURCES:]))[source][:, None]
        weight = in_order(odds.T)
        posterior = odds / (keep + weight)
        expected = np.bincount(source, in_order(counts * posterior), count).astype(float)
        alive = in_order(known * (counts * (1 - in_order(posterior.T))))
        places = np.append(expected[:FAMILY_SOURCES] + alive, touched)
        shares = np.clip((expected + seen) / (places + among), _LEAST_SHARE, _MOST_SHARE)
    return shares, expected, keep, weight


def in_order(parts: Array) -> Array:
    """Return the sums over the last axis, added one after another: the same on every machine."""
    if not parts.shape[-1]:
        return np.zeros(parts.shape[:-1])
    return np.asarray(np.cumsum(parts, axis=-1)[..., -1])


def _odds(shares: Array) -> Array:
    return np.asarray(shares / (1 - shares))
