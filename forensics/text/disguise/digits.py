"""Digits that stand for letters in words."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from forensics.text.disguise.step import Seen

_STANDS_FOR = {"0": "o", "1": "li", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s"}
DIGITS = "".join(_STANDS_FOR)
_BESIDE = re.compile(f"[A-Za-z][{re.escape(DIGITS)}]|[{re.escape(DIGITS)}][A-Za-z]")
# What an ASCII character is here: bytes are searched for two classes fifty times as quickly as a pattern finds them.
# What is not ASCII becomes a question mark, which may be a letter.
_LETTER_OR_DIGIT = bytes(
    ord("L") if chr(c).isalpha() or chr(c) == "?" else ord("D") if chr(c) in DIGITS else ord(".")
    for c in range(256)
)
_ANY_LETTER, _ANY_DIGIT = "A-Za-z\u00c0-\u024f", re.escape(DIGITS)
# A word of letters and such digits, with one of the digits and one letter that has no accent.
_WORD = re.compile(
    f"(?<![\\w@$])(?=[{_ANY_LETTER}]*+[{_ANY_DIGIT}])(?=[\u00c0-\u024f{_ANY_DIGIT}]*+[A-Za-z])"
    f"[{_ANY_LETTER}{_ANY_DIGIT}]++(?![\\w@$])"
)
_FIGURE = re.compile("(?<![\\w.,])[0134578]{1,4}+(?![\\w])")
_MOST_DOUBTFUL = 4  # digits of a word that stand for one of two letters

# Words with such digits, their share of the characters, and the function words among them that are told. Chosen: names
# of products and of genes are no function words.
WORDS_FROM, SHARE, FUNCTION_WORDS = 10, 0.02, 3


def has_digits_beside_letters(text: str) -> bool:
    """Tell whether such digits stand beside letters often enough: a quick look before `digit_letters`."""
    classes = text.encode("ascii", "replace").translate(_LETTER_OR_DIGIT)
    return classes.count(b"LD") + classes.count(b"DL") >= WORDS_FROM and _BESIDE.search(text) is not None


def digit_letters(text: str) -> list[Seen]:
    """Read digits in words as the letters that they stand for, where function words of English are written so."""
    found = [m.span() for m in _WORD.finditer(text)]
    if len(found) < WORDS_FROM or len(found) < SHARE * len(text):
        return []
    from forensics.lang import language

    read = [(span, _read(text[slice(*span)])) for span in found]
    function = language("en").function_words
    if sum(plain.lower() in function for _, plain in read) < FUNCTION_WORDS:
        return []
    # Here 70 is "to" more likely than a number.
    figures = ((m.span(), _read(m.group())) for m in _FIGURE.finditer(text))
    read = sorted([*read, *((span, plain) for span, plain in figures if plain in function)])
    changes = [(k, k + 1, c) for (start, _), w in read for k, c in enumerate(w, start) if c != text[k]]
    return [Seen("digit_letter", changes, [span for span, _ in read])]


@lru_cache(maxsize=1 << 12)
def _read(word: str) -> str:
    """Return the word that is meant; of several readings the first that is known."""
    from forensics.lang.en.words import words

    readings = [_STANDS_FOR.get(char, char) for char in word]
    if sum(len(one) > 1 for one in readings) > _MOST_DOUBTFUL:
        readings = [one[0] for one in readings]
    made = ["".join(one) for one in product(*readings)]
    return next((one for one in made if words().number(one.lower()) is not None), made[0])
