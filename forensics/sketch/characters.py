"""How single code points fold, as the table that the C kernel reads; filled as code points are met."""

from __future__ import annotations

import re
import unicodedata

import numpy as np

from forensics.text.disguise.characters import (
    ACCENTED,
    BLANKS,
    INVISIBLE,
    ODD_SPACES,
    RESERVED_MARKS,
    STYLED,
    lookalikes,
)
from forensics.text.disguise.pinned import pinned
from forensics.text.fold import fold_characters

_MOST_BYTES = 7
_COMPLEX = 0xFF << 56
# What a text is looked at again for, as bits of the top byte; _folding.h says what is done with each.
_LOOKALIKE, _ODD, _ACCENTED, _ODD_SPACE = 0x10 << 56, 0x20 << 56, 0x40 << 56, 0x80 << 56
_IS_ODD = re.compile(f"(?![\ufb00-\ufb06])[{INVISIBLE}{BLANKS}{STYLED}\u2010\u00ac]")
_IS_ACCENTED, _IS_ODD_SPACE = re.compile(f"[{ACCENTED}]"), re.compile(f"[{ODD_SPACES}]")
_IS_RESERVED = re.compile(f"[{RESERVED_MARKS}]")
# Consonants and vowels of Hangul that compose with their neighbours without being marks.
_JAMO = ((0x1100, 0x11FF), (0xA960, 0xA97F), (0xD7B0, 0xD7FF))


class Characters:
    """`table[c]`: the UTF-8 bytes that c folds to, first byte lowest, and their number plus one in the top byte.

    The upper half of that byte says what c may do in a disguise.

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
    char = pinned(char)
    if _joins(char):
        return _COMPLEX
    folded = fold_characters(char)
    data = folded.encode("utf-8", "surrogatepass")
    if len(data) > _MOST_BYTES or any(map(_joins, folded)):
        return _COMPLEX
    return len(data) + 1 << 56 | int.from_bytes(data, "little") | _flags(char)


def _flags(char: str) -> int:
    """Return what `char` may do in a disguise; text/disguise says whether it does."""
    if _IS_ODD.match(char):
        return _ODD
    if char in lookalikes():
        return _ODD if lookalikes()[char][1] == "latin" else _LOOKALIKE
    if _IS_ACCENTED.match(char):
        return _ACCENTED
    return _ODD_SPACE if _IS_ODD_SPACE.match(char) else 0


def _joins(char: str) -> bool:
    if char.isascii():
        return False
    # What it decomposes to counts as well: half-width jamo and sound marks join once they are full-width.
    return bool(_IS_RESERVED.match(char)) or any(
        unicodedata.category(one)[0] == "M" or any(low <= ord(one) <= high for low, high in _JAMO)
        for one in char + unicodedata.normalize("NFKC", char)
    )
