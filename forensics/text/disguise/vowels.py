"""Where Latin words may be divided: both parts have a vowel and two letters."""

from __future__ import annotations

from unicodedata import normalize

_VOWELS = frozenset("aeiouyæœøı")
_LONGEST_SYLLABLE = 30  # letters looked at: a part of a word is not longer


def syllable(text: str, at: int, step: int) -> bool:
    """Tell whether the letters before `at` (step -1), or from `at` on (step 1), may stand on a line of their own."""
    place = at if step > 0 else at - 1
    letters = ""
    while 0 <= place < len(text) and text[place].isalpha() and len(letters) < _LONGEST_SYLLABLE:
        letters += text[place].lower()
        place += step
    if any(letter > "\u024f" for letter in letters):
        return True  # no Latin word
    return len(letters) > 1 and any(normalize("NFD", letter)[0] in _VOWELS for letter in letters)
