"""Files of many documents: the one interface that JSON Lines, tables and archives are read through."""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO

from forensics.documents.model import Document, Skipped, UnreadableError
from forensics.documents.streams import LARGEST, Readable
from forensics.settings import ReadSettings

_CHUNK = 1 << 20
_HOPELESS = 1000  # so many records skipped before the first good one: the file is given up


@dataclass(slots=True)
class Reading:
    """What every reader is given: settings, where skipped records go, and the ids that are taken."""

    settings: ReadSettings
    skip: Callable[[Skipped], None]
    metadata: bool | tuple[str, ...] = False
    taken: set[int] = field(default_factory=set)

    def take(self, name: str) -> bool:
        """Say whether `name` is free as an id, and take it. (Hashes are kept, not strings: 1e6 ids fit.)"""
        key = hash(name)
        if key in self.taken:
            return False
        self.taken.add(key)
        return True


class Records(ABC):
    """One file of documents, each of which is found again by its ordinal in the file.

    The stream that the methods are given is the file decompressed; `read` and `copy` may seek in it.
    """

    def __init__(self, name: str, reading: Reading) -> None:
        self.name = name
        self.reading = reading
        self.documents = 0
        self.skipped = 0
        self._by_place: set[int] = set()

    @abstractmethod
    def scan(self, stream: Readable) -> Iterator[tuple[int, Document]]:
        """Yield every document with its ordinal; what gives none goes to `reading.skip`.

        Raises UnreadableError where the rest of the file cannot be read.
        """

    @abstractmethod
    def read(self, stream: IO[bytes], ordinal: int) -> Document:
        """Return the document that `scan` gave with `ordinal`."""

    @abstractmethod
    def copy(self, stream: IO[bytes], ordinals: Iterable[int], out: IO[bytes], first: bool) -> None:
        """Write the records of `ordinals`, with all their fields, to `out`; `first`: a header goes before."""

    def _named(self, own: str, ordinal: int) -> str:
        """Return the id of a new record: `own`, or where that is empty or taken, its place in the file."""
        if own and self.reading.take(own):
            return own
        self._by_place.add(ordinal) if own else None
        name = f"{self.name}:{ordinal + 1}"
        self.reading.take(name)
        return name

    def _named_before(self, own: str, ordinal: int) -> str:
        return own if own and ordinal not in self._by_place else f"{self.name}:{ordinal + 1}"

    def _skip(self, ordinal: int, reason: str, what: str = "line") -> None:
        self.reading.skip(Skipped(f"{self.name}:{ordinal + 1}", f"{what} {ordinal + 1}: {reason}"))
        self.skipped += 1
        if not self.documents and self.skipped >= _HOPELESS:
            raise UnreadableError(
                f"none of the first {_HOPELESS} records is a document; the rest was not read"
            )


def lines(stream: Readable, starts: array[int]) -> Iterator[bytes]:
    """Yield the lines of `stream` without their newline, and append to `starts` where each begins.

    Raises UnreadableError at a line too long to be a record.
    """
    held: list[bytes] = []
    size = position = 0
    while chunk := stream.read(_CHUNK):
        if b"\n" not in chunk:
            held.append(chunk)
            size += len(chunk)
            if size > LARGEST:
                raise UnreadableError(f"line {len(starts) + 1} is longer than {LARGEST >> 20} MB")
            continue
        whole = b"".join([*held, chunk]).split(b"\n")
        held = [whole.pop()]
        size = len(held[0])
        for line in whole:
            starts.append(position)
            position += len(line) + 1
            yield line
    if last := b"".join(held):
        starts.append(position)
        yield last


def line_at(stream: IO[bytes], starts: array[int], ordinal: int) -> bytes:
    """Return the line `ordinal` again, without its newline."""
    stream.seek(starts[ordinal])
    if ordinal + 1 < len(starts):
        return stream.read(starts[ordinal + 1] - starts[ordinal] - 1)
    return stream.readline().removesuffix(b"\n")
