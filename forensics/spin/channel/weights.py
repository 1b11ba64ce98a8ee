"""The fitted numbers that turn evidence into nats, and nats into probabilities."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensics.lexicon.families import WITH_PAIRS
from forensics.spin.channel.evidence_terms import TERMS

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

# Log odds of a share that clean text seldom exceeds, for a family on which that was not measured: about what was
# measured on most
_USUAL = -2.0


@dataclass(frozen=True, slots=True)
class Weights:
    """What python -m bench.spin.fit and bench.spin.documents wrote.

    Functions that weigh take them as `weights`; None stands for those that ship. `terms` has a weight for each of
    TERMS; `document` and `document_bias` are the logistic model of a document's features
    (screen.document_features), `usual_shares` the share of each family with pairs that clean text seldom exceeds
    (logits), `confidence` the model of a substitution's confidence (explain.confidence_features) and `original` that
    of its original being the one that stood there (originals.original_features).
    """

    terms: Array
    document: Array
    document_bias: float
    usual_shares: Array
    confidence: Array
    original: Array


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """Return the weights that ship."""
    import numpy as np

    stored = json.loads((Path(__file__).parents[1] / "data" / "weights.json").read_text("utf-8"))
    return Weights(
        np.array([stored["terms"].get(name, 0.0) for name in TERMS]),
        np.array(stored["document"]),
        stored["document_bias"],
        usual_shares(stored["usual_shares"]),
        np.array(stored["confidence"]),
        np.array(stored["original"]),
    )


def usual_shares(measured: Mapping[str, float]) -> Array:
    """Return for each family with pairs the share (logit) that clean text seldom exceeds; unmeasured, a common one."""
    import numpy as np

    return np.array([measured.get(family.name, _USUAL) for family in WITH_PAIRS])
