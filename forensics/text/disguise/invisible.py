"""Characters that nobody sees, set into words that have no use for them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from forensics.text.disguise.characters import BIDI, BLANKS, INVISIBLE, PLAIN, SELECTORS, SOFT_HYPHEN, TAGS
from forensics.text.disguise.findings import ObfuscationKind
from forensics.text.disguise.step import Seen
from forensics.text.disguise.vowels import syllable

_RUN = re.compile(f"[{INVISIBLE}]+")
_PLAIN = re.compile(f"[{PLAIN}]")
_TAG, _BIDI, _SELECTOR = (re.compile(f"[{one}]") for one in (TAGS, BIDI, SELECTORS))
_TURNING = re.compile(
    "[\u202b\u202e]"
)  # from right to left from here on: no text without such a script needs it
_SECRET = re.compile("[\U000e0100-\U000e01ef]")  # selectors that only Han knows, of which a text can be made
_BLANK = re.compile(f"[{BLANKS}]+")
_WAVING_FLAG = "\U0001f3f4"
_KEYCAP = "\u20e3"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

# Places inside words that are told, and in how many words one must be. Chosen: what editors and break opportunities
# leave behind in a page is less.
INSIDE_FROM, INSIDE_SHARE = 3, 0.002
# Places at the edges of words that are told, and their share of the words. Chosen likewise.
TOUCHING_FROM, TOUCHING_SHARE = 10, 0.05
# Soft hyphens where no word is divided that are told, and their share of all. Chosen: a hyphenator makes none.
UNNATURAL_FROM, UNNATURAL_SHARE = 3, 0.25


class _Idle(NamedTuple):
    """A run of invisible characters that is out of place, and whether it stands inside a word."""

    start: int
    end: int
    inside: bool


def invisible(text: str) -> list[Seen]:
    """Take characters without a shape out of Latin, Greek and Cyrillic words, and from their edges where many are.

    Those in and beside words of scripts that need them stay, and so do sequences of emoji and a byte order mark.
    """
    found: defaultdict[ObfuscationKind, list[_Idle]] = defaultdict(list)
    both_ways = _RIGHT_TO_LEFT.search(text) is not None
    for one in _idle(text):
        kind = _kind(text[one.start])
        if not (kind == "bidi_control" and both_ways):
            found[kind].append(one)
    words = text.count(" ") + 1
    return [seen for kind, idle in found.items() if (seen := _seen(kind, idle, text, words)).changes]


def _kind(char: str) -> ObfuscationKind:
    return "tag" if _TAG.match(char) else "bidi_control" if _BIDI.match(char) else "invisible"


def _seen(kind: ObfuscationKind, idle: list[_Idle], text: str, words: int) -> Seen:
    soft = [one for one in idle if one.inside and text[one.start : one.end] == SOFT_HYPHEN]
    unnatural = sum(not _divides(text, one) for one in soft)
    apart = set(soft)
    others = [one for one in idle if one not in apart]
    inside = sum(one.inside for one in others)
    many = len(others) >= TOUCHING_FROM and len(others) >= TOUCHING_SHARE * words
    within = inside >= INSIDE_FROM and inside >= INSIDE_SHARE * words
    told = others if many or within or kind == "tag" else [one for one in others if _always(text, one)]
    if unnatural >= UNNATURAL_FROM and unnatural >= UNNATURAL_SHARE * len(soft):
        told = told + soft
    gone = {one for one in idle if one.inside}.union(told)
    return Seen(
        kind,
        [(one.start, one.end, "") for one in sorted(gone)],
        [(one.start, one.end) for one in sorted(told)],
    )


def blanks(text: str) -> list[Seen]:
    """Read signs that are drawn as nothing as spaces where a text has no others, and else as nothing."""
    found = [m.span() for m in _BLANK.finditer(text) if _beside(text, *m.span())]
    if not found:
        return []
    instead = " " if len(found) > text.count(" ") else ""
    told = found if len(found) >= INSIDE_FROM else []
    return [Seen("invisible", [(start, end, instead) for start, end in found], told)]


def _idle(text: str) -> Iterator[_Idle]:
    """Yield runs of invisible characters that are out of place."""
    for m in _RUN.finditer(text):
        start, end = m.span()
        left, right = text[start - 1 : start], text[end : end + 1]
        if _TAG.match(m.group()):
            if left != _WAVING_FLAG:
                yield _Idle(start, end, True)
            continue
        if m.group() == "\ufeff" and (not left or left == "\n"):
            continue
        plain = bool(_PLAIN.match(left)), bool(_PLAIN.match(right))
        if not any(plain):
            if _TURNING.search(m.group()) or (_SECRET.search(m.group()) and not left.isalpha()):
                yield _Idle(start, end, False)
            continue
        if (not plain[0] and left.isalpha()) or (not plain[1] and right.isalpha()):
            continue  # a script that joins its letters
        if right == _KEYCAP or (not plain[0] and left and _SELECTOR.match(m.group()) and not left.isspace()):
            continue
        yield _Idle(start, end, all(plain))


def _beside(text: str, start: int, end: int) -> bool:
    return bool(_PLAIN.match(text[start - 1 : start]) or _PLAIN.match(text[end : end + 1]))


def _divides(text: str, one: _Idle) -> bool:
    """Tell whether a word may be divided here."""
    return syllable(text, one.start, -1) and syllable(text, one.end, 1)


def _always(text: str, one: _Idle) -> bool:
    return bool(_TURNING.search(text, one.start, one.end) or _SECRET.search(text, one.start, one.end))
