"""What the aligner knows about English words: which may stand for which, and how much each one tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class Knowledge(Protocol):
    """The aligner's one door to word knowledge; tests and benches bring their own."""

    def related(self, word: str) -> Mapping[str, float]:
        """Return the words that may stand for lower-case `word`, each with a strength from 0 to 1."""

    def rarity(self, word: str) -> float:
        """Return how much lower-case `word` tells: about 0 for the commonest words, 10 for a rare name."""
