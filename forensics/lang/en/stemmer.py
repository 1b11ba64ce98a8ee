"""Stems of English words as nltk's Snowball stemmer makes them, most of them made when the data was built."""

from __future__ import annotations

from functools import cache

from forensics.lang.en.snowball import stem as by_rules
from forensics.lang.en.words import DATA, words
from forensics.lang.strings import mapped_numbers


def stem(word: str) -> str:
    """Return the Snowball stem of a lower-case word (Porter 2001).

    The words that ship have theirs in a table made with nltk, all others go by the rules: nltk itself takes longer to
    import than a short run to do its work.
    """
    number = words().number(word)
    if number is not None:
        codes, endings = _shipped()
        gone, ending = divmod(codes[number], len(endings))
        return word[: len(word) - gone] + endings[ending]
    return by_rules(word)


@cache
def _shipped() -> tuple[memoryview, tuple[str, ...]]:
    """Return a code for each word, and endings: letters that go = code // endings, what comes = code % endings."""
    return mapped_numbers(DATA / "stems.npy"), tuple((DATA / "stem-endings.txt").read_text().split(","))
