"""Probabilities from evidence: the small logistic models that ship, fitted by bench/trace."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec


class Model(msgspec.Struct, frozen=True):
    """A logistic model: intercept, a weight for each piece of evidence, and the range each is held to."""

    intercept: float
    weights: dict[str, float]
    limits: dict[str, tuple[float, float]]


@cache
def models() -> Mapping[str, Model]:
    """Return the models that ship: `pair` weighs two whole texts, `passage` a stretch that they may share."""
    raw = (Path(__file__).parent / "data" / "models.json").read_bytes()
    return msgspec.json.decode(raw, type=dict[str, Model])


def probability(evidence: Mapping[str, float], model: Model) -> float:
    """Return the probability 0..1 that `model` gives to `evidence`; evidence without a weight is not used."""
    score = model.intercept
    for name, weight in model.weights.items():
        low, high = model.limits.get(name, (-math.inf, math.inf))
        score += weight * min(high, max(low, evidence.get(name, 0.0)))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))
