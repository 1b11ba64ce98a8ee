"""Which words a thesaurus would put for which: links from observed forms to originals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

# What joins two terms; a link can be several of these.
MOBY = 1  # Moby lists the observed term under the original
MOBY_BACK = 2  # Moby lists the original under the observed term
WORDNET = 4  # one WordNet synset holds both
NEAR = 8  # WordNet: hypernym, similar, derived
SECOND = 16  # no link, but many common neighbours

STRENGTH_SCALE = 255.0


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Links of term numbers in rows: term t's links stand at [starts[t], starts[t + 1]).

    `originals` are term numbers, `flags` the kinds above, `strengths` cosines of the ends' neighbours (uint8,
    STRENGTH_SCALE is one). Terms below the number of words are words, the others phrases; `phrases` has the word
    numbers of each phrase in a row, padded with -1.
    """

    starts: Array
    originals: Array
    flags: Array
    strengths: Array
    phrases: Array

    def of(self, term: int) -> list[tuple[int, int, float]]:
        """Return (original term, flags, strength from 0 to 1) of each link of `term`."""
        if term + 1 >= len(self.starts):
            return []
        row = slice(int(self.starts[term]), int(self.starts[term + 1]))
        return list(
            zip(
                self.originals[row].tolist(),
                self.flags[row].tolist(),
                (self.strengths[row] / STRENGTH_SCALE).tolist(),
                strict=True,
            )
        )

    def links(self, term: int, original: int) -> bool:
        """Tell whether there is a link from `term` to `original`."""
        row = (
            slice(int(self.starts[term]), int(self.starts[term + 1]))
            if term + 1 < len(self.starts)
            else slice(0)
        )
        return bool((self.originals[row] == original).any())
