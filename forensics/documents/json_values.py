"""JSON that is not a line a record: pretty-printed objects, arrays of them, and text sequences (RFC 7464)."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterator
from json.decoder import JSONDecodeError
from typing import IO, Any

from forensics.documents.fields import Members, id_and_text, others
from forensics.documents.model import Document, UnreadableError, Warned
from forensics.documents.records import ByteRecords, Reading
from forensics.documents.streams import Readable, bounded

_BETWEEN = re.compile(r"[\s\x1e]*")
_LARGE = "as one JSON document (jq -c '.[]' makes JSON Lines of an array, which are streamed)"


class JsonValues(ByteRecords):
    """Objects one after another, and those in arrays that stand so; the ordinal of one counts them all from 0.

    The file is held as a whole, since a value has no end but its own.
    """

    unit = "object"

    def __init__(self, name: str, reading: Reading) -> None:
        super().__init__(name, reading)
        self._starts: array[int] = array("Q")
        self._ends: array[int] = array("Q")

    def scan(self, stream: Readable) -> Iterator[tuple[int, Document]]:
        """Yield every document with its ordinal."""
        try:
            source = bounded(stream, what=_LARGE).decode(self.encoding)
        except UnicodeDecodeError as error:
            raise UnreadableError(f"not valid {self.encoding.upper()} at byte {error.start}") from error
        settings = self.reading.settings
        passed, place = 0, 0  # code points, and the bytes that they are
        for ordinal, (start, end, record) in enumerate(self._values(source)):
            place += len(source[passed:start].encode(self.encoding))
            self._starts.append(place)
            place += len(source[start:end].encode(self.encoding))
            self._ends.append(place)
            passed = end
            try:
                own, text = self._parsed(record, ordinal)
                rest = others(record, settings.text_field, settings.id_field)
                wanted = {name: value for name, value in rest.items() if self.wants(name)}
                document = Document(self._new_name(own, ordinal), text, wanted)
                self.documents += 1
                yield ordinal, document
            except UnreadableError as error:
                self._skip(ordinal, error.reason)

    def text(self, stream: IO[bytes], ordinal: int) -> str:
        """Return the text of the object `ordinal`."""
        try:
            record = json.loads(self.raw(stream, ordinal), object_pairs_hook=Members)
        except ValueError as error:
            raise UnreadableError("the object is gone") from error
        return self._parsed(record, None)[1]

    def raw(self, stream: IO[bytes], ordinal: int) -> bytes:
        """Return the object as it stands, and a line's end."""
        stream.seek(self._starts[ordinal])
        return stream.read(self._ends[ordinal] - self._starts[ordinal]) + b"\n"

    def _parsed(self, record: object, ordinal: int | None) -> tuple[str, str]:
        settings = self.reading.settings
        if not isinstance(record, Members):
            raise UnreadableError("JSON, but not an object")
        if ordinal is not None and settings.text_field in record.twice:
            self.reading.warn(
                Warned(
                    f"{self.name}:{ordinal + 1}",
                    f"object {ordinal + 1} names '{settings.text_field}' twice: the last was read",
                )
            )
        return id_and_text(record, settings.id_field, settings.text_field)

    def _values(self, source: str) -> Iterator[tuple[int, int, Any]]:
        """Yield each value with where it starts and ends in code points; arrays at the top give their elements.

        Raises UnreadableError where what comes next is no value: nothing says where one would begin again, but in a
        text sequence.
        """
        decoder = json.JSONDecoder(object_pairs_hook=Members)
        at, inside = _BETWEEN.match(source, source.startswith("\ufeff")).end(), False  # type: ignore[union-attr]
        while at < len(source):
            if source[at] == "[" and not inside:
                inside, at = True, _past(source, at + 1)
                if source.startswith("]", at):
                    inside, at = False, _past(source, at + 1)
                continue
            try:
                value, end = decoder.raw_decode(source, at)
            except RecursionError:
                raise UnreadableError("JSON nested too deeply") from None
            except JSONDecodeError as error:
                again = source.find("\x1e", at)
                if again < 0:
                    raise UnreadableError(f"not JSON: {error.msg} (line {error.lineno})") from error
                self._skip(len(self._starts), f"not JSON: {error.msg}")
                at = _past(source, again)
                continue
            yield at, end, value
            at = _past(source, end)
            if inside:
                if source[at : at + 1] not in ("]", ","):
                    what = "ends early" if at == len(source) else "is broken"
                    raise UnreadableError(f"not JSON: an array that {what}")
                inside = source[at] == ","
                at = _past(source, at + 1)


def _past(source: str, at: int) -> int:
    return _BETWEEN.match(source, at).end()  # type: ignore[union-attr]
