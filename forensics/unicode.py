"""The one version of Unicode that every result is made with, whatever Python runs.

What a newer Python says of the code points that this version has is the same, but for the case of nine phonetic and
Georgian letters; what it says of others is not asked. (docs/decisions/0710)
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cache
from pathlib import Path

UNICODE = "14.0.0"  # that of Python 3.11, the oldest that is served
UNASSIGNED = "\ufdd0"
"""Stands for any code point that this version has not assigned: a noncharacter, which no version ever will."""

_TABLE = Path(__file__).parent / "data" / "unassigned.tsv"


def is_assigned(char: str) -> bool:
    """Tell whether the pinned version of Unicode knows `char`."""
    if char.isascii():
        return True
    first, last = unassigned()
    at = bisect_right(first, ord(char)) - 1
    return at < 0 or ord(char) > last[at]


def category(char: str) -> str:
    """Return the general category of `char`, Cn where the pinned version does not know it."""
    return unicodedata.category(char) if is_assigned(char) else "Cn"


def is_printable(char: str) -> bool:
    """Tell whether `char` can be shown, as str.isprintable has it."""
    return char.isprintable() and is_assigned(char)


@cache
def unassigned() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the first and the last code points of the ranges that are not assigned, in order."""
    rows = [line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    return tuple(int(first, 16) for first, _ in rows), tuple(int(last, 16) for _, last in rows)
