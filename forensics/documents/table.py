"""CSV and TSV: a document a row, the first row naming the fields."""

from __future__ import annotations

import csv
from array import array
from collections.abc import Iterator
from contextlib import suppress
from typing import IO

from forensics.documents.model import Document, UnreadableError
from forensics.documents.records import ByteRecords, Reading, line_at, lines, no_field
from forensics.documents.streams import LARGEST, Readable

_SEPARATORS = ",;\t|"


class Table(ByteRecords):
    """Documents in CSV (`separator` ''; it is found in the first row) or TSV.

    The ordinal of a document is that of the line its row begins in, counted from 0. Quotation follows
    RFC 4180, strictly: a row that breaks it is skipped and not guessed at.
    """

    def __init__(self, name: str, reading: Reading, separator: str = "") -> None:
        super().__init__(name, reading)
        self._separator = separator
        self._starts: array[int] = array("Q")
        self._fields: list[str] = []
        self._undecodable: set[int] = set()

    def scan(self, stream: Readable) -> Iterator[tuple[int, Document]]:
        """Yield every document with its ordinal."""
        csv.field_size_limit(LARGEST)
        text = self._decoded(lines(stream, self._starts))
        self._head(text)
        begin = len(self._starts)
        rows = csv.reader(text, delimiter=self._separator, strict=True)
        while True:
            start = begin + rows.line_num
            try:
                row = next(rows, None)
                if row is None:
                    return
                if row:
                    own, value = self._checked(row, range(start, begin + rows.line_num))
                    document = Document(self._new_name(own, start), value, self._metadata(row))
                    self.documents += 1
                    yield start, document
            except csv.Error as error:
                kind = "TSV" if self._separator == "\t" else "CSV"
                told = str(error).replace("\t", "\\t")  # the separator that was missed
                self._skip(start, f"not {kind}: {told}")
            except UnreadableError as error:
                self._skip(start, error.reason)

    def text(self, stream: IO[bytes], ordinal: int) -> str:
        """Return the text of the row that begins in line `ordinal`."""
        row, lines_read = self._row(stream, ordinal)
        return self._checked(row, range(ordinal, ordinal + lines_read))[1]

    def raw(self, stream: IO[bytes], ordinal: int) -> bytes:
        """Return the row as it stands."""
        _, lines_read = self._row(stream, ordinal)
        where = range(ordinal, ordinal + lines_read)
        return b"".join(line_at(stream, self._starts, n) + b"\n" for n in where)

    def _head(self, text: Iterator[str]) -> None:
        """Find the separator and the fields in the first row, and keep it as the header of what is copied."""
        wanted = self.reading.settings.text_field
        first = next(text, "")
        first = first.removeprefix("\ufeff")
        if not first.strip():
            raise UnreadableError("no first row with the names of its fields" if first else "empty")
        quoted = first.count('"') % 2
        while quoted and (more := next(text, "")):  # a name with a line break in it
            first += more
            quoted = (quoted + more.count('"')) % 2
        self.header = first.encode(self.encoding)
        for separator in self._separator or _SEPARATORS:
            with suppress(csv.Error):  # where it is not this separator, the quotes need not fit
                self._fields = next(csv.reader(_by_line(first), delimiter=separator, strict=True))
                if wanted in self._fields:
                    self._separator = separator
                    return
        raise no_field(wanted, first.strip().split(self._separator or ","))

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
        rows = csv.reader(
            (line.decode(self.encoding) + "\n" for line in rest), delimiter=self._separator, strict=True
        )
        try:
            return next(rows), rows.line_num
        except (StopIteration, csv.Error, UnicodeDecodeError) as error:
            raise UnreadableError(f"row {ordinal + 1} is gone") from error


def _by_line(text: str) -> list[str]:
    """Return the lines of `text` with their newline: str.splitlines would end lines elsewhere too."""
    return [line + "\n" for line in text.removesuffix("\n").split("\n")]
