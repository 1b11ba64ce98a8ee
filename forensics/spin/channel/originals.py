"""How sure it is which original stood where something was replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from forensics.spin.channel.weights import Weights
from forensics.spin.odds import probability

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

# Nats: beyond them the others are as good as none; the calibration was fitted with it
_ODDS_AMONG_RIVALS = 6.0


def original_features(scores: Array, best: int, known: bool) -> tuple[float, ...]:
    """Return what the calibration of an original looks at: its log odds among its rivals, and whether a pair knows it.

    `scores` are the rivals' log odds in nats, `best` the place of the one chosen.
    """
    import numpy as np

    others = np.delete(scores, best)
    odds = float(scores[best] - np.logaddexp.reduce(others)) if len(others) else _ODDS_AMONG_RIVALS
    return max(min(odds, _ODDS_AMONG_RIVALS), -_ODDS_AMONG_RIVALS), 1.0, float(not known)


def original_probability(features: tuple[float, ...], replaced: float, fitted: Weights) -> float:
    """Return the probability that the words were replaced and this original stood there, 0 to 1.

    `replaced` is the probability that they were replaced, `features` those of the original.
    """
    import numpy as np

    return replaced * probability(float(np.dot(fitted.original, features)))
