"""Files of many documents: the one interface that JSON Lines, tables and archives are read through."""

from __future__ import annotations

import codecs
from abc import ABC, abstractmethod
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import IO

from forensics.documents.model import Block, Document, Skipped, UnreadableError, Warned
from forensics.documents.names import Names
from forensics.documents.streams import LARGEST, Readable
from forensics.errors import UsageError
from forensics.settings import ReadSettings

_CHUNK = 1 << 20
_HOPELESS = 1000  # so many records skipped before the first good one: the file is given up


@dataclass(slots=True)
class Reading:
    """What every reader is given: settings, where skipped records go, which fields travel along."""

    settings: ReadSettings
    skip: Callable[[Skipped], None]
    warn: Callable[[Warned], None]
    metadata: bool | tuple[str, ...]
    names: Names


class Records(ABC):
    """One file of documents, each of which is found again by its ordinal in the file.

    The stream that the methods are given is the file decompressed; `text`, `texts` and `raw` may seek in it.
    """

    seeks = False
    """Whether `scan` too must be able to seek."""

    mends = False
    """Whether it sees for itself where compressed data was damaged, so that what comes after can be read."""

    unit = "line"
    """What an ordinal counts."""

    def __init__(self, name: str, reading: Reading) -> None:
        self.name = name
        self.reading = reading
        self.documents = 0
        self.skipped = 0
        self._seen: array[int] = array("q")

    @abstractmethod
    def scan(self, stream: Readable) -> Iterator[tuple[int, Document]]:
        """Yield every document with its ordinal; what gives none goes to `reading.skip`.

        Raises UnreadableError where the rest of the file cannot be read.
        """

    @abstractmethod
    def text(self, stream: IO[bytes], ordinal: int) -> str:
        """Return the text of the document that `scan` gave with `ordinal`."""

    def blocks(self, stream: Readable) -> Iterator[Block]:
        """Yield what `scan` does in blocks, at ordinals for positions."""
        for ordinal, document in self.scan(stream):
            self._note(ordinal, document.text)
            yield Block([document.id], [document.text], [ordinal], [document.metadata])

    def texts(self, stream: IO[bytes], ordinals: Sequence[int]) -> Sequence[str]:
        """Return the texts of the documents that `scan` gave with `ordinals`.

        Raises UnreadableError where one is no longer what it was.
        """
        texts = [self.text(stream, ordinal) for ordinal in ordinals]
        for ordinal, text in zip(ordinals, texts, strict=True):
            self._compare(ordinal, text)
        return texts

    @classmethod
    @abstractmethod
    def write(cls, parts: Iterable[tuple[Records, IO[bytes], list[int]]], out: IO[bytes]) -> None:
        """Write the records of `parts` (a file, its stream, the ordinals wanted) to `out`, with all fields.

        Raises UsageError where one output cannot hold the records of two files.
        """

    def wants(self, field: str) -> bool:
        """Say whether the field travels along in the documents' metadata."""
        metadata = self.reading.metadata
        return metadata if isinstance(metadata, bool) else field in metadata

    @cached_property
    def encoding(self) -> str:
        """The encoding of the records' bytes; "utf-8" where they are read as that (see wide.AsUtf8)."""
        name = codecs.lookup(self.reading.settings.encoding).name
        return "utf-8" if name == "utf-8-sig" else name

    def _note(self, ordinal: int, content: str | bytes) -> None:
        """Remember a hash of a record's content; ordinals come in ascending order."""
        if missing := ordinal - len(self._seen):
            self._seen.extend([0] * missing)
        self._seen.append(hash(content))

    def _compare(self, ordinal: int, content: str | bytes) -> None:
        """Raise UnreadableError where a record's content is not what was noted."""
        if self._seen[ordinal] != hash(content):
            raise UnreadableError(f"{self.unit} {ordinal + 1} is not what it was")

    def _new_name(self, own: str, ordinal: int) -> str:
        """Return the id of a new record: `own`, or where that is empty or taken, its place in the file."""
        if own and self.reading.names.take(own):
            return own
        name = f"{self.name}:{ordinal + 1}"
        while not self.reading.names.take(name):  # another record has this very place for an id
            name += "'"
        return name

    def _new_names(self, own: list[str], first: int) -> list[str]:
        """Return the ids of new records, the first of which has the ordinal `first`."""
        if self.reading.names.take_all(own):
            return own
        return [self._new_name(name, ordinal) for ordinal, name in enumerate(own, first)]

    def _skip(self, ordinal: int, reason: str) -> None:
        self.reading.skip(Skipped(f"{self.name}:{ordinal + 1}", f"{self.unit} {ordinal + 1}: {reason}"))
        self.skipped += 1
        if not self.documents and self.skipped >= _HOPELESS:
            raise UnreadableError(
                f"none of the first {_HOPELESS} records is a document; the rest was not read"
            )


