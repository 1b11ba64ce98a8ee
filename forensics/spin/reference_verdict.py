"""Whether the changes between a text and its reference are those of a synonym spinner."""

from __future__ import annotations

import math
from collections.abc import Sequence

from forensics.spin.result import Substitution, Verdict
from forensics.spin.word_alignment import Pairing

_LIKE_SPINNING = ("synonym", "wrong_sense", "reworded")
# Fitted by bench/spin/reference.py on news that we spun and on human revisions: intercept and one weight a measure.
_WEIGHTS = (-8.0, 1.0, 4.0, 1.0)
_SPUN, _SUSPECT = 0.9, 0.5


def measures(found: Sequence[Substitution], pairings: Sequence[Pairing], words: int) -> tuple[float, float, float]:
    """Return what tells spinning from editing, each growing with spinning.

    The substitutions per 1,000 words that a spinner would make (log), their share of all changes (editors insert,
    delete and move as well), and those that spinners are known to make, per 1,000 words (log).
    """
    alike = sum(one.replacement in _LIKE_SPINNING or _linked(one) for one in found)
    known = sum(any(e.kind == "lexicon" for e in one.evidence) for one in found)
    other = sum(not p.replaces for p in pairings) + len(found) - alike
    per_1000 = 1000 / max(1, words)
    return math.log1p(per_1000 * alike), alike / (alike + other + 1), math.log1p(per_1000 * known)


def judge(found: Sequence[Substitution], pairings: Sequence[Pairing], words: int) -> tuple[Verdict, float]:
    """Return the verdict, and the probability that a spinner made the changes (logistic regression)."""
    if not found:
        return "clean", 0.0
    bias, *weights = _WEIGHTS
    logit = bias + sum(w * m for w, m in zip(weights, measures(found, pairings, words), strict=True))
    score = 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
    return ("spun" if score >= _SPUN else "suspect" if score >= _SUSPECT else "clean"), round(score, 4)


def _linked(one: Substitution) -> bool:
    return one.replacement == "name" and len(one.evidence) > 1
