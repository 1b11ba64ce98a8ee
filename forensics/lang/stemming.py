"""The stemmer of a language."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache


@cache
def stemmer(name: str) -> Callable[[str], str]:
    """Return the Snowball stemmer that nltk knows by `name`, for lower-case words; raises ValueError for no such name.

    English has stems that ship and rules of its own, which say what nltk says; all others are nltk's.
    """
    if name == "english":
        from forensics.lang.en.stemmer import stem

        return stem
    from nltk.stem.snowball import SnowballStemmer

    stem_by_nltk: Callable[[str], str] = SnowballStemmer(name).stem
    return stem_by_nltk
