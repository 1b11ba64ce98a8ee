"""Copies that are alike only once synonyms are folded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from forensics.dedupe.listing import ENOUGH, code, contained, reaches
from forensics.dedupe.verify import Compared

if TYPE_CHECKING:
    from numpy.typing import NDArray

CONTAINED = 0.5  # folded containment of a spun copy; reports of one event by others stay below 0.1
BEYOND = 0.2  # by how much it exceeds the plain one: else what is shared was copied, not spun
LEAST = 0.3  # the Jaccard down to which candidates are looked for: containment of a half, sizes alike


def spelling() -> Callable[[str], str]:
    """Return the function that folds a text along the pairs that ship."""
    from importlib.resources import files

    from forensics.lexicon.pairs import merged, shipped
    from forensics.text.synonyms import SynonymFold

    table = files("forensics.lexicon") / "data" / "pairs.tsv"
    found = merged(shipped(table.read_text("utf-8").splitlines(keepends=True)))
    return SynonymFold(
        (pair.observed, pair.original, pair.pages) for pairs in found.values() for pair in pairs
    ).fold


def possible(folded: Compared, threshold: float) -> NDArray[np.bool_]:
    """Return which pairs of folded texts may be listed."""
    return reaches(folded, threshold) | ((folded.containment >= CONTAINED) & (folded.shared >= ENOUGH))


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs to be listed, measured plain where that is enough and folded where not; which are linked and spun."""

    pairs: Compared
    linked: NDArray[np.bool_]
    spun: NDArray[np.bool_]


def judge(folded: Compared, plain: Compared, threshold: float) -> Judged:
    """Tell copies from spun copies; `folded` and `plain` hold the same pairs in any order."""
    folded = folded.only(np.argsort(code(folded.a, folded.b)))
    plain = plain.only(np.argsort(code(plain.a, plain.b)))
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
