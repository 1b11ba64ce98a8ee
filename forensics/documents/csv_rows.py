"""Rows of CSV, read strictly; a quotation that never ends costs its own row and no other."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator

_LOOKED_AT = 100  # lines that tell whether a quotation swallowed rows
_LEAST = 3  # fewer lines may be a text that happens to have as many separators
_ROWS = 0.9  # of them have as many fields as the first row
STRAY = "a quotation that does not end; the lines after it are read as rows of their own"


class CsvRows:
    """The rows in `lines`, each with its newline, that stand after the header; `columns` is how many fields it has.

    Iterating gives, for each row, how many lines it took, and its fields or what is wrong with it.
    """

    def __init__(self, lines: Iterator[str], separator: str, columns: int) -> None:
        self._lines = lines
        self._separator = separator
        self._columns = columns
        self._again: deque[str] = deque()  # lines that a stray quotation swallowed
        self._taken: list[str] = []  # lines of the row that is being read

    def __iter__(self) -> Iterator[tuple[int, list[str] | str]]:
        rows = self._reader()
        while True:
            self._taken.clear()
            try:
                row = next(rows, None)
                if row is None:
                    return
                yield len(self._taken), row
            except csv.Error as error:
                swallowed = self._taken[1:]
                if self._are_rows(swallowed):
                    self._again.extendleft(reversed(swallowed))
                    yield 1, STRAY
                else:
                    yield len(self._taken), f"not CSV: {error}".replace("\t", "\\t")
                rows = self._reader()

    def _reader(self) -> Iterator[list[str]]:
        return csv.reader(self._next_lines(), delimiter=self._separator, strict=True)

    def _next_lines(self) -> Iterator[str]:
        while True:
            line = self._again.popleft() if self._again else next(self._lines, None)
            if line is None:
                return
            self._taken.append(line)
            yield line

    def _are_rows(self, lines: list[str]) -> bool:
        """Say whether lines inside a quotation are rows, each for itself: then no text was meant to hold them."""
        looked = [line for line in lines[:_LOOKED_AT] if line.strip()]
        if self._columns < 2 or len(looked) < _LEAST:
            return False
        return sum(self._is_row(line) for line in looked) >= _ROWS * len(looked)

    def _is_row(self, line: str) -> bool:
        try:
            return len(next(csv.reader([line], delimiter=self._separator), ())) == self._columns
        except csv.Error:
            return False
