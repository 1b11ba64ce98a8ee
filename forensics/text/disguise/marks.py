"""Combining marks: composed where they belong to a letter, taken off where they strike it out or bury it."""

from __future__ import annotations

import re
from unicodedata import normalize

from forensics.text.disguise.characters import MARKS, RESERVED_MARKS
from forensics.text.disguise.step import Seen

_MARKED = re.compile(f"([^{MARKS}])([{MARKS}]+)", re.S)
_RESERVED = re.compile(f"[{RESERVED_MARKS}]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# The marks of today's orthographies and transcriptions: only these are ever left on a letter.
_WRITTEN = re.compile(
    "[^\u0300-\u0315\u031b\u031d\u0320-\u0333\u0340-\u0345\u0351\u0358\u035c\u035e-\u0362"
    "\u20d0\u20d1\u20d6\u20d7\u20e1]"
)
# More on one letter bury it. Chosen: no orthography stacks so many.
MOST_MARKS = 3
_MARKS_READ = 30  # of those on one letter: sorting them takes the square of their number
_ON_SIGNS = "\u20e3\u0338\u20d7"
STRAY_FROM = 3  # stray marks that are told; chosen: fewer may be a slip


def marks(text: str) -> list[Seen]:
    """Compose letters with their marks (NFC) and take away those that no letter is written with."""
    seen = Seen("combining_mark")
    for m in _MARKED.finditer(text):
        known = _RESERVED.sub("", m.group(2)[:_MARKS_READ])
        apart = normalize("NFD", m.group(1) + known)
        letter, run = apart[0], apart[1:]
        kept = _kept(letter, run)
        if len(kept) < len(run) or len(known) < len(m.group(2)[:_MARKS_READ]):
            seen.told.append(m.span())
        composed = normalize("NFC", letter + kept)
        if composed != m.group():
            seen.changes.append((*m.span(), composed))
    if len(seen.told) < STRAY_FROM:
        seen.told = []
    return [seen] if seen.changes else []


def _kept(letter: str, run: str) -> str:
    """Return which of the marks on a letter or sign belong to it."""
    if not letter.isalpha():
        # Keycaps, negated signs and arrows are signs of their own; a space has no marks.
        return "" if letter.isascii() and not (len(run) == 1 and run in _ON_SIGNS) else run
    kept = _WRITTEN.sub("", run) if _LATIN.match(letter) else run
    return kept if len(kept) <= MOST_MARKS else ""
