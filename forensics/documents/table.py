"""CSV and TSV: a document a row, the first row naming the fields."""

from __future__ import annotations

import csv
from array import array
from collections.abc import Iterator
from contextlib import suppress
from typing import IO

from forensics.documents.csv_rows import CsvRows
from forensics.documents.model import Document, UnreadableError, Warned
from forensics.documents.records import ByteRecords, Reading, line_at, lines, no_field
from forensics.documents.streams import LARGEST, Peeked, Readable

_SEPARATORS = ",;\t|"
_BEFORE = 100  # lines that may stand before the header: blank ones, comments, Excel's line with the separator


class Table(ByteRecords):
    """Documents in CSV (its separator is found in the first row) or, where `tabs`, in TSV.

    The ordinal of a document is that of the line its row begins in, counted from 0. Quotation in CSV follows
    RFC 4180, strictly: a row that breaks it is skipped and not guessed at. TSV has none: a tab and a line's end always
    part (IANA's text/tab-separated-values), and quotes are characters.
    """

    def __init__(self, name: str, reading: Reading, *, tabs: bool = False) -> None:
        super().__init__(name, reading)
        self._tabs = tabs
        self._separator = "\t" if tabs else ""
        self._starts: array[int] = array("Q")
        self._fields: list[str] = []
        self._undecodable: set[int] = set()
        self._quoted = False  # it has been told that quotes are characters

    def scan(self, stream: Readable) -> Iterator[tuple[int, Document]]:
        """Yield every document with its ordinal."""
        csv.field_size_limit(LARGEST)
        text = self._decoded(lines(_with_newlines(stream), self._starts))
        start = self._head(text)
        rows = self._plain_rows(text) if self._tabs else CsvRows(text, self._separator, len(self._fields))
        for taken, row in rows:
            try:
                if isinstance(row, str):
                    raise UnreadableError(row)
                if row:
                    own, value = self._checked(row, range(start, start + taken))
                    document = Document(self._new_name(own, start), value, self._metadata(row))
                    self.documents += 1
                    yield start, document
            except UnreadableError as error:
                self._skip(start, error.reason)
            start += taken

    def text(self, stream: IO[bytes], ordinal: int) -> str:
        """Return the text of the row that begins in line `ordinal`."""
        row, lines_read = self._row(stream, ordinal)
        return self._checked(row, range(ordinal, ordinal + lines_read))[1]

    def raw(self, stream: IO[bytes], ordinal: int) -> bytes:
        """Return the row as it stands."""
        _, lines_read = self._row(stream, ordinal)
        where = range(ordinal, ordinal + lines_read)
        return b"".join(line_at(stream, self._starts, n) + b"\n" for n in where)

    def _head(self, text: Iterator[str]) -> int:
        """Find the separator and the fields, keep all up to the first row as the header of what is copied.

        Returns how many lines that is.
        """
        wanted = self.reading.settings.text_field
        before, separators = "", self._separator or _SEPARATORS
        first = ""
        for _, line in zip(range(_BEFORE), text, strict=False):
            plain = line.removeprefix("\ufeff").strip()
            if not self._tabs and len(plain) == 5 and plain.lower().startswith("sep="):
                separators = plain[4]
            elif plain and not (plain.startswith("#") and wanted not in _parted(plain, separators)):
                first = line if before else line.removeprefix("\ufeff")
                break
            before += line
        if not first:
            raise UnreadableError("no first row with the names of its fields" if before else "empty")
        quoted = 0 if self._tabs else first.count('"') % 2
        while quoted and (more := next(text, "")):  # a name with a line break in it
            first += more
            quoted = (quoted + more.count('"')) % 2
        self.header = (before + first).encode(self.encoding)
        for separator in separators:
            self._fields = self._names(first, separator)
            if wanted in self._fields:
                self._separator = separator
                return len(self._starts)
        raise no_field(wanted, first.strip().split(self._separator or ","))

    def _names(self, first: str, separator: str) -> list[str]:
        if self._tabs:
            return [name.strip() for name in first.split("\t")]
        with suppress(csv.Error):  # where it is not this separator, the quotes need not fit
            return [name.strip() for name in next(csv.reader(_by_line(first), delimiter=separator))]
        return []

    def _plain_rows(self, text: Iterator[str]) -> Iterator[tuple[int, list[str] | str]]:
        for line in text:
            row = _split(line)
            if not self._quoted and any(len(value) > 1 and value[0] == value[-1] == '"' for value in row):
                self._quoted = True
                told = "its quotes are read as characters (--input-format csv reads them as CSV does)"
                self.reading.warn(Warned(self.name, told))
            yield 1, row

    def _decoded(self, raw: Iterator[bytes]) -> Iterator[str]:
        for number, line in enumerate(raw):
            try:
                yield line.decode(self.encoding) + "\n"
            except UnicodeDecodeError:
                self._undecodable.add(number)
                yield line.decode(self.encoding, "replace") + "\n"

    def _checked(self, row: list[str], where: range) -> tuple[str, str]:
        """Return the row's own id and its text; `where` are the lines that it was read from."""
        settings = self.reading.settings
        if not self._undecodable.isdisjoint(where):
            raise UnreadableError(f"not valid {self.encoding.upper()}")
        if len(row) != len(self._fields):
            raise UnreadableError(f"{len(row)} fields where the first row has {len(self._fields)}")
        text = row[self._fields.index(settings.text_field)]
        if not text or text.isspace():
            raise UnreadableError("no text")
        return row[self._fields.index(settings.id_field)] if settings.id_field in self._fields else "", text

    def _metadata(self, row: list[str]) -> dict[str, str]:
        settings = self.reading.settings
        own = {settings.text_field, settings.id_field}
        return {
            field: value
            for field, value in zip(self._fields, row, strict=True)
            if field not in own and self.wants(field)
        }

    def _row(self, stream: IO[bytes], ordinal: int) -> tuple[list[str], int]:
        """Return the row that begins in line `ordinal` again, and how many lines it takes."""
        rest = (line_at(stream, self._starts, n) for n in range(ordinal, len(self._starts)))
        text = (line.decode(self.encoding) + "\n" for line in rest)
        try:
            if self._tabs:
                return _split(next(text)), 1
            rows = csv.reader(text, delimiter=self._separator, strict=True)
            return next(rows), rows.line_num
        except (StopIteration, csv.Error, UnicodeDecodeError) as error:
            raise UnreadableError(f"row {ordinal + 1} is gone") from error


def _split(line: str) -> list[str]:
    """Return the fields of a line of TSV; none of a blank one."""
    plain = line.removesuffix("\n").removesuffix("\r")
    return plain.split("\t") if plain else []


def _parted(line: str, separators: str) -> list[str]:
    for separator in separators[1:]:
        line = line.replace(separator, separators[0])
    return line.split(separators[0])


def _by_line(text: str) -> list[str]:
    """Return the lines of `text` with their newline: str.splitlines would end lines elsewhere too."""
    return [line + "\n" for line in text.removesuffix("\n").split("\n")]


def _with_newlines(stream: Readable) -> Readable:
    """Return `stream` with newlines for carriage returns where it has no others, as old programs write tables."""
    peeked = Peeked(stream, 1 << 16)
    return _Newlines(peeked) if b"\r" in peeked.head.rstrip(b"\r") and b"\n" not in peeked.head else peeked


class _Newlines:
    def __init__(self, stream: Readable) -> None:
        self._stream = stream

    def read(self, size: int = -1, /) -> bytes:
        return self._stream.read(size).replace(b"\r", b"\n")
