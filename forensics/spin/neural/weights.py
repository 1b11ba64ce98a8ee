"""The fitted numbers that turn what a language model says into confidence, and what confidence decides."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NeuralWeights:
    """What python -m bench.spin.neural fits.

    Functions that weigh take them as `neural`; None stands for those that ship. `terms` has a weight for each of
    candidates.TERMS; `slope` and `shift` lead from a span's log odds (nats) to calibrated ones. What the decoder
    found is withdrawn below the confidence `kept`, what it did not find is added from `added` on (both 0 to 1).
    """

    terms: tuple[float, ...]
    slope: float
    shift: float
    kept: float
    added: float


# Fitted by python -m bench.spin.neural on texts spun with part of what spun them hidden (docs/spin-reference.md): a
# weight for each of candidates.TERMS, then slope and shift from log odds to calibrated ones.
TERM_WEIGHTS = (0.701, 0.422, 0.151, -0.126, 0.393, -0.178, -0.317, -0.857, -0.772)
CALIBRATION = (0.958, -0.081)
# What the decoder found goes below this confidence, where nine of ten that went were wrong in the texts fitted on.
KEPT_FROM = 0.2
# What it did not find comes from this one on, where 95 of 100 that came were right (docs/spin-reference.md).
ADDED_FROM = 0.8


def shipped_neural_weights() -> NeuralWeights:
    """Return the numbers that ship."""
    return NeuralWeights(TERM_WEIGHTS, *CALIBRATION, kept=KEPT_FROM, added=ADDED_FROM)
