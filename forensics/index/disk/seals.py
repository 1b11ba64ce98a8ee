"""Checksums of rows: a database that reads well may still hold a bit that nobody wrote."""

from __future__ import annotations

from zlib import crc32

Value = str | bytes | int | None


def seal(*values: Value) -> int:
    """Return the CRC-32 of some values of a row; no two ways to part the same bytes share one."""
    checked = 0
    for value in values:
        data = _bytes(value)
        checked = crc32(data, crc32(f"{len(data)}:".encode(), checked))
    return checked


def _bytes(value: Value) -> bytes:
    if isinstance(value, bytes):
        return value
    return b"\0" if value is None else str(value).encode("utf-8", "surrogatepass")
