"""What is known about English words: which may stand for which, and how much each one tells."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from forensics.lexicon import Lexicon

# How well a link's word stands for the other: what spinners write is the surest, a mere neighbour the least. Chosen by
# that order, not measured one by one: with them passages spun at 80 in 100 by a thesaurus that the aligner was not
# given are found at a plagdet of .95 and .85 (docs/trace.md).
_PAIR_STRENGTH = 0.85
_WORDNET_STRENGTH, _MOBY_STRENGTH, _NEIGHBOUR_STRENGTH = 0.75, 0.5, 0.35
_CLOSENESS_ADDS = 0.25
_COMMONEST = 1.0  # powers of ten: the commonest word is one in twenty
_LEAST_RARITY = 0.5  # so that no word weighs nothing; chosen, not measured


class Knowledge(Protocol):
    """The aligner's one door to word knowledge; tests and benches bring their own."""

    def related(self, word: str) -> Mapping[str, float]:
        """Return the words that may stand for lower-case `word`, each with a strength from 0 to 1."""

    def rarity(self, word: str) -> float:
        """Return how much lower-case `word` tells: about 0 for the commonest words, 10 for a rare name."""


class LexiconKnowledge:
    """The shipped lexicon behind the aligner's one door.

    `kinds` are the flags of the thesaurus links to use and `pairs` whether to use spinners' pairs, so that a
    measurement can leave out what its texts were made with.
    """

    def __init__(self, lexicon: Lexicon, kinds: int = -1, *, pairs: bool = True) -> None:
        self._lexicon = lexicon
        self._kinds = kinds
        self._pairs = pairs
        self._related: dict[str, dict[str, float]] = {}
        self._rarity: dict[str, float] = {}
        self._spelled: dict[int, str] = {}
        self._words = len(lexicon.terms) - len(lexicon.thesaurus.phrases)

    def related(self, word: str) -> Mapping[str, float]:
        """See `Knowledge.related`."""
        found = self._related.get(word)
        if found is None:
            found = self._related[word] = self._look_up(word)
        return found

    def rarity(self, word: str) -> float:
        """See `Knowledge.rarity`: powers of ten below the commonest words, from the unigram statistics."""
        found = self._rarity.get(word)
        if found is None:
            log = float(self._lexicon.ngrams.unigrams[0][self._lexicon.number(word)])
            found = self._rarity[word] = max(_LEAST_RARITY, -log / math.log(10) - _COMMONEST)
        return found

    def _look_up(self, word: str) -> dict[str, float]:
        from forensics.lexicon.thesaurus import MOBY, MOBY_BACK, WORDNET

        lexicon, found = self._lexicon, {}
        number = lexicon.numbers.get(word)
        if number is None:
            return {}
        for original, all_flags, strength in lexicon.thesaurus.of(number):
            flags = all_flags & self._kinds
            if flags and original < self._words:
                other = self._spelled.get(original) or self._spell(original)
                near = _MOBY_STRENGTH if flags & (MOBY | MOBY_BACK) else _NEIGHBOUR_STRENGTH
                kind = _WORDNET_STRENGTH if flags & WORDNET else near
                found[other] = min(1.0, kind + _CLOSENESS_ADDS * strength)
        for pair in lexicon.pairs.get((word,), ()) if self._pairs else ():
            if len(pair.original) == 1:
                found[pair.original[0]] = _PAIR_STRENGTH
        return found

    def _spell(self, number: int) -> str:
        spelled = self._spelled[number] = self._lexicon.terms[number]
        return spelled


@cache
def shipped() -> Knowledge:
    """Return what the lexicon that ships knows about words that stand for one another."""
    from forensics import lexicon

    return LexiconKnowledge(lexicon.load())
