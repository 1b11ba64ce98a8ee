"""The quick look: every candidate by itself, in the text as it stands, and what they say together."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forensics.documents.model import Document
from forensics.lexicon import Lexicon
from forensics.spin.candidates import Candidate, gather
from forensics.spin.passages import Passage, passages
from forensics.text.words import words

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Survey:
    """A document's candidates with their evidence, and what they add up to.

    `matrix` has the evidence of each candidate (rows) by TERMS, `scores` their log odds (nats) at the fitted base
    rate; `rate` is the share of places replaced; `score` the calibrated probability of spinning.
    """

    passages: tuple[Passage, ...]
    owners: tuple[int, ...]
    candidates: tuple[Candidate, ...]
    originals: tuple[tuple[int, ...], ...]
    matrix: Array
    scores: Array
    words: int
    left_out: int
    rate: float
    gain: float
    score: float


def screen(document: Document, lexicon: Lexicon) -> float:
    """Return the calibrated probability that `document` was spun."""
    return survey(document.text, lexicon).score


def survey(text: str, lexicon: Lexicon) -> Survey:
    """Return all candidates of a text with their evidence, scored where they stand."""
    import numpy as np

    from forensics.spin import evidence_terms, rate
    from forensics.spin.weights import weights

    parts = passages(text, lexicon)
    fitted = weights()
    owners: list[int] = []
    candidates: list[Candidate] = []
    for k, passage in enumerate(parts):
        here = gather(passage, lexicon)
        owners += [k] * len(here)
        candidates += here
    reading = evidence_terms.read(parts, lexicon)
    matrix, originals = evidence_terms.terms(parts, reading, owners, candidates, lexicon)
    scores = matrix @ fitted.terms
    count = sum(len(p.words) for p in parts)
    if candidates:
        place = np.array([reading.offsets[k] + c.start for k, c in zip(owners, candidates, strict=True)])
        _, odds = rate.places(place, scores)
        share, gain = rate.estimate(odds, fitted.base_rate)
    else:
        share, gain = 0.0, 0.0
    logit = fitted.document_bias + float(np.dot(fitted.document, document_features(gain, share, count)))
    return Survey(
        tuple(parts), tuple(owners), tuple(candidates), tuple(originals), matrix, scores, count,
        len(words(text)) - count, share, gain, 1 / (1 + math.exp(-max(min(logit, 30), -30))),
    )  # fmt: skip


def document_features(gain: float, share: float, words: int) -> tuple[float, ...]:
    """Return what the document's logistic model looks at."""
    size = max(words, 1)
    return (gain / math.sqrt(size), share, gain / size)
