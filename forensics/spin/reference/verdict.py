"""Whether the changes between a text and its reference are those of a synonym spinner."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forensics.spin.odds import probability
from forensics.spin.reference.word_pairing import Keys, Pairing
from forensics.spin.result import Substitution, Verdict

if TYPE_CHECKING:
    import numpy as np

    from forensics.lexicon import Lexicon

    Array = np.ndarray[Any, np.dtype[Any]]

_LIKE_SPINNING = ("synonym", "wrong_sense", "reworded")
# Fitted by python -m bench.spin.reference on news that we spun and on people's revisions: intercept, measures.
_CHANGE_WEIGHTS = (-19.57, 3.25, 3.11, 0.38, 5.21)
# Of 240 edited articles one is called spun and nine suspect, of 240 spun ones 215 and 21 (docs/spin-reference.md).
_SPUN_BY_CHANGES, _SUSPECT_BY_CHANGES = 0.9, 0.5
_GAIN_SCALE = 3.0  # nats; chosen, and the weights were fitted with it
# Chosen between .3 and .5, where the first decoder did best; the weights were fitted with it
_UNIGRAM_SHARE = 0.4
# Substitutions per 1,000 words, and what they gain, of a reference that is the spun side. Chosen, not
# measured: it adds a question to the limits and moves no verdict.
_REVERSED_DENSITY, _REVERSED_GAIN = 60, -0.15


@dataclass(frozen=True, slots=True)
class ReferenceWeights:
    """What python -m bench.spin.reference fits: the logistic model of `measures`.

    Functions that weigh take them as `weights`; None stands for those that ship.
    """

    intercept: float
    measures: tuple[float, float, float, float]


def shipped_reference_weights() -> ReferenceWeights:
    """Return the weights that ship, fitted on news that we spun and on people's revisions."""
    intercept, *slopes = _CHANGE_WEIGHTS
    density, share, known, gain = slopes
    return ReferenceWeights(intercept, (density, share, known, gain))


def measures(
    found: Sequence[Substitution],
    pairings: Sequence[Pairing],
    observed: Keys,
    original: Keys,
    lexicon: Lexicon | None,
) -> tuple[float, ...]:
    """Return what tells spinning from editing, each growing with spinning.

    The substitutions per 1,000 words that a spinner would make (log); their share of all changes, because
    editors insert, delete and move as well; those that spinners are known to make, per 1,000 words (log); and
    by how much the reference reads more fluently where they are (-1 to 1), which tells the sides apart.
    """
    alike = [p for p, one in zip(_replacing(pairings), found, strict=True) if _like_spinning(one)]
    known = sum(any(e.kind == "lexicon" for e in one.evidence) for one in found)
    other = sum(not p.replaces for p in pairings) + len(found) - len(alike)
    per_1000 = 1000 / max(1, len(observed))
    return (
        math.log1p(per_1000 * len(alike)),
        len(alike) / (len(alike) + other + 1),
        math.log1p(per_1000 * known),
        _gain(alike, observed, original, lexicon) if lexicon is not None and alike else 0.0,
    )


def judge(measured: Sequence[float], *, weights: ReferenceWeights | None = None) -> tuple[Verdict, float]:
    """Return the verdict on `measures`, and the probability that a spinner made the changes.

    `weights` are those of the logistic regression; None stands for the weights that ship.
    """
    if not measured[0]:
        return "clean", 0.0
    fitted = weights or shipped_reference_weights()
    logit = fitted.intercept + sum(w * m for w, m in zip(fitted.measures, measured, strict=True))
    score = round(probability(logit), 4)
    if score >= _SPUN_BY_CHANGES:
        return "spun", score
    return ("suspect" if score >= _SUSPECT_BY_CHANGES else "clean"), score


def reads_reversed(measured: Sequence[float]) -> bool:
    """Tell whether the reference looks like the spun side: dense substitutions that make it less fluent."""
    return measured[0] > math.log1p(_REVERSED_DENSITY) and measured[3] < _REVERSED_GAIN


def _replacing(pairings: Sequence[Pairing]) -> list[Pairing]:
    return [p for p in pairings if p.replaces]


def _like_spinning(one: Substitution) -> bool:
    return one.replacement in _LIKE_SPINNING or (one.replacement == "name" and len(one.evidence) > 1)


def _gain(pairings: Sequence[Pairing], observed: Keys, original: Keys, lexicon: Lexicon) -> float:
    """Return the mean gain in trigram log-probability, squashed; part of the unigram gain is taken off.

    Without that, whatever puts frequent words would read as the original.
    """
    a, b = _logs(observed, lexicon), _logs(original, lexicon)
    gains = [
        float(b[0][p.b_start : p.b_end + 2].sum() - a[0][p.a_start : p.a_end + 2].sum())
        - _UNIGRAM_SHARE * float(b[1][p.b_start : p.b_end].sum() - a[1][p.a_start : p.a_end].sum())
        for p in pairings
    ]
    return math.tanh(sum(gains) / len(gains) / _GAIN_SCALE)


def _logs(keys: Keys, lexicon: Lexicon) -> tuple[Array, Array]:
    """Return the log-probability of each word after the two before it, and by itself."""
    import numpy as np

    start = lexicon.numbers["<s>"]
    numbers = np.array([start, start, *(lexicon.number(key) for key in keys)], np.int64)
    return (
        lexicon.ngrams.trigram(numbers[:-2], numbers[1:-1], numbers[2:]),
        lexicon.ngrams.unigrams[0][numbers[2:]],
    )
