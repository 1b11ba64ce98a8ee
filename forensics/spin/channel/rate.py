"""How much of a document was replaced, and from which source, judged from all its candidates together.

A spinner replaces nearly every word that its dictionary holds. So words that a family of spinners is known to
replace, and that stand in the text unreplaced, speak against that family; and in a text known to be its work a word
that it would have replaced is hardly an original.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from forensics.lexicon import Lexicon
from forensics.lexicon.families import FAMILIES, MAIN, THESAURUS, WITH_PAIRS, FamilyName, counted_with
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
_FIRST_SHARE, _FIRST_SHARE_OF_MAIN = 0.1, 0.5
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
    thesaurus are not believed.
    """

    shares: Array
    expected: Array
    gain: float
    close_gain: float

    @property
    def family_share(self) -> float:
        """The share of what the document's likeliest family of spinners knows that was replaced."""
        return float(self.shares[:FAMILY_SOURCES].max())


def sources(candidates: Candidates) -> Array:
    """Return for each candidate which of SOURCES would have written it."""
    found = np.where(candidates.flags & WORDNET, _CLOSE, _LOOSE)
    known = candidates.pair >= 0
    of_pairs = np.array([_SOURCE_OF[counted_with(p.family).name] for p in candidates.pairs], np.int64)
    found[known] = of_pairs[candidates.pair[known]]
    return found


def family_of(candidates: Candidates, row: int) -> FamilyName:
    """Return the family whose spinners would have written a candidate: that of its pair, else thesaurus spinners."""
    pair = int(candidates.pair[row])
    return counted_with(candidates.pairs[pair].family).name if pair >= 0 else THESAURUS.name


def known_originals(reading: WordRow, lexicon: Lexicon) -> Array:
    """Return for each family (rows) how surely it would have replaced each word of the row, from 0 to 1."""
    certain = np.zeros((FAMILY_SOURCES, len(reading.row)))
    for f, family in enumerate(WITH_PAIRS):
        pages = lexicon.replaced.get(family.name, {})
        values = np.array([pages.get(n, 0.0) for n in reading.row.tolist()])
        certain[f] = np.where(values >= _SURE_FROM_PAGES, values / (values + _DOUBT), 0.0)
    return certain * ~reading.named


def offsets(candidates: Candidates, source: Array, shares: Array, known: Array) -> Array:
    """Return the prior log odds of each candidate where sources replace `shares` (nats)."""
    certain = known[:, candidates.place]
    prior = np.log(shares) - np.log1p(-shares)
    prior[:FAMILY_SOURCES] = np.log(shares[:FAMILY_SOURCES])
    return np.asarray(prior[source] - np.log1p(-shares[:FAMILY_SOURCES, None] * certain).sum(axis=0))


def estimate(candidates: Candidates, source: Array, scores: Array, known: Array) -> Rates:
    """Return the rates that explain a document best.

    `scores` are the candidates' log likelihood ratios against the word that stands there (nats), `known` what
    `known_originals` says. Source: expectation-maximisation for the shares of a mixture (Dempster et al. 1977).
    """
    ratio = np.zeros((known.shape[1], len(SOURCES)))
    np.add.at(ratio, (candidates.place, source), np.exp(np.clip(scores, -_LARGEST_RATIO, _LARGEST_RATIO)))
    rates = _mixture(ratio, known)
    ratio[:, _LOOSE] = 0
    return replace(rates, close_gain=_mixture(ratio, known).gain)


def _mixture(ratio: Array, known: Array) -> Rates:
    size, count = ratio.shape
    present = ratio[:, FAMILY_SOURCES:] > 0
    shares = np.full(count, _FIRST_SHARE)
    shares[_SOURCE_OF[MAIN.name]] = _FIRST_SHARE_OF_MAIN
    priors = [_FAMILY_PRIOR] * FAMILY_SOURCES + [_THESAURUS_PRIOR] * (count - FAMILY_SOURCES)
    seen, among = np.array(priors).T
    expected = np.zeros(count)
    keep, weight = np.ones(size), np.zeros(size)
    for _ in range(_ROUNDS):
        keep = np.prod(1 - shares[:FAMILY_SOURCES, None] * known, axis=0)
        odds = ratio * np.append(shares[:FAMILY_SOURCES], _odds(shares[FAMILY_SOURCES:]))
        weight = odds.sum(axis=1)
        posterior = odds / (keep + weight)[:, None]
        expected = posterior.sum(axis=0)
        alive = (known * (1 - posterior.sum(axis=1))).sum(axis=1)
        places = np.append(expected[:FAMILY_SOURCES] + alive, present.sum(axis=0))
        shares = np.clip((expected + seen) / (places + among), _LEAST_SHARE, _MOST_SHARE)
    gain = np.log(keep + weight) - np.log1p(present @ _odds(shares[FAMILY_SOURCES:]))
    total = float(gain.sum())
    return Rates(shares, expected, total, total)


def _odds(shares: Array) -> Array:
    return np.asarray(shares / (1 - shares))
