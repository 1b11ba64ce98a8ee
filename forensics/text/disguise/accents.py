"""Accents put on English words, which have none."""

from __future__ import annotations

import re
from itertools import islice
from unicodedata import normalize

from forensics.text.disguise.characters import ACCENTED
from forensics.text.disguise.step import Seen

_ACCENTED = re.compile(f"[{ACCENTED}]")
_WORD = re.compile(r"[^\W\d_]+")
_ACCENTED_READ = 3_000  # words, from the beginning: enough to tell a language by
# Share of the letters that bear one. Chosen: English texts and most others never come near, and are not read further.
ACCENTS_FROM = 0.1
# Function words that appear once accents go: so many different ones, this share of all function words, and these as a
# share of all words. Chosen: Vietnamese, the language nearest to it, has a third of the last.
APPEARING, APPEARING_SHARE, FUNCTION_SHARE = 5, 0.2, 0.25


def accents(text: str) -> list[Seen]:
    """Take accents off where function words of English appear under them."""
    found = [m.span() for m in _ACCENTED.finditer(text)]
    if len(found) < ACCENTS_FROM * len(text):
        return []
    from forensics.lang import language

    known = language("en").function_words
    words = [m.group().lower() for m in islice(_WORD.finditer(text), _ACCENTED_READ)]
    bare = [_bare(word) for word in words]
    function = sum(word in known for word in bare)
    appearing = [b for word, b in zip(words, bare, strict=True) if b in known and word not in known]
    if (
        len(set(appearing)) < APPEARING
        or len(appearing) < APPEARING_SHARE * function
        or function < FUNCTION_SHARE * len(words)
    ):
        return []
    return [Seen("accent", [(start, end, _bare(text[start:end])) for start, end in found], found)]


def _bare(word: str) -> str:
    return word if word.isascii() else "".join(normalize("NFD", char)[0] for char in word)
