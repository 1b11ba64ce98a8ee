"""What each candidate scores once what stands beside it is restored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from forensics.lexicon import Lexicon
from forensics.lexicon.lexicon import SENTENCE_END, SENTENCE_START
from forensics.lexicon.pairs import keys
from forensics.spin.channel.context import ReplacedSpan, around
from forensics.spin.channel.screen import Survey
from forensics.spin.channel.weights import Weights, shipped_weights
from forensics.spin.result import SpinDocument, Substitution

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]


def scores_in_restored(
    surveyed: Survey, result: SpinDocument, lexicon: Lexicon, *, weights: Weights | None = None
) -> Array:
    """Return the log odds of each candidate of a survey (nats) among neighbours restored as `result` says.

    `weights` weighs the evidence; None stands for the weights that ship.
    """
    import numpy as np

    from forensics.spin.channel.evidence_terms import set_fit
    from forensics.spin.channel.word_row import window_logs

    c, fitted = surveyed.candidates, weights or shipped_weights()
    if not len(c):
        return surveyed.scores
    context = np.zeros((len(c), 4), np.int64)
    at = {s.start: s for s in result.substitutions}
    opening, closing = lexicon.numbers[SENTENCE_START], lexicon.numbers[SENTENCE_END]
    for k, passage in enumerate(surveyed.passages):
        offset = surveyed.reading.offsets[k]
        rows = np.arange(*np.searchsorted(c.place, (offset, offset + len(passage.words))))
        replaced = _replaced([(w.start, w.end) for w in passage.words], at, lexicon)
        before, behind = (np.array(side) for side in around(passage.numbers, replaced, opening, closing))
        first = c.place[rows] - offset
        context[rows] = np.concatenate([before[first], behind[first + c.length[rows]]], axis=1)
    longest = int(c.length.max())
    span = np.arange(longest)
    row = np.append(surveyed.reading.row, np.full(longest, closing))
    observed = np.where(span < c.length[:, None], row[c.place[:, None] + span], -1)
    stands = window_logs(context, observed, c.length, lexicon)
    matrix = surveyed.matrix.copy()
    set_fit(matrix, window_logs(context, c.originals, c.sizes, lexicon) - stands)
    scores: Array = surveyed.scores + (matrix - surveyed.matrix) @ fitted.terms
    return scores


def _replaced(
    spans: list[tuple[int, int]], at: dict[int, Substitution], lexicon: Lexicon
) -> list[ReplacedSpan]:
    found: list[ReplacedSpan] = []
    i = 0
    while i < len(spans):
        one = at.get(spans[i][0])
        length = 1
        if one is not None:
            length = max(1, sum(1 for start, _ in spans[i:] if start < one.end))
            numbers = tuple(lexicon.number(key) for key in keys(one.original))
            found.append(ReplacedSpan(i, length, numbers))
        i += length
    return found
