"""Words of an English text with their offsets: what spin and trace look at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from forensics.text.spans import Span

# A word is a run of letters that may hold apostrophes and hyphens, or a number that may hold separators.
# "1,000km-long" gives "1,000" and "km-long": a number never swallows its unit.
_WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_ASCII_WORD = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*|[0-9]+(?:[.,:][0-9]+)*")  # the same, twice as quick
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `text` as it stands in the document, at code points [start, end).

    `key` is the word as dictionaries know it: lower case, straight apostrophes and hyphens. Grammars look at it some
    twenty times, so that it is made with the word.
    """

    text: str
    start: int
    end: int
    key: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", key_of(self.text))


@lru_cache(maxsize=1 << 16)
def key_of(text: str) -> str:
    """Return a word as dictionaries know it."""
    return text.lower().translate(_APOSTROPHES)


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of `text[start:end]`, with offsets into the whole of `text`."""
    stop = len(text) if end is None else end
    return [Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, start, stop)]


def word_texts(text: str, spans: Iterable[Span]) -> list[list[str]]:
    """Return the words of each span of `text` as they are spelt, where nobody asks where they stand."""
    find = (_ASCII_WORD if text.isascii() else _WORD).findall
    return [find(text, span.start, span.end) for span in spans]


def without_possessive(word: Word) -> Word:
    """Return `word` without a possessive ending."""
    if word.text[-1] in "sS" and len(word.text) > 2 and word.key.endswith("'s"):
        return Word(word.text[:-2], word.start, word.end - 2)
    return word
