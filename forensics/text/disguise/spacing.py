"""What stands between letters and words: letters set apart, words joined by underscores, spaces of odd kinds."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from forensics.text.disguise.characters import ODD_SPACES
from forensics.text.disguise.step import Seen

_GAP = f"[ -/:-@\\[-`{{-~{ODD_SPACES}\u00b7\u2022\u2027]"  # what a letter may be set apart by
_APART = re.compile(f"(?<![^\\W_])[A-Za-z]({_GAP})[A-Za-z]\\1[A-Za-z](?![^\\W_])")
# What an ASCII character is to that pattern: bytes are searched for a run of classes fifty times as quickly. What is
# not ASCII becomes a question mark, which may be a gap.
_LETTER_OR_GAP = bytes(
    ord("L") if chr(c).isalpha() else ord("d") if chr(c).isdigit() else ord("G") for c in range(256)
)
_RUN = re.compile(r"(?<![^\W_])[^\W_](?:(?:[^\w\n]|_){1,8}+[^\W_](?![^\W_])){7,}+")
_GAPS = re.compile(r"(?:[^\w\n]|_)+")
_JOINED = re.compile(r"(?<=[^\W_])_(?=[^\W_])")
_ODD = re.compile(f"(?<=[^\\W\\d_])[{ODD_SPACES}](?=[^\\W\\d_])")
_WORD_ENDS = re.compile(r"(?<=[^\W\d_])[ \n](?=[^\W\d_])")

# Words of so many letters set apart, and how many of them in a run. Chosen: an alphabet has no words, a heading few.
LETTERS_APART, WORDS_APART = 3, 4
# Underscores between words, and how many for each space: names in programs stand between spaces.
JOINED_FROM, JOINED_TO_SPACES = 20, 3
# Odd spaces between words, their share of all spaces there, and in how many characters one is. Chosen: typographers
# bind one word in ten.
ODD_FROM, ODD_SHARE, ODD_EACH = 10, 0.3, 100
# The same share where all of them are no-break spaces. Measured: an editor left 119 of 150 in a recipe.
UNBROKEN_SHARE = 0.95


def may_be_apart(text: str) -> bool:
    """Tell whether letters of `text` may be set apart at all: a quick look before `spaced_letters`."""
    classes = text.encode("ascii", "replace").translate(_LETTER_OR_GAP)
    return b"GLGLGLG" in b"G%bG" % classes and _APART.search(text) is not None


def spaced_letters(text: str) -> list[Seen]:
    """Put together words whose letters are set apart, where the gaps between words are wider."""
    seen = Seen("spaced_letters")
    if len(list(islice(_APART.finditer(text), WORDS_APART))) < WORDS_APART:
        return []
    for m in _RUN.finditer(text):
        start = m.start()
        gaps = [(start + g.start(), start + g.end(), g.group()) for g in _GAPS.finditer(m.group())]
        narrow, often = Counter(gap for _, _, gap in gaps).most_common(1)[0]
        if len(narrow) > 1 or 2 * often < len(gaps):
            continue
        long, letters = 0, 1
        told: list[tuple[int, int]] = []
        begins = start
        for left, right, gap in [*gaps, (m.end(), m.end(), "  ")]:
            if gap == narrow:
                letters += 1
                continue
            long += letters >= LETTERS_APART
            if letters > 1:
                told.append((begins, left))
            letters, begins = 1, right
        if long >= WORDS_APART:
            seen.told += told
            seen.changes += [(left, right, _gap(gap, narrow)) for left, right, gap in gaps]
    return [seen] if seen.changes else []


def _gap(gap: str, narrow: str) -> str:
    """Return what stands for a gap: nothing within a word, and else its signs and the space around them."""
    if gap == narrow:
        return ""
    signs = "".join(gap.split()).replace(narrow, "")
    wide = len(gap) > len(signs) + 2 or not signs
    return signs + " " if wide else signs


def underscores(text: str) -> list[Seen]:
    """Read underscores as spaces where words are joined by them throughout."""
    if text.count("_") < JOINED_FROM:
        return []
    found = [m.span() for m in _JOINED.finditer(text)]
    if len(found) < JOINED_FROM or len(found) < JOINED_TO_SPACES * (text.count(" ") + text.count("\n")):
        return []
    # Behind a comma or a full stop they stand for spaces too.
    every = [(m.start(), m.end(), " ") for m in re.finditer("_", text)]
    return [Seen("underscore", every, [(start, end) for start, end, _ in every])]


def odd_spaces(text: str) -> list[Seen]:
    """Tell spaces of odd kinds between words; they part words as any space does, and nothing is changed."""
    found = [m.span() for m in _ODD.finditer(text)]
    if len(found) < ODD_FROM or len(found) * ODD_EACH < len(text):
        return []
    unbroken = all(text[start] in "\u00a0\u202f" for start, _ in found)
    share = UNBROKEN_SHARE if unbroken else ODD_SHARE
    if len(found) < share * (len(found) + len(_WORD_ENDS.findall(text))):
        return []
    return [Seen("odd_space", [], found)]
