"""What a compared pair must have to be listed: Jaccard, or a containment that rests on enough."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.dedupe.compared import Compared

# The share of its shingles by which a text is held by another, unless the user asks for another. Measured: of
# 20,000 planted documents (bench/dedupe) 13,495 pairs reach it and none is unrelated; 0.5 brings the first
# unrelated one, 0.95 loses three in ten below Jaccard 0.7.
LEAST_CONTAINMENT = 0.9
# The smaller set is at most this share of the larger. Chosen: at 1 the same pairs would be listed, and 19,121
# near-duplicates among those documents would be called containments.
MOST_OF_LARGER = 0.9
# Shingles that a containment rests on. Measured: of the paragraphs of 4,273 news and other texts, 310 pairs
# have so many; down to two there are 125 more, most of them credits, teasers and questions to the reader.
LEAST_SHARED = 16
# Shares that are equal are held to be so however they were computed: doubles below one are exact to 1e-16.
_SHARE_ROUNDING = 1e-12


@dataclass(frozen=True, slots=True)
class Bars:
    """From where pairs are listed: by their Jaccard, which links them, or by their containment alone."""

    threshold: float
    containment: float = LEAST_CONTAINMENT


def reaches(pairs: Compared, threshold: float) -> NDArray[np.bool_]:
    """Return which pairs have the Jaccard asked for."""
    return pairs.jaccard >= threshold - _SHARE_ROUNDING


def shares_most(pairs: Compared, bars: Bars) -> NDArray[np.bool_]:
    """Return of which pairs the smaller text has enough of its shingles, and enough shingles, in the larger."""
    return (pairs.containment >= bars.containment - _SHARE_ROUNDING) & (pairs.shared >= LEAST_SHARED)


def contained(pairs: Compared, bars: Bars) -> NDArray[np.bool_]:
    """Return which pairs are a text and clearly more of a text around it."""
    small, large = np.minimum(pairs.size_a, pairs.size_b), np.maximum(pairs.size_a, pairs.size_b)
    return shares_most(pairs, bars) & (small <= MOST_OF_LARGER * large)


def worth_listing(pairs: Compared, bars: Bars) -> NDArray[np.bool_]:
    """Return which pairs are named: those at the threshold, and containments that rest on enough."""
    return reaches(pairs, bars.threshold) | shares_most(pairs, bars)
