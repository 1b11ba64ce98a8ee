"""Whether the changes between a text and its reference are those of a synonym spinner."""

from __future__ import annotations

from collections.abc import Sequence

from forensics.spin.result import Relation, Substitution, Verdict
from forensics.spin.word_alignment import Pairing


def judge(
    found: Sequence[Substitution], pairings: Sequence[Pairing], words: int, relation: Relation
) -> tuple[Verdict, float, float]:
    """Return the verdict, the probability and the substitutions per 1,000 words."""
    density = round(1000 * len(found) / max(1, words), 2)
    if not found:
        return "clean", 0.0, 0.0
    return "suspect", 0.5, density
