"""The English that is known: numbered words, spinners' pairs, thesaurus links and n-gram statistics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from forensics.lang import language
from forensics.lexicon.ngrams import NgramModel
from forensics.lexicon.pairs import SpinnerPair
from forensics.lexicon.thesaurus import Thesaurus
from forensics.lexicon.vectors import WordVectors

SENTENCE_START, SENTENCE_END, UNKNOWN = "<s>", "</s>", "<unk>"
_ANY_NUMBER = language("en").numbers.typical  # a number's neighbours are those of a number word


@dataclass(frozen=True, slots=True)
class ThesaurusLink:
    """A thesaurus link to `original` (words): its kinds (see lexicon.thesaurus) and strength from 0 to 1."""

    original: tuple[str, ...]
    flags: int
    strength: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What `forensics.lexicon.load` returns; `terms` are the words and then the phrases, by number."""

    terms: Sequence[str]
    numbers: Mapping[str, int]
    pairs: Mapping[tuple[str, ...], tuple[SpinnerPair, ...]]
    longest: Mapping[str, int]  # first word of an observed phrase -> words in the longest such phrase
    written: Mapping[tuple[str, ...], float]  # original -> pages on which anything was written for it
    replaced: Mapping[
        str, Mapping[int, float]
    ]  # family -> word number -> pages on which it replaced that word
    thesaurus: Thesaurus
    ngrams: NgramModel
    vectors: WordVectors
    # What was looked up of it so far, by whoever did: the same words come again in the next text.
    remembered: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def number(self, key: str) -> int:
        """Return the number of a word (its key); numerals and unknown words have one number each."""
        found = self.numbers.get(key)
        if found is not None:
            return found
        if key[:1].isdigit():
            return self.numbers[_ANY_NUMBER]
        if key.endswith("'s") and key[:-2] in self.numbers:
            return self.numbers[key[:-2]]
        return self.numbers[UNKNOWN]

    def knows(self, key: str) -> bool:
        """Tell whether `key` is a word of the lexicon."""
        return key in self.numbers

    def links(self, observed: tuple[str, ...]) -> list[ThesaurusLink]:
        """Return the thesaurus links of a word or phrase (keys), the best first."""
        term = self.numbers.get(" ".join(observed))
        if term is None:
            return []
        return [ThesaurusLink(tuple(self.terms[o].split(" ")), f, s) for o, f, s in self.thesaurus.of(term)]

    def relation(
        self, observed: tuple[str, ...], original: tuple[str, ...]
    ) -> Literal["lexicon", "thesaurus"] | None:
        """Name what joins two phrases (keys): pairs that spinners write, or a direct thesaurus link."""
        if any(pair.original == original for pair in self.pairs.get(observed, ())):
            return "lexicon"
        stands, wanted = self.numbers.get(" ".join(observed)), self.numbers.get(" ".join(original))
        if stands is None or wanted is None or not self.thesaurus.links(stands, wanted):
            return None
        return "thesaurus"
