"""Amounts of memory as people write them."""

from __future__ import annotations

import re

from forensics.errors import UsageError

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?)(?:i?B)?", re.IGNORECASE)
_POWER = {"": 0, "K": 1, "M": 2, "G": 3, "T": 4}


def size_in_bytes(written: str) -> int:
    """Return the bytes that "512M" or "2 GiB" stands for, by powers of 1,024; raises UsageError."""
    if match := _SIZE.fullmatch(written.strip()):
        return int(float(match[1]) * 1024 ** _POWER[match[2].upper()])
    raise UsageError(f"{written!r} is not an amount of memory", "write it as 512M or 2G")
