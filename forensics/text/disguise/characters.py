"""Which characters may disguise a Latin word, as classes of regular expressions and as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from unicodedata import name

_TABLE = Path(__file__).parent / "data" / "lookalikes.tsv"
_CHARACTERS_NAMED = 10  # characters that a finding names; chosen: enough to see what was done

# Characters without a shape of their own. Variation selectors, joiners and marks of direction are some of them: whether
# one is in its place depends on its neighbours (invisible.py).
SOFT_HYPHEN = "\u00ad"
SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
TAGS = "\U000e0000-\U000e007f"
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
INVISIBLE = (
    SOFT_HYPHEN
    + SELECTORS
    + TAGS
    + BIDI
    + "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"
    + "\U0001d173-\U0001d17a\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"
)
# Letters and signs that are drawn as nothing, and so as a space.
BLANKS = "\u2800\u3164\uffa0"
# Latin, Greek and Cyrillic letters and digits with their marks: the scripts that have no use for what is invisible.
PLAIN = (
    "0-9A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u0300-\u036f\u0370-\u052f\u1d00-\u1fff"
    "\u2c60-\u2c7f\ua720-\ua7ff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff"
)
MARKS = "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
# Marks that may yet be assigned in their blocks: whatever they will be, no letter here is written with them.
RESERVED_MARKS = "\u1acf-\u1aff\u20f1-\u20ff"
# Forms of Latin letters and digits that compatibility normalisation undoes, and the dark ones that it knows nothing of.
STYLED = (
    "\u02b0-\u02b8\u1d2c-\u1d6a\u2071\u207f\u2090-\u209c\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212a\u212b"
    "\u212c\u212d\u212f-\u2134\u2139\u2145-\u2149\u249c-\u24e9\ufb00-\ufb06\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
    "\U0001ccd6-\U0001ccf9\U0001d400-\U0001d7ff\U0001f110-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189"
)
ACCENTED = "\u00c0-\u00d6\u00d9-\u00dd\u00e0-\u00f6\u00f9-\u00fd\u00ff-\u024f\u1e00-\u1eff"
ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"


@cache
def lookalikes() -> dict[str, tuple[str, str]]:
    """Return for each letter that looks like a Latin one that letter, and the look-alike's script."""
    rows = [line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    return {char: (letter, script) for letter, script, chars in rows for char in chars}


def named(characters: Iterable[str]) -> tuple[str, ...]:
    """Return the most frequent of `characters` as code point and name: "U+200B ZERO WIDTH SPACE"."""
    most = sorted(Counter(characters).items(), key=lambda item: (-item[1], item[0]))[:_CHARACTERS_NAMED]
    return tuple(f"U+{ord(char):04X} {name(char, '')}".rstrip() for char, _ in most)
