"""The stemmer of a language."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache


@cache
def stemmer(name: str) -> Callable[[str], str]:
    """Return the Snowball stemmer that nltk knows by `name`, for lower-case words; raises ValueError for no such name.

    English comes without nltk, of which it says the same (see lang.en.stemmer); every other language is nltk's own.
    """
    if name == "english":
        from forensics.lang.en.stemmer import stem

        return stem
    from nltk.stem.snowball import SnowballStemmer

    stem_by_nltk: Callable[[str], str] = SnowballStemmer(name).stem
    return stem_by_nltk
