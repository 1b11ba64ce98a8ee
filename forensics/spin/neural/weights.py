"""The fitted numbers that turn what a language model says into confidence, and what confidence decides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


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


@cache
def shipped_neural_weights() -> NeuralWeights:
    """Return the numbers that ship.

    Of what went below `kept` nine in ten were wrong in the texts fitted on, of what came from `added` on 95 in 100
    were right (docs/spin-reference.md).
    """
    return NeuralWeights(
        terms=(0.701, 0.422, 0.151, -0.126, 0.393, -0.178, -0.317, -0.857, -0.772),
        slope=0.958,
        shift=-0.081,
        kept=0.2,
        added=0.8,
    )
