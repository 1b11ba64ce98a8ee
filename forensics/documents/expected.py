"""How many documents files are going to give, as far as that is told without reading them: for progress."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from forensics.documents.formats import RECORDS, by_name

_BLOCK = 1 << 20  # bytes read at once
_LINES = (".jsonl", ".ndjson")  # a record a line, where nothing packs them


def expected(paths: Sequence[str]) -> int | None:
    """Return how many documents the files at `paths` hold about, None where nobody knows before they are read.

    Files that are one document each are counted, and lines of JSON Lines; a name is believed.
    """
    total = 0
    for path in paths:
        if path.lower().endswith(_LINES):
            lines = _lines(path)
            if lines is None:
                return None
            total += lines
        elif path == "-" or by_name(path) in RECORDS:
            return None
        else:
            total += 1
    return total


def _lines(path: str) -> int | None:
    if not Path(path).is_file():  # a pipe can be read once
        return None
    count, last = 0, b"\n"
    try:
        with Path(path).open("rb") as file:
            while block := file.read(_BLOCK):
                count += block.count(b"\n")
                last = block[-1:]
    except OSError:  # said when it is read
        return None
    return count + (last != b"\n")
