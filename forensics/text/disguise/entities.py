"""Letters written as entities of HTML in what is no HTML."""

from __future__ import annotations

import re
from html import unescape

from forensics.text.disguise.characters import INVISIBLE
from forensics.text.disguise.pinned import pinned
from forensics.text.disguise.step import Seen

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_HIDDEN = re.compile(f"[{INVISIBLE}]")
TOLD_FROM = 3  # of plain letters and of what is invisible; chosen: nobody writes such by accident


def entities(text: str) -> list[Seen]:
    """Read entities that stand for letters or for nothing; those of accented letters are told nowhere."""
    seen = Seen("entity")
    for m in _ENTITY.finditer(text):
        char = pinned(unescape(m.group()))
        hidden = _HIDDEN.match(char)
        if len(char) == 1 and (char.isalpha() or hidden):
            seen.changes.append((*m.span(), char))
            if char.isascii() or hidden:
                seen.told.append(m.span())
    if len(seen.told) < TOLD_FROM:
        seen.told = []
    return [seen] if seen.changes else []
