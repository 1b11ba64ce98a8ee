"""Hostile characters made visible, so that text from anywhere can be shown anywhere."""

from __future__ import annotations

import re

# C0 and C1 controls and DEL drive terminals; bidirectional controls reorder what a reader sees; the line and
# paragraph separators break lines; surrogates cannot be encoded.
_HOSTILE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def visible(text: str, keep: str = "") -> str:
    """Return `text` with every character that could act on a terminal shown as its code, except those in `keep`.

    Controls become their picture (ESC is ␛); any other becomes a backslash, a u and four hexadecimal digits.
    """
    return _HOSTILE.sub(lambda m: m.group() if m.group() in keep else _picture(m.group()), text)


def _picture(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"\\u{code:04x}"
