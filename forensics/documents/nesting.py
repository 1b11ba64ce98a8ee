"""How deep JSON may be nested: as deep for every Python, whose parsers stop at depths of their own."""

from __future__ import annotations

import re

DEEPEST = 500  # chosen: half of what the parser of the oldest Python takes, and more than anybody writes
_PART = re.compile(rb'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.S)


def too_deep(data: bytes) -> bool:
    """Tell whether the JSON in `data` is nested deeper than DEEPEST. Takes linear time."""
    if data.count(b"{") + data.count(b"[") <= DEEPEST:
        return False
    depth = 0
    for part in _PART.finditer(data):
        sign = part.group()
        depth += (sign in b"[{") - (sign in b"]}")
        if depth > DEEPEST:
            return True
    return False
