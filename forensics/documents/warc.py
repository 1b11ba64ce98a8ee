"""WARC: a document a web page, as crawlers keep them."""

from __future__ import annotations

import codecs
from array import array
from collections import Counter
from collections.abc import Iterator
from typing import IO, Any, BinaryIO, cast

from forensics.documents.model import Document, Skipped, UnreadableError, one_line
from forensics.documents.records import ByteRecords, Reading
from forensics.documents.single.extract import text_of
from forensics.documents.streams import LARGEST, Readable
from forensics.errors import MissingExtraError
from forensics.settings import ReadSettings

_KINDS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_END = b"\r\n\r\n"  # what every record closes with


class Warc(ByteRecords):
    """The HTML pages and plain texts in a WARC, or in the WET that was made of one.

    The ordinal of a document is that of its record, counted from 0; its id is the address it was fetched
    from. Records of other kinds are counted in one Skipped, not one each.
    """

    unit = "record"

    def __init__(self, name: str, reading: Reading) -> None:
        super().__init__(name, reading)
        self._starts: array[int] = array("Q")

    def scan(self, stream: Readable) -> Iterator[tuple[int, Document]]:
        """Yield every document with its ordinal."""
        others: Counter[str] = Counter()
        told = _Told(stream)
        held: tuple[int, str, str, dict[str, str]] | None = (
            None  # until it is known that it was not cut short
        )
        for ordinal, record in enumerate(_records(told)):
            if held is not None:
                yield self._document(*held)
                held = None
            self._starts.append(record.stream_pos)
            kind, sort = _kind(record)
            if kind is None:
                others[sort] += 1
                continue
            try:
                held = (ordinal, *self._parsed(record, kind), self._rest(record))
            except UnreadableError as error:
                self._skip(ordinal, error.reason)
        if held is not None:
            if told.last == _END:
                yield self._document(*held)
            else:
                self._skip(held[0], "ends early (truncated?)")
        others.pop("", None)
        if others:
            listed = ", ".join(f"{count} {sort}" for sort, count in sorted(others.items()))
            self.reading.skip(Skipped(self.name, one_line(f"records that are no text: {listed}")))
            self.skipped += 1

    def text(self, stream: IO[bytes], ordinal: int) -> str:
        """Return the text of the record `ordinal`."""
        stream.seek(self._starts[ordinal])
        record = next(_records(_Told(stream)), None)
        kind, _ = _kind(record) if record is not None else (None, "")
        if record is None or kind is None:
            raise UnreadableError("the record is gone")
        return self._parsed(record, kind)[1]

    def raw(self, stream: IO[bytes], ordinal: int) -> bytes:
        """Return the record as it stands, uncompressed."""
        stream.seek(self._starts[ordinal])
        if ordinal + 1 < len(self._starts):
            return stream.read(self._starts[ordinal + 1] - self._starts[ordinal])
        return stream.read()

    def _document(self, ordinal: int, own: str, text: str, rest: dict[str, str]) -> tuple[int, Document]:
        self.documents += 1
        return ordinal, Document(self._new_name(own, ordinal), text, rest)

    def _parsed(self, record: Any, kind: str) -> tuple[str, str]:  # noqa: ANN401 (fastwarc has no types)
        data = record.reader.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise UnreadableError(f"larger than {LARGEST >> 20} MB as one text")
        charset = record.http_charset or ""
        settings = ReadSettings(encoding=charset if _is_bytewise(charset) else self.encoding)
        return record.headers.get("WARC-Target-URI", "").strip("<>"), text_of(kind, data, settings).text

    def _rest(self, record: Any) -> dict[str, str]:  # noqa: ANN401 (fastwarc has no types)
        return {name: value for name, value in record.headers.items() if self.wants(name)}


class _Told:
    """A stream that says how far it has been read, and keeps its last bytes."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._place = 0
        self.last = b""

    def read(self, size: int = -1, /) -> bytes:
        data = self._stream.read(size)
        self._place += len(data)
        self.last = (self.last + data[-4:])[-4:]
        return data

    def tell(self) -> int:
        return self._place


def _kind(record: Any) -> tuple[str | None, str]:  # noqa: ANN401 (fastwarc has no types)
    """Return how the record's text is read (None: it has none) and what sort it is ('': about others)."""
    from fastwarc.warc import WarcRecordType

    if record.record_type in (WarcRecordType.conversion, WarcRecordType.resource):
        sort = record.headers.get("Content-Type", "").split(";")[0].strip().lower()
    elif record.record_type == WarcRecordType.response and record.http_headers is not None:
        sort = (record.http_content_type or "").lower()
    else:
        return None, ""
    return _KINDS.get(sort), sort[:60] or "of unknown type"


def _is_bytewise(charset: str) -> bool:
    try:
        return bool(charset) and "\n".encode(codecs.lookup(charset).name) == b"\n"
    except (LookupError, UnicodeError):
        return False


def _records(stream: _Told) -> Iterator[Any]:
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError as error:
        raise MissingExtraError("reading WARC", "warc") from error
    try:
        yield from ArchiveIterator(cast("BinaryIO", stream), auto_decode="all")
    except (OSError, ValueError) as error:
        raise UnreadableError(f"damaged WARC: {error}") from error
