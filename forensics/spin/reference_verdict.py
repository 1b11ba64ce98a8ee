"""Whether the changes between a text and its reference are those of a synonym spinner."""

from __future__ import annotations

from collections.abc import Sequence

from forensics.spin.reading import Reading
from forensics.spin.result import Substitution, Verdict
from forensics.spin.word_alignment import Pairing


def judge(found: Sequence[Substitution], pairings: Sequence[Pairing], read: Reading) -> tuple[Verdict, float]:
    """Return the verdict and the probability."""
    if not found:
        return "clean", 0.0
    return "suspect", 0.5
