"""Code points that the pinned version of Unicode does not know, read alike by every Python."""

from __future__ import annotations

import re
from functools import cache

from forensics.text.disguise.characters import INVISIBLE, MARKS, STYLED
from forensics.unicode import UNASSIGNED, is_assigned, unassigned

_ASTRAL = re.compile("[\U00010000-\U0010ffff]+")
# What the rules here name outright, assigned or not, they treat alike everywhere.
_NAMED = re.compile(f"[{INVISIBLE}{MARKS}{STYLED}]")


def pinned(text: str) -> str:
    """Return `text` with U+FDD0 for each code point that is not assigned: the very same string where all are.

    Offsets stay. Newer Pythons know some of these as letters and give them a lower case or a plain form.
    """
    if text.isascii():
        return text
    known = _plane_0().sub(UNASSIGNED, text)
    if _ASTRAL.search(text):
        known = _ASTRAL.sub(lambda run: run.group().translate(_OTHERS), known)
    return text if known == text else known


class _OtherPlanes(dict[int, int]):
    """What stands for a code point beyond U+FFFF; filled as they are met."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        self[code] = code if is_assigned(char) or _NAMED.match(char) else ord(UNASSIGNED)
        return self[code]


_OTHERS = _OtherPlanes()


@cache
def _plane_0() -> re.Pattern[str]:
    ranges = zip(*unassigned(), strict=True)
    codes = (code for first, last in ranges for code in range(first, min(last, 0xFFFF) + 1))
    return re.compile("[" + "".join(char for char in map(chr, codes) if not _NAMED.match(char)) + "]")
