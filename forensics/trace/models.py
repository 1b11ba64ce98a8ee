"""Probabilities from evidence: the small logistic models that ship, fitted by bench/trace."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

# The largest score that is told apart from certainty: beyond it a probability is 1 to thirteen digits.
_STEEPEST = 30.0


class Model(msgspec.Struct, frozen=True):
    """A logistic model: intercept, a weight for each piece of evidence, and the range each is held to."""

    intercept: float
    weights: dict[str, float]
    limits: dict[str, tuple[float, float]]


class Models(msgspec.Struct, frozen=True):
    """The models of a trace: `pair` weighs two whole texts, `passage` a stretch that they may share.

    `direction` weighs, where one of two texts was made from the other, what speaks for the first being the child, and
    `inserted` weighs one passage between texts that otherwise tell of other things;
    `event`, where neither was, what speaks for both reporting on one event.
    `held` weighs whether a source that nobody has held words of one of its children.

    Functions that weigh take them as `models`; None stands for those that ship.
    """

    pair: Model
    passage: Model
    direction: Model
    event: Model
    inserted: Model
    held: Model


@cache
def shipped_models() -> Models:
    """Return the models that ship."""
    raw = (Path(__file__).parent / "data" / "models.json").read_bytes()
    return msgspec.json.decode(raw, type=Models)


def weighed(evidence: Mapping[str, float], model: Model) -> dict[str, float]:
    """Return what each piece of `evidence` adds to the log odds of `model`; without a weight it adds nothing."""
    found: dict[str, float] = {}
    for name, weight in model.weights.items():
        low, high = model.limits.get(name, (-math.inf, math.inf))
        found[name] = weight * min(high, max(low, evidence.get(name, 0.0)))
    return found


def chance(score: float) -> float:
    """Return the probability 0..1 that log odds of `score` stand for."""
    return 1.0 / (1.0 + math.exp(-max(-_STEEPEST, min(_STEEPEST, score))))


def log_odds(evidence: Mapping[str, float], model: Model) -> float:
    """Return the log odds that `model` gives to `evidence`."""
    return model.intercept + sum(weighed(evidence, model).values())


def probability(evidence: Mapping[str, float], model: Model) -> float:
    """Return the probability 0..1 that `model` gives to `evidence`; evidence without a weight is not used."""
    return chance(log_odds(evidence, model))
