"""How much of a document was replaced, and from which source, judged from all its candidates together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from forensics.lexicon.thesaurus import WORDNET
from forensics.spin.candidates import Candidates

if TYPE_CHECKING:
    Array = np.ndarray[Any, np.dtype[Any]]

SOURCES = ("autoblog", "chemical", "wordnet", "thesaurus")
_ROUNDS = 40
_LEAST, _MOST = 0.002, 0.7
_SEEN, _OF = 1.0, 50.0  # what is expected before the text is read: one replaced place in fifty


@dataclass(frozen=True, slots=True)
class Rates:
    """The most likely share of places replaced from each of SOURCES, and the log likelihood ratio against none.

    `counts` says how many places have candidates of each source; `expected` how many were replaced by each.
    """

    shares: Array
    counts: Array
    expected: Array
    gain: float


def sources(candidates: Candidates) -> Array:
    """Return for each candidate which of SOURCES would have written it."""
    chemical = np.array([p.family == "chemical" for p in candidates.pairs], bool)
    found = np.where(candidates.flags & WORDNET, 2, 3)
    known = candidates.pair >= 0
    found[known] = 0
    found[known] += chemical[candidates.pair[known]]
    return found


def estimate(places: Array, source: Array, scores: Array, base: Array) -> Rates:
    """Return the rates that explain a document best.

    `places`, `source` and `scores` describe the candidates: where they start, which of SOURCES they belong to, and
    their log odds (nats) if the share `base` of such places is replaced. Source: expectation-maximisation for the
    shares of a mixture (Dempster et al. 1977), with a weak prior towards few.
    """
    count = len(SOURCES)
    at, row = np.unique(places, return_inverse=True)
    if not len(at):
        return Rates(np.full(count, _LEAST), np.zeros(count), np.zeros(count), 0.0)
    odds = np.zeros((len(at), count))
    ratio = np.exp(np.clip(scores - np.log(base / (1 - base))[source], -30, 30))
    np.add.at(odds, (row, source), ratio)
    present = odds > 0
    counts = present.sum(axis=0)
    share = np.full(count, 0.1)
    for _ in range(_ROUNDS):
        weighted = odds * (share / (1 - share))
        expected = (weighted / (1 + weighted.sum(axis=1, keepdims=True))).sum(axis=0)
        share = np.clip((expected + _SEEN) / (counts + _OF), _LEAST, _MOST)
    prior = share / (1 - share)
    gain = np.log1p((odds * prior).sum(axis=1)) - np.log1p((present * prior).sum(axis=1))
    return Rates(share, counts, expected, float(gain.sum()))


def shifts(rates: Rates, base: Array) -> Array:
    """Return what the log odds of each source's candidates gain by the document's own rates (nats)."""
    return np.asarray(np.log(rates.shares / (1 - rates.shares)) - np.log(base / (1 - base)))
