"""How much of a document was replaced, judged from all its candidates together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    Array = np.ndarray[Any, np.dtype[Any]]

_ROUNDS = 30
_LEAST, _MOST = 0.002, 0.6


def places(starts: Array, scores: Array) -> tuple[Array, Array]:
    """Return the places where candidates start, and log of the summed odds (nats) of those that start there."""
    order = np.argsort(starts, kind="stable")
    at, first = np.unique(starts[order], return_index=True)
    top = np.maximum.reduceat(scores[order], first)
    sums = np.add.reduceat(np.exp(scores[order] - np.repeat(top, np.diff([*first, len(order)]))), first)
    return at, top + np.log(sums)


def estimate(odds: Array, base_rate: float) -> tuple[float, float]:
    """Return the most likely share of places replaced, and the log likelihood ratio against none (nats).

    `odds` are log odds of a replacement at each place that has candidates, if `base_rate` of them are replaced. Source: expectation-maximisation for the share of a two-part mixture (Dempster et al. 1977), with a
    prior of one replaced place in fifty.
    """
    if not len(odds):
        return _LEAST, 0.0
    ratio = np.exp(np.clip(odds - np.log(base_rate / (1 - base_rate)), -30, 30))
    rate = base_rate
    for _ in range(_ROUNDS):
        posterior = rate * ratio / (1 - rate + rate * ratio)
        rate = float(np.clip((posterior.sum() + 1) / (len(odds) + 50), _LEAST, _MOST))
    return rate, float(np.log1p(rate * (ratio - 1)).sum())
