"""The English words that are known, by number: frequent words first met in running text, then rarer ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from forensics.lang.strings import Strings

DATA = Path(__file__).parent / "data"


@cache
def words() -> Strings:
    """Return the words that ship, lower case, with what stands for the ends of a sentence and for no word."""
    return Strings(DATA, "words")
