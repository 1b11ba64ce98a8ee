"""The calibrated probability that one text, or one common source, stands behind both texts of a pair."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec


class Model(msgspec.Struct, frozen=True):
    """A logistic model: intercept, a weight for each piece of evidence, and the range each is held to."""

    intercept: float
    weights: dict[str, float]
    limits: dict[str, tuple[float, float]]


@cache
def model() -> Model:
    """Return the model that ships; bench/trace says how it was fitted and on what."""
    return msgspec.json.decode(
        files("forensics.trace").joinpath("data/verdict.json").read_bytes(), type=Model
    )


def probability(evidence: Mapping[str, float], fitted: Model | None = None) -> float:
    """Return the probability 0..1 that the pair is dependent, given `evidence` by name."""
    chosen = fitted or model()
    score = chosen.intercept
    for name, weight in chosen.weights.items():
        low, high = chosen.limits.get(name, (-math.inf, math.inf))
        score += weight * min(high, max(low, evidence.get(name, 0.0)))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))