class ByteRecords(Records):
    """Records that are stretches of bytes, to be copied as they stand, perhaps under a header."""

    def __init__(self, name: str, reading: Reading) -> None:
        super().__init__(name, reading)
        self.header = b""

    @abstractmethod
    def raw(self, stream: IO[bytes], ordinal: int) -> bytes:
        """Return the record of `ordinal` as it is stored, with all its fields."""

    @classmethod
    def write(cls, parts: Iterable[tuple[Records, IO[bytes], list[int]]], out: IO[bytes]) -> None:
        """Write the records of `parts` (a file, its stream, the ordinals wanted) to `out`, under one header.

        Raises UsageError where two files have different headers.
        """
        header: bytes | None = None
        for records, stream, ordinals in parts:
            assert isinstance(records, ByteRecords)
            if header is None:
                header = records.header
                out.write(header)
            elif records.header != header:
                raise UsageError(
                    f"the fields of {records.name} are not those of the first file: one cannot hold both"
                )
            for ordinal in ordinals:
                out.write(records.raw(stream, ordinal))


def no_field(wanted: str, fields: Iterable[str]) -> UnreadableError:
    """Return the error for records without the field that holds the text."""
    shown = [field[:40] for field in fields]
    there = ", ".join([*shown[:12], *(["..."] if len(shown) > 12 else [])]) or "none"
    return UnreadableError(f"no field '{wanted}' (the fields are: {there}; --text-field chooses one)")


def whole_lines(stream: Readable, starts: array[int]) -> Iterator[bytes]:
    """Yield `stream` in pieces that end where a line does; `starts` is to hold where those so far begin.

    Raises UnreadableError at a line too long to be a record.
    """
    held: list[bytes] = []
    size = 0
    while chunk := stream.read(_CHUNK):
        end = chunk.rfind(b"\n") + 1
        if not end:
            held.append(chunk)
            size += len(chunk)
            if size > LARGEST:
                raise UnreadableError(f"line {len(starts) + 1} is longer than {LARGEST >> 20} MB")
            continue
        whole = b"".join([*held, memoryview(chunk)[:end]])
        held, size = [chunk[end:]], len(chunk) - end
        yield whole
    if last := b"".join(held):
        yield last


def lines(stream: Readable, starts: array[int]) -> Iterator[bytes]:
    """Yield the lines of `stream` without their newline, and append to `starts` where each begins.

    Raises UnreadableError as `whole_lines` does.
    """
    position = 0
    for piece in whole_lines(stream, starts):
        for line in BytesIO(piece).readlines():  # several times as quick as split
            starts.append(position)
            position += len(line)
            yield line.removesuffix(b"\n")


def line_at(stream: IO[bytes], starts: array[int], ordinal: int) -> bytes:
    """Return the line `ordinal` again, without its newline; `stream` has no buffer that would be filled."""
    start = starts[ordinal]
    stream.seek(start)
    if ordinal + 1 < len(starts):
        return stream.read(starts[ordinal + 1] - start - 1)
    return stream.read().partition(b"\n")[0]  # after it comes what a damaged file broke off with
