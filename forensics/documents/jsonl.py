"""JSON Lines: one object a line, decoded no further than it is asked for."""

from __future__ import annotations

import codecs
import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate
from typing import IO, Any

import msgspec

from forensics.documents.model import NOTHING, Block, Document, UnreadableError
from forensics.documents.records import ByteRecords, Reading, line_at, no_field, runs_of_lines
from forensics.documents.streams import Readable


class JsonLines(ByteRecords):
    """Documents in JSON Lines; the ordinal of one is its line's, counted from 0."""

    def __init__(self, name: str, reading: Reading) -> None:
        super().__init__(name, reading)
        self._starts: array[int] = array("Q")
        settings = reading.settings
        self._decode = _decoder(text=settings.text_field, own=settings.id_field)
        self._decode_text = _decoder(text=settings.text_field)
        self._utf8 = self.encoding == "utf-8"

    def scan(self, stream: Readable) -> Iterator[tuple[int, Document]]:
        """Yield every document with its ordinal."""
        for block in self.blocks(stream):
            yield from zip(block.positions, block.documents, strict=True)

    def blocks(self, stream: Readable) -> Iterator[Block]:
        """Yield the documents in blocks, at ordinals for positions."""
        position = ordinal = 0
        for run in runs_of_lines(stream):
            self._starts.extend(accumulate(map(len, run[:-1]), initial=position))
            position = self._starts[-1] + len(run[-1])
            block = None if self.reading.metadata else self._at_once(run, ordinal)
            if block is None:
                yield from self._one_by_one(run, ordinal)
            else:
                self.documents += len(block.ids)
                yield block
            ordinal += len(run)

    def _at_once(self, run: list[bytes], first: int) -> Block | None:
        """Return the documents of lines that hold one each and give no trouble; else None."""
        if not self._utf8:
            return None
        try:
            records = list(map(self._decode, run))
        except (msgspec.MsgspecError, RecursionError):
            return None
        texts = [record.text for record in records]
        if not all(texts) or any(map(str.isspace, texts)):
            return None
        own = [_own(record) for record in records]
        return Block(self._new_names(own, first), texts, list(range(first, first + len(run))))

    def _one_by_one(self, run: list[bytes], first: int) -> Iterator[Block]:
        for ordinal, whole in enumerate(run, first):
            line = whole.removesuffix(b"\n")
            try:
                if line and not line.isspace():
                    own, text = self._parsed(line, ordinal)
                    rest = self._rest(line) if self.reading.metadata else NOTHING
                    name = self._new_name(own, ordinal)
                    self.documents += 1
                    yield Block([name], [text], [ordinal], [rest])
            except UnreadableError as error:
                self._skip(ordinal, error.reason)

    def read(self, stream: IO[bytes], ordinal: int) -> Document:
        """Return the document of the line `ordinal`."""
        line = line_at(stream, self._starts, ordinal)
        own, text = self._parsed(line, ordinal)
        return Document(
            self._old_name(own, ordinal), text, self._rest(line) if self.reading.metadata else NOTHING
        )

    def texts(self, stream: IO[bytes], ordinals: Iterable[int]) -> list[str]:
        """Return the texts of the lines `ordinals`."""
        found = []
        for ordinal in ordinals:
            line = line_at(stream, self._starts, ordinal)
            try:
                text = self._decode_text(line).text if self._utf8 else None
            except (msgspec.MsgspecError, RecursionError):
                text = None
            found.append(text or self._parsed(line, ordinal)[1])
        return found

    def raw(self, stream: IO[bytes], ordinal: int) -> bytes:
        """Return the line as it stands."""
        line = line_at(stream, self._starts, ordinal)
        return _unmarked(line, ordinal) + b"\n"

    def _parsed(self, line: bytes, ordinal: int) -> tuple[str, str]:
        """Return a record's own id ('' for none) and its text."""
        try:
            record = self._decode(line if self._utf8 and ordinal else self._text(line, ordinal))
            own, text = _own(record), record.text
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            own, text = "", None
        if text is None:  # a rare case, or a mistake to be named
            own, text = self._named(self._object(line, ordinal))
        if not text or text.isspace():
            raise UnreadableError("no text")
        return own, text

    def _text(self, line: bytes, ordinal: int) -> bytes | str:
        line = _unmarked(line, ordinal)
        return line if self._utf8 else line.decode(self.encoding)

    def _named(self, record: dict[str, Any]) -> tuple[str, str]:
        settings = self.reading.settings
        own, text = record.get(settings.id_field), record.get(settings.text_field)
        if text is None and settings.text_field in record:
            raise UnreadableError(f"the field '{settings.text_field}' is null")
        if text is None:
            raise no_field(settings.text_field, record)
        if not isinstance(text, str):
            raise UnreadableError(f"the field '{settings.text_field}' is not text")
        named = str(own) if isinstance(own, str | int) and not isinstance(own, bool) else ""
        try:
            (named + text).encode()
        except UnicodeEncodeError:
            raise UnreadableError("half a surrogate pair, which is no character") from None
        return named, text

    def _object(self, line: bytes, ordinal: int) -> dict[str, Any]:
        try:
            record = msgspec.json.decode(self._text(line, ordinal))
        except UnicodeDecodeError as error:
            raise UnreadableError(f"not valid {self.encoding.upper()}") from error
        except RecursionError as error:
            raise UnreadableError("JSON nested too deeply") from error
        except msgspec.DecodeError as error:
            record = self._lenient(line, ordinal)
            if record is not None:
                return record
            what = (
                str(error)
                .removeprefix("JSON is malformed: ")
                .replace("Input data was truncated", "it ends early")
            )
            raise UnreadableError(f"not JSON: {what}") from error
        if not isinstance(record, dict):
            raise UnreadableError("JSON, but not an object")
        return record

    def _lenient(self, line: bytes, ordinal: int) -> dict[str, Any] | None:
        """Return an object with NaN, Infinity or half a surrogate pair, as Python writes them; else None."""
        try:
            record = json.loads(self._text(line, ordinal))
        except (ValueError, RecursionError):
            return None
        return record if isinstance(record, dict) else None

    def _rest(self, line: bytes) -> Mapping[str, Any]:
        """Return the fields that travel along; none where one of them, but not the text, is damaged."""
        own = {self.reading.settings.text_field, self.reading.settings.id_field}
        try:
            record = self._object(line, 0)
        except UnreadableError:
            return NOTHING
        return {field: value for field, value in record.items() if field not in own and self.wants(field)}


def _unmarked(line: bytes, ordinal: int) -> bytes:
    """Return `line` without the byte order mark that some programs begin a file with."""
    return line if ordinal else line.removeprefix(codecs.BOM_UTF8)


def _decoder(**fields: str) -> Callable[[bytes | str], Any]:
    """Return a decoder of the named fields alone, to the attributes `text` and `own`."""
    types = {"text": str | None, "own": str | int | None}
    record = msgspec.defstruct(
        "Record", [(name, types[name], None) for name in fields], rename=fields, gc=False
    )
    return msgspec.json.Decoder(record).decode


def _own(record: Any) -> str:  # noqa: ANN401 (a struct made for its fields)
    """Return a record's own id, '' for none."""
    own = record.own
    return own if own.__class__ is str else "" if own is None else str(own)
