"""Probabilities and their log odds."""

from __future__ import annotations

import math


def probability(log_odds: float) -> float:
    """Return the probability of log odds in nats, from 0 to 1."""
    small = math.exp(-abs(log_odds))  # never overflows
    return 1 / (1 + small) if log_odds >= 0 else small / (1 + small)


def log_odds(probability: float) -> float:
    """Return the log odds of a probability in nats: minus infinity for 0; raises ZeroDivisionError for 1."""
    return math.log(probability / (1 - probability)) if probability else -math.inf
