"""Words of an English text with their offsets: what spin and trace look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# A word is a run of letters that may hold apostrophes and hyphens, or a number that may hold separators.
# "1,000km-long" gives "1,000" and "km-long": a number never swallows its unit.
_WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `text` as it stands in the document, at code points [start, end)."""

    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The word as dictionaries know it: lower case, straight apostrophes and hyphens."""
        return _key(self.text)


@lru_cache(maxsize=1 << 16)
def _key(text: str) -> str:
    return text.lower().translate(_APOSTROPHES)


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of `text[start:end]`, with offsets into the whole of `text`."""
    stop = len(text) if end is None else end
    return [Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, start, stop)]


def without_possessive(word: Word) -> Word:
    """Return `word` without a possessive ending."""
    if word.text[-1] in "sS" and len(word.text) > 2 and word.key.endswith("'s"):
        return Word(word.text[:-2], word.start, word.end - 2)
    return word
