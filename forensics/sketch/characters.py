"""How single code points fold, as the table that the C kernel reads; filled as code points are met."""

from __future__ import annotations

import unicodedata

import numpy as np

from forensics.text.fold import fold

_MOST_BYTES = 7
_COMPLEX = 0xFF << 56
# Consonants and vowels of Hangul that compose with their neighbours without being marks.
_JAMO = ((0x1100, 0x11FF), (0xA960, 0xA97F), (0xD7B0, 0xD7FF))


class Characters:
    """`table[c]`: the UTF-8 bytes that c folds to, first byte lowest, and their number plus one in the top byte.

    0 stands for a code point not met yet, 255 in the top byte for one that may join its neighbours (marks, jamo)
    or folds to more than seven bytes: texts with such are folded whole. Latin letters and quotation marks are
    there from the start.
    """

    def __init__(self) -> None:
        self.table = np.zeros(0x110000, np.uint64)
        self.learn("".join(map(chr, (*range(0x80, 0x180), *range(0x2010, 0x2040)))))

    def learn(self, text: str) -> None:
        """Fill in the code points of `text`."""
        for char in set(text):
            if not char.isascii() and not self.table[ord(char)]:
                self.table[ord(char)] = _entry(char)


def _entry(char: str) -> int:
    if _joins(char):
        return _COMPLEX
    folded = fold(char)
    data = folded.encode("utf-8", "surrogatepass")
    if len(data) > _MOST_BYTES or any(map(_joins, folded)):
        return _COMPLEX
    return len(data) + 1 << 56 | int.from_bytes(data, "little")


def _joins(char: str) -> bool:
    if char.isascii():
        return False
    # What it decomposes to counts as well: half-width jamo and sound marks join once they are full-width.
    return any(
        unicodedata.category(one)[0] == "M" or any(low <= ord(one) <= high for low, high in _JAMO)
        for one in char + unicodedata.normalize("NFKC", char)
    )
