"""Parquet: a document a row, read a row group at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from typing import IO, Any

from forensics.documents.model import Document, UnreadableError
from forensics.documents.records import Reading, Records, no_field
from forensics.documents.streams import Readable
from forensics.errors import MissingExtraError, UsageError

_ROWS = 256


class Parquet(Records):
    """Documents in Parquet; the ordinal of one is its row's, counted from 0."""

    seeks = True
    unit = "row"

    def __init__(self, name: str, reading: Reading) -> None:
        super().__init__(name, reading)
        self._columns: list[str] = []
        self.group_starts: list[int] = []
        self._group: tuple[int, Any] = (-1, None)

    def scan(self, stream: Readable) -> Iterator[tuple[int, Document]]:
        """Yield every document with its ordinal."""
        file = _opened(stream)
        settings = self.reading.settings
        there = file.schema_arrow.names
        if settings.text_field not in there:
            raise no_field(settings.text_field, there)
        own = {settings.text_field, settings.id_field}
        self._columns = [name for name in there if name in own or self.wants(name)]
        start = 0
        for group in range(file.num_row_groups):
            self.group_starts.append(start)
            start += file.metadata.row_group(group).num_rows
        for ordinal, row in enumerate(
            _rows(file.iter_batches(_ROWS, columns=self._columns, use_threads=False))
        ):
            try:
                name, text = self._parsed(row)
                document = Document(self._new_name(name, ordinal), text, self._rest(row))
                self.documents += 1
                yield ordinal, document
            except UnreadableError as error:
                self._skip(ordinal, error.reason)

    def text(self, stream: IO[bytes], ordinal: int) -> str:
        """Return the text of the row `ordinal`."""
        group = self.group_of(ordinal)
        if self._group[0] != group:  # rows asked for in order decode each group once
            self._group = (-1, None)
            self._group = group, _opened(stream).read_row_group(group, columns=self._columns)
        return self._parsed(_row(self._group[1], ordinal - self.group_starts[group]))[1]

    @classmethod
    def write(cls, parts: Iterable[tuple[Records, IO[bytes], list[int]]], out: IO[bytes]) -> None:
        """Write the rows of `parts` with all their columns, in row groups as they were."""
        import pyarrow.parquet

        writer, schema = None, None
        with ExitStack() as closing:
            for records, stream, ordinals in parts:
                assert isinstance(records, Parquet)
                file = _opened(stream)
                if writer is None:
                    schema = file.schema_arrow
                    writer = closing.enter_context(pyarrow.parquet.ParquetWriter(out, schema))
                elif not file.schema_arrow.equals(schema):
                    raise UsageError(
                        f"the columns of {records.name} are not those of the first file: one cannot hold both"
                    )
                for group, rows in groupby(ordinals, records.group_of):
                    start = records.group_starts[group]
                    writer.write_table(file.read_row_group(group).take([row - start for row in rows]))

    def group_of(self, ordinal: int) -> int:
        """Return the number of the row group that the row `ordinal` is in."""
        return bisect_right(self.group_starts, ordinal) - 1

    def _parsed(self, row: dict[str, Any] | None) -> tuple[str, str]:
        if row is None:
            raise UnreadableError("not valid UTF-8")
        settings = self.reading.settings
        text, own = row[settings.text_field], row.get(settings.id_field)
        if text is not None and not isinstance(text, str):
            raise UnreadableError(f"the field '{settings.text_field}' is not text")
        if not text or text.isspace():
            raise UnreadableError("no text")
        return str(own) if isinstance(own, str | int) and not isinstance(own, bool) else "", text

    def _rest(self, row: dict[str, Any] | None) -> dict[str, Any]:
        settings = self.reading.settings
        own = {settings.text_field, settings.id_field}
        return {name: value for name, value in (row or {}).items() if name not in own}


def _opened(stream: object) -> Any:  # noqa: ANN401 (pyarrow has no types)
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtraError("reading Parquet", "tables") from error
    try:
        return pyarrow.parquet.ParquetFile(stream, pre_buffer=False)
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
        raise UnreadableError(f"damaged Parquet: {_line(error)}") from error


def _rows(batches: Iterable[Any]) -> Iterator[dict[str, Any] | None]:
    """Yield each row as a mapping; None for one that holds a string that is no UTF-8, as some writers do."""
    import pyarrow

    try:
        for batch in batches:
            try:
                yield from batch.to_pylist()
            except UnicodeDecodeError:
                yield from (_row(batch, n) for n in range(batch.num_rows))
    except (pyarrow.ArrowException, OSError) as error:
        raise UnreadableError(f"damaged Parquet: {_line(error)}") from error


def _row(batch: Any, number: int) -> dict[str, Any] | None:  # noqa: ANN401 (pyarrow has no types)
    try:
        row: dict[str, Any] = batch.slice(number, 1).to_pylist()[0]
    except UnicodeDecodeError:
        return None
    return row


def _line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
