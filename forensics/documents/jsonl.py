"""JSON Lines: one object a line, decoded no further than it is asked for."""

from __future__ import annotations

import codecs
import json
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from io import BytesIO
from itertools import accumulate
from typing import IO, Any

import msgspec

from forensics.documents.fields import Members, id_and_text, others
from forensics.documents.model import NOTHING, Block, Document, UnreadableError, Warned
from forensics.documents.nesting import too_deep
from forensics.documents.records import ByteRecords, Reading, line_at, whole_lines
from forensics.documents.scanning import COMPILED, Scanned, gathered, scanned
from forensics.documents.streams import Readable

_FEW = 1 << 15  # bytes of lines that are decoded one by one where one of them is odd
_NEWLINE = ord("\n")
_SEPARATOR = b"\x1e"  # begins every text of a sequence (RFC 7464), which may be a line each


class JsonLines(ByteRecords):
    """Documents in JSON Lines; the ordinal of one is its line's, counted from 0."""

    def __init__(self, name: str, reading: Reading) -> None:
        super().__init__(name, reading)
        self._starts: array[int] = array("Q")
        self._decode = _decoder(reading.settings.text_field, reading.settings.id_field)
        self._nested_id = "." in reading.settings.id_field  # then all of a record is looked at
        self._key = b'"%b"' % reading.settings.text_field.encode()

    @property
    def _utf8(self) -> bool:
        return self.encoding == "utf-8"

    def scan(self, stream: Readable) -> Iterator[tuple[int, Document]]:
        """Yield every document with its ordinal."""
        for block in self.blocks(stream):
            yield from zip(block.positions, block.documents, strict=True)

    def blocks(self, stream: Readable) -> Iterator[Block]:
        """Yield the documents in blocks, at ordinals for positions."""
        position = 0
        parts = (part for piece in whole_lines(stream, self._starts) for part in self._parts(piece))
        for piece, found in parts:
            first = len(self._starts)
            if found is None:
                lines = BytesIO(piece).readlines()
                self._starts.extend(accumulate(map(len, lines[:-1]), initial=position))
                self._note_lines(piece, first)
                yield from self._one_by_one(lines, first)
            else:
                self._starts.extend([position + start for start in found.line_starts])
                self._note_lines(piece, first)
                ids = self._new_names(found.ids(), first)
                self.documents += len(ids)
                yield Block(ids, found.texts, list(range(first, first + len(ids))))
            position += len(piece)

    def _parts(self, piece: bytes) -> Iterator[tuple[bytes, Scanned | None]]:
        """Yield whole lines with the documents in them; None, a few lines at a time, where one of these is odd."""
        found = None if self.reading.metadata else self._scanned(piece)
        cut = piece.rfind(b"\n", 0, len(piece) // 2) + 1
        if found is not None or self.reading.metadata or not COMPILED or len(piece) <= _FEW or not cut:
            yield piece, found
        else:
            yield from self._parts(piece[:cut])
            yield from self._parts(piece[cut:])

    def _note_lines(self, piece: bytes, first: int) -> None:
        """Remember the lines of `piece`, from the line `first` on, as they are stored."""
        view, base = memoryview(piece), self._starts[first] + 1
        ends = [start - base for start in self._starts[first + 1 :]]
        last = len(piece) - (piece[-1] == _NEWLINE)
        starts = [0, *[end + 1 for end in ends]]
        self._seen.extend([hash(view[a:b]) for a, b in zip(starts, [*ends, last], strict=True)])

    def _scanned(self, lines: bytes) -> Scanned | None:
        """Return the documents of lines that hold one each and give no trouble; else None."""
        settings = self.reading.settings
        plain = self._utf8 and not self._nested_id
        return scanned(lines, settings.text_field, settings.id_field) if plain else None

    def _one_by_one(self, lines: list[bytes], first: int) -> Iterator[Block]:
        for ordinal, whole in enumerate(lines, first):
            line = whole.removesuffix(b"\n")
            try:
                if line and not line.isspace():
                    own, text = self._parsed(line, ordinal)
                    if line.count(self._key) > 1:
                        self._warn_of_two(line, ordinal)
                    rest = self._rest(line) if self.reading.metadata else NOTHING
                    name = self._new_name(own, ordinal)
                    self.documents += 1
                    yield Block([name], [text], [ordinal], [rest])
            except UnreadableError as error:
                self._skip(ordinal, error.reason)

    def text(self, stream: IO[bytes], ordinal: int) -> str:
        """Return the text of the line `ordinal`."""
        return self._parsed(line_at(stream, self._starts, ordinal), ordinal)[1]

    def texts(self, stream: IO[bytes], ordinals: Sequence[int]) -> Sequence[str]:
        """Return the texts of the lines `ordinals`; raises UnreadableError where one is not what it was."""
        lines = self._gathered(stream, ordinals)
        for ordinal, line in zip(ordinals, BytesIO(lines).readlines(), strict=False):
            self._compare(ordinal, line.removesuffix(b"\n"))
        found = self._scanned(lines)
        if found is not None and len(found.texts) == len(ordinals):
            return found.texts
        return [self.text(stream, ordinal) for ordinal in ordinals]

    def _gathered(self, stream: IO[bytes], ordinals: Sequence[int]) -> bytes:
        """Return lines one after the other; none where they cannot be had all at once."""
        last = len(self._starts) - 1
        if last in ordinals:  # nothing says where it ends
            return b"\n".join(line_at(stream, self._starts, ordinal) for ordinal in ordinals)
        starts = array("q", [self._starts[ordinal] for ordinal in ordinals])
        ends = array("q", [self._starts[ordinal + 1] for ordinal in ordinals])
        return gathered(stream, starts, ends)

    def raw(self, stream: IO[bytes], ordinal: int) -> bytes:
        """Return the line as it stands."""
        line = line_at(stream, self._starts, ordinal)
        self._compare(ordinal, line)
        return _unmarked(line, ordinal) + b"\n"

    def _parsed(self, line: bytes, ordinal: int) -> tuple[str, str]:
        """Return a record's own id ('' for none) and its text."""
        line = line.lstrip(_SEPARATOR) if line.startswith(_SEPARATOR) else line
        if too_deep(line):
            raise UnreadableError("JSON nested too deeply")
        own, text = None, None
        if self._decode is not None and not self._nested_id:
            with suppress(msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
                record = self._decode(line if self._utf8 and ordinal else self._text(line, ordinal))
                own, text = record.own, record.text
        if text is None:  # a rare case, or a mistake to be named
            settings = self.reading.settings
            return id_and_text(self._object(line, ordinal), settings.id_field, settings.text_field)
        if not text or text.isspace():
            raise UnreadableError("no text")
        return own if own.__class__ is str else "" if own is None else str(own), text

    def _warn_of_two(self, line: bytes, ordinal: int) -> None:
        """Warn where a line names its text twice."""
        line, name = line.lstrip(_SEPARATOR), self.reading.settings.text_field
        record = json.loads(self._text(line, ordinal), object_pairs_hook=Members)
        if name in record.twice:
            place = f"{self.name}:{ordinal + 1}"
            self.reading.warn(Warned(place, f"line {ordinal + 1} names '{name}' twice: the last was read"))

    def _text(self, line: bytes, ordinal: int) -> bytes | str:
        line = _unmarked(line, ordinal)
        return line if self._utf8 else line.decode(self.encoding)

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
            over_many = " (one value over many lines? --input-format json reads it)"
            hint = over_many if line.strip() in (b"{", b"[") else ""
            raise UnreadableError(f"not JSON: {what}{hint}") from error
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
        settings = self.reading.settings
        try:
            record = self._object(line, 0)
        except UnreadableError:
            return NOTHING
        rest = others(record, settings.text_field, settings.id_field)
        return {name: value for name, value in rest.items() if self.wants(name)}


def _unmarked(line: bytes, ordinal: int) -> bytes:
    """Return `line` without the byte order mark that some programs begin a file with."""
    return line if ordinal else line.removeprefix(codecs.BOM_UTF8)


def _decoder(text_field: str, id_field: str) -> Callable[[bytes | str], Any] | None:
    """Return a decoder of two fields alone, to the attributes `own` and `text`; None for names that need an escape."""
    try:
        record = msgspec.defstruct(
            "Record",
            [("own", str | int | None, None), ("text", str | None, None)],
            rename={"own": id_field, "text": text_field},
            gc=False,
        )
    except ValueError:
        return None
    return msgspec.json.Decoder(record).decode
