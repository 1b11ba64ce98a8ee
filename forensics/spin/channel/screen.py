"""The quick look: every candidate by itself, in the text as it stands, and what they say together."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forensics.documents.model import Document
from forensics.lexicon import Lexicon
from forensics.spin.channel.word_runs import WordRun, word_runs
from forensics.spin.odds import probability
from forensics.text.annotate import AnnotatedText, annotated

if TYPE_CHECKING:
    import numpy as np

    from forensics.spin.channel.candidates import Candidates
    from forensics.spin.channel.rate import Rates
    from forensics.spin.channel.weights import Weights
    from forensics.spin.channel.word_row import WordRow

    Array = np.ndarray[Any, np.dtype[Any]]

# A text of fewer is never called spun: a dozen odd words are no habit. Chosen; 40 and 90 change no verdict on longer
# texts but one (decision 0205).
FEW_WORDS = 60
_UNREAD = -3.0  # log odds before anything is read: one text in twenty; chosen, the fit counts on one in ten
# Power of a text's share of FEW_WORDS; chosen, not measured: half the words are worth a quarter
_SHORTNESS = 2
# The features are scaled as they were fitted: the document's weights in weights.json hold for these numbers alone.
# Log odds: one place in 55, what a thesaurus is expected to replace before anything is read
_SHARE_ZERO = -4.0
_WORDS_OF_GAIN = 10


@dataclass(frozen=True, slots=True)
class Survey:
    """A document's candidates with their evidence, and what they add up to.

    `matrix` has the evidence of each candidate (rows) by TERMS; `scores` are their log odds in nats in this document,
    given its own `rates`, and `source` which of rate.SOURCES each is of; `score` is the calibrated probability of
    spinning.
    """

    passages: tuple[WordRun, ...]
    reading: WordRow
    candidates: Candidates
    matrix: Array
    scores: Array
    rates: Rates
    source: Array
    words: int
    score: float


def screen(document: Document, lexicon: Lexicon, *, weights: Weights | None = None) -> float:
    """Return the calibrated probability that `document` was spun."""
    return survey(document.text, lexicon, weights=weights).score


def survey(text: str | AnnotatedText, lexicon: Lexicon, *, weights: Weights | None = None) -> Survey:
    """Return all candidates of a text with their evidence, scored where they stand.

    `weights` weighs the evidence; None stands for the weights that ship.
    """
    from forensics.spin.channel.candidates import gather
    from forensics.spin.channel.word_row import word_row

    read = annotated(text)
    parts = word_runs(read, lexicon)
    reading = word_row(parts, lexicon)
    return assess(parts, reading, gather(parts, reading, lexicon), lexicon, weights=weights)


def assess(
    parts: list[WordRun],
    reading: WordRow,
    candidates: Candidates,
    lexicon: Lexicon,
    *,
    weights: Weights | None = None,
) -> Survey:
    """Return what `candidates` say about a text that was read; `weights` as in `survey`."""
    import numpy as np

    from forensics.spin.channel import evidence_terms, rate
    from forensics.spin.channel.weights import shipped_weights

    fitted = weights or shipped_weights()
    matrix = evidence_terms.terms(reading, candidates, lexicon)
    scores = matrix @ fitted.terms
    origin = rate.origins(candidates)
    known = rate.known_originals(reading, lexicon)
    rates = rate.estimate(candidates, origin, scores, known, reading.counts)
    source = origin.sources(rates.shares)
    count = sum(len(p.words) for p in parts)
    evidence = float(np.dot(fitted.document, document_features(rates, reading, fitted.usual_shares)))
    return Survey(
        passages=tuple(parts),
        reading=reading,
        candidates=candidates,
        matrix=matrix,
        scores=scores + rate.offsets(candidates, source, rates.shares, known),
        rates=rates,
        source=source,
        words=count,
        score=probability(sampled(fitted.document_bias + evidence, reading.new)),
    )


def sampled(log_odds: float, words: int) -> float:
    """Return the log odds of a text whose `words` came to `log_odds`.

    A few words are no sample of a text: what they say counts for little until there are enough to judge.
    """
    return _UNREAD + (log_odds - _UNREAD) * min(1.0, words / FEW_WORDS) ** _SHORTNESS


def document_features(rates: Rates, reading: WordRow, usual: Array) -> tuple[float, ...]:
    """Return what the document's logistic model looks at.

    Gains for its length; by how much the share of one family, the most striking, exceeds what is `usual` in clean text
    (logits, a family each); the share of either kind of thesaurus link; and the n-gram drop: by how little the words
    follow from those before them (nats a word). No family has a weight of its own, so that any number will do.
    """
    import numpy as np

    from forensics.spin.channel.rate import FAMILY_SOURCES

    size = max(float(reading.counts.sum()), 1.0)
    shares = np.log(rates.shares / (1 - rates.shares))
    drop = (reading.unigram - reading.logs)[reading.logs != 0]
    return (
        rates.close_gain / math.sqrt(size),
        (rates.gain - rates.close_gain) / math.sqrt(size),
        _WORDS_OF_GAIN * rates.close_gain / size,
        _WORDS_OF_GAIN * (rates.gain - rates.close_gain) / size,
        max(0.0, float((shares[:FAMILY_SOURCES] - usual).max())),
        *np.maximum(shares[FAMILY_SOURCES:] - _SHARE_ZERO, 0).tolist(),
        float(drop.mean()) if len(drop) else 0.0,
    )
