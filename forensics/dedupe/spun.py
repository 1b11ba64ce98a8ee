"""Copies that are alike only once synonyms are folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forensics.dedupe.compared import Compared, Judged
from forensics.dedupe.rules import Bars, reaches, shares_most
from forensics.sketch.pair_codes import encode

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Folded containment of a spun copy. Measured on 242 pairs of news texts: 132 independent reports of one event
# stay below 0.38, 27 with a common background too; a story and its spun copy have 0.59, and 0.15 as they
# stand.
LEAST_FOLDED_CONTAINMENT = 0.5
# By how much it exceeds the plain one, else what is shared was copied, not spun. Measured on the same pairs:
# edited copies gain 0.08 at most, the spun copy 0.44; among 4,273 texts 0 calls four copies spun, 0.05 none.
LEAST_GAIN = 0.2
# The Jaccard down to which bands look for candidates: two texts of one size with half of their shingles in
# common have a third, and bands find what is a little below theirs.
CANDIDATE_JACCARD = 0.3


def possible(folded: Compared, bars: Bars) -> NDArray[np.bool_]:
    """Return which pairs of folded texts may be listed."""
    lower = Bars(bars.threshold, min(LEAST_FOLDED_CONTAINMENT, bars.containment))
    return reaches(folded, bars.threshold) | shares_most(folded, lower)


def judge(folded: Compared, plain: Compared, bars: Bars) -> Judged:
    """Tell copies from spun copies; `folded` and `plain` hold the same pairs in any order."""
    folded = folded.only(np.argsort(encode(folded.a, folded.b)))
    plain = plain.only(np.argsort(encode(plain.a, plain.b)))
    threshold = bars.threshold
    as_they_are = reaches(plain, threshold) | shares_most(plain, bars)
    further = folded.containment >= plain.containment + LEAST_GAIN
    spun = ~as_they_are & (reaches(folded, threshold) | (possible(folded, Bars(threshold)) & further))
    listed = as_they_are | spun
    pairs = Compared(
        folded.a,
        folded.b,
        np.where(spun, folded.size_a, plain.size_a),
        np.where(spun, folded.size_b, plain.size_b),
        np.where(spun, folded.shared, plain.shared),
    )
    linked = reaches(pairs, threshold)
    return Judged(pairs.only(listed), linked[listed], spun[listed])
