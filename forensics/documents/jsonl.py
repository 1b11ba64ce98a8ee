"""JSON Lines: one object a line, decoded no further than it is asked for."""

from __future__ import annotations

import codecs
from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

import msgspec

from forensics.documents.model import Document, UnreadableError
from forensics.documents.records import Reading, Records, line_at, lines
from forensics.documents.streams import Readable

_NOTHING: dict[str, Any] = {}
_BOM = codecs.BOM_UTF8


class JsonLines(Records):
    """Documents in JSON Lines; the ordinal of one is its line's, counted from 0."""

    def __init__(self, name: str, reading: Reading) -> None:
        super().__init__(name, reading)
        self._starts: array[int] = array("Q")
        self._wanted = reading.metadata if isinstance(reading.metadata, tuple) else ()
        self._decode = _decoder(reading.settings.text_field, reading.settings.id_field)
        self._encoding = codecs.lookup(reading.settings.encoding).name

    def scan(self, stream: Readable) -> Iterator[tuple[int, Document]]:
        """Yield every document with its ordinal."""
        direct = self._encoding == "utf-8" and not self.reading.metadata
        for ordinal, line in enumerate(lines(stream, self._starts)):
            if direct:
                try:
                    record = self._decode(line)
                except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
                    pass  # what is wrong with it is said below
                else:
                    own, text = record.own, record.text
                    if text and not text.isspace():
                        own = own if own.__class__ is str else "" if own is None else str(own)
                        self.documents += 1
                        yield ordinal, Document(self._named(own, ordinal), text)
                        continue
            try:
                if line and not line.isspace():
                    own, text, rest = self._parsed(line, ordinal)
                    document = Document(self._named(own, ordinal), text, rest)
                    self.documents += 1
                    yield ordinal, document
            except UnreadableError as error:
                self._skip(ordinal, error.reason)

    def read(self, stream: IO[bytes], ordinal: int) -> Document:
        """Return the document of the line `ordinal`."""
        own, text, rest = self._parsed(line_at(stream, self._starts, ordinal), ordinal)
        return Document(self._named_before(own, ordinal), text, rest)

    def copy(self, stream: IO[bytes], ordinals: Iterable[int], out: IO[bytes], first: bool) -> None:  # noqa: ARG002
        """Write the lines as they stand."""
        for ordinal in ordinals:
            line = line_at(stream, self._starts, ordinal)
            out.write((line.removeprefix(_BOM) if ordinal == 0 else line) + b"\n")

    def _parsed(self, line: bytes, ordinal: int) -> tuple[str, str, dict[str, Any]]:
        """Return a record's own id ('' for none), its text and the fields that were asked for."""
        settings = self.reading.settings
        record = _object(line.removeprefix(_BOM) if ordinal == 0 else line, self._encoding)
        text = record.pop(settings.text_field, None)
        if not isinstance(text, str):
            raise UnreadableError(_textless(settings.text_field, text, record))
        if not text or text.isspace():
            raise UnreadableError("no text")
        own = record.get(settings.id_field)
        named = str(own) if isinstance(own, str | int) and not isinstance(own, bool) else ""
        if not self.reading.metadata:
            return named, text, _NOTHING
        if named:
            del record[settings.id_field]
        if self._wanted:
            record = {field: record[field] for field in self._wanted if field in record}
        return named, text, record


def _decoder(text_field: str, id_field: str) -> Callable[[bytes], Any]:
    """Return a decoder of two fields alone, to attributes `own` and `text`."""
    record = msgspec.defstruct(
        "Record",
        [("own", str | int | None, None), ("text", str | None, None)],
        rename={"own": id_field, "text": text_field},
        gc=False,
    )
    return msgspec.json.Decoder(record).decode


def _object(line: bytes, encoding: str) -> dict[str, Any]:
    try:
        record = msgspec.json.decode(line if encoding == "utf-8" else line.decode(encoding))
    except UnicodeDecodeError as error:
        raise UnreadableError(f"not valid {encoding.upper()} at byte {error.start} of a value") from error
    except RecursionError as error:
        raise UnreadableError("JSON nested too deeply") from error
    except msgspec.DecodeError as error:
        raise UnreadableError(f"not JSON: {str(error).removeprefix('JSON is malformed: ')}") from error
    if not isinstance(record, dict):
        raise UnreadableError("JSON, but not an object")
    return record


def _textless(field: str, value: object, record: dict[str, Any]) -> str:
    if value is not None:
        return f"the field '{field}' is not text"
    there = ", ".join(sorted(record)[:12]) or "none"
    return f"no field '{field}' (the fields are: {there}; --text-field chooses one)"
