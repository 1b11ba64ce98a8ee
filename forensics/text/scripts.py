"""Which script a word is written in."""

from __future__ import annotations

from forensics.text.words import Word

# Code points: the alphabet with its marked and phonetic letters, and Unicode's block of further marked ones
_LATIN_UNTIL, _LATIN_ADDITIONAL = 0x250, range(0x1E00, 0x1F00)


def is_latin(word: Word) -> bool:
    """Tell whether `word` begins with a Latin letter or a figure."""
    first = ord(word.text[0])
    return first < _LATIN_UNTIL or first in _LATIN_ADDITIONAL
