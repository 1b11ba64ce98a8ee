"""JSON Lines scanned for texts and ids alone, by compiled code where it was built."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import IO

from forensics.documents.strings import Strings

try:
    from forensics.documents import _jsonl
except ImportError:  # built without a compiler: every line is decoded
    _jsonl = None  # type: ignore[assignment]

COMPILED = _jsonl is not None
"""Whether lines are scanned by compiled code."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """The documents of some lines: their texts, where each line begins and where its id stands."""

    texts: Strings
    line_starts: array[int]
    own_starts: array[int]
    own_ends: array[int]

    def ids(self) -> list[str]:
        """Return the documents' own ids, empty for none."""
        data = self.texts.data
        return [data[a:b].decode() for a, b in zip(self.own_starts, self.own_ends, strict=True)]


def gathered(stream: IO[bytes], starts: array[int], ends: array[int]) -> bytes:
    """Return stretches of `stream` one after the other: lines with the newlines that end them."""
    if hasattr(_jsonl, "gather"):
        return _jsonl.gather(stream.fileno(), starts, ends)
    found = []
    for start, end in zip(starts, ends, strict=True):
        stream.seek(start)
        found.append(stream.read(end - start))
    return b"".join(found)


def scanned(lines: bytes, text_field: str, id_field: str) -> Scanned | None:
    """Return the documents of `lines` in UTF-8; None where one of them is not, without any doubt, a document."""
    columns = _jsonl.scan(lines, text_field, id_field) if _jsonl is not None else None
    if columns is None:
        return None
    line_starts, starts, ends, chars, own_starts, own_ends = (array("q", column) for column in columns)
    return Scanned(Strings(lines, starts, ends, chars), line_starts, own_starts, own_ends)
