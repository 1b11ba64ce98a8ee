"""Latin letters in fancy dress: full-width, mathematical, circled, raised; and ligatures."""

from __future__ import annotations

import re
from unicodedata import normalize

from forensics.text.disguise.characters import STYLED
from forensics.text.disguise.step import Seen

_RUN = re.compile(f"[{STYLED}]+")
_EAST_ASIAN = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_FULL_WIDTH = re.compile("[\uff10-\uff5a]+")
# Letters inside signs that Unicode gives no plain form, by the first of their 26.
# The outlined ones have one, in versions of Unicode later than the pinned one.
_ENCLOSED = ("\u249c", "\U0001ccd6", "\U0001f110", "\U0001f130", "\U0001f150", "\U0001f170")
_OUTLINED_ZERO = "\U0001ccf0"
# Words of so many such letters, and how many different ones, are told. Chosen: formulas have short ones.
LETTERS_TOLD, STYLED_TOLD = 4, 3


def styled(text: str) -> list[Seen]:
    """Write letters in fancy dress as plain ones (NFKC); ligatures too, which are told nowhere."""
    seen = Seen("styled")
    words: set[str] = set()
    for m in _RUN.finditer(text):
        seen.changes += [(k, k + 1, _plain(text[k])) for k in range(*m.span())]
        letters = [char for char in m.group() if not "\ufb00" <= char <= "\ufb06"]
        if len(letters) >= LETTERS_TOLD or (seen.told and letters):
            words.add(m.group())
            seen.told.append(m.span())
    east_asian = _EAST_ASIAN.search(text) and all(_FULL_WIDTH.fullmatch(word) for word in words)
    if len(words) < STYLED_TOLD or east_asian:
        seen.told = []
    return [seen] if seen.changes else []


def _plain(char: str) -> str:
    for first in _ENCLOSED:
        if 0 <= ord(char) - ord(first) < 26:
            return chr(ord("a" if first == "\u249c" else "A") + ord(char) - ord(first))
    if 0 <= (digit := ord(char) - ord(_OUTLINED_ZERO)) < 10:
        return str(digit)
    return normalize("NFKC", char)
