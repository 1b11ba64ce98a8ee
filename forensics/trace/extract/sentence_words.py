"""The words of one sentence as the grammar of claims reads them, and the text between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from forensics.lang import language
from forensics.text.words import Word

names = language("en").names


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """A sentence's words, and the text between them.

    `gaps` is what stands before a word, by its number, where it is not what the text has there: residue left out.
    """

    text: str
    tokens: tuple[Word, ...]
    gaps: Mapping[int, str] = field(default_factory=dict)
    _keys: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_keys", tuple(word.key for word in self.tokens))

    def gap(self, index: int) -> str:
        """Return what stands between word `index - 1` and word `index`; "" outside the sentence."""
        if 0 < index < len(self.tokens):
            if index in self.gaps:
                return self.gaps[index]
            return self.text[self.tokens[index - 1].end : self.tokens[index].start]
        return ""

    def breaks(self, index: int) -> bool:
        """Say whether a phrase ends before word `index`: at punctuation other than what names hold."""
        gap = self.gap(index).removeprefix("'s").removeprefix("’s")
        return bool(set(gap) - set(" \u00a0-./&’'"))

    def key(self, index: int) -> str:
        """Return the word at `index` as dictionaries know it, "" outside the sentence."""
        return self._keys[index] if 0 <= index < len(self._keys) else ""

    def is_capital(self, index: int) -> bool:
        """Say whether word `index` begins with a capital."""
        return 0 <= index < len(self.tokens) and self.tokens[index].text[0].isupper()

    def is_name(self, index: int) -> bool:
        """Say whether word `index` is capitalised as names are, by more than a sentence's start."""
        key = self.key(index)
        return self.is_capital(index) and key not in names.not_names and key not in names.determiners

    def belongs_to_name(self, index: int) -> bool:
        """Say whether word `index`, right before a name, is a part of it; a title is none."""
        if self.key(index) in names.particles:
            return True
        return self.is_name(index) and self.key(index) not in names.titles

    def spelled(self, first: int, last: int) -> str:
        """Return words [first, last) as they stand, with single spaces; "U.S." with its last stop."""
        end = self.tokens[last - 1].end
        end += last - first > 1 and self.gap(last - 1) == "." and self.text[end : end + 1] == "."
        return " ".join(self.text[self.tokens[first].start : end].split())
