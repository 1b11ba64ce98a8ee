"""Copies that are alike only once synonyms are folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forensics.dedupe.compared import Compared, Judged
from forensics.dedupe.findings import ENOUGH, contained, reaches
from forensics.sketch.pair_codes import encode

if TYPE_CHECKING:
    from numpy.typing import NDArray

CONTAINED = 0.5  # folded containment of a spun copy; reports of one event by others stay below 0.1
BEYOND = 0.2  # by how much it exceeds the plain one: else what is shared was copied, not spun
LEAST = 0.3  # the Jaccard down to which candidates are looked for: containment of a half, sizes alike


def possible(folded: Compared, threshold: float) -> NDArray[np.bool_]:
    """Return which pairs of folded texts may be listed."""
    return reaches(folded, threshold) | ((folded.containment >= CONTAINED) & (folded.shared >= ENOUGH))


def judge(folded: Compared, plain: Compared, threshold: float) -> Judged:
    """Tell copies from spun copies; `folded` and `plain` hold the same pairs in any order."""
    folded = folded.only(np.argsort(encode(folded.a, folded.b)))
    plain = plain.only(np.argsort(encode(plain.a, plain.b)))
    as_they_are = reaches(plain, threshold) | contained(plain)
    further = folded.containment >= plain.containment + BEYOND
    spun = ~as_they_are & (reaches(folded, threshold) | (possible(folded, threshold) & further))
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
