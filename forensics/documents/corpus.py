"""All documents that a command is given: read once in a stable order, and again where they are asked for."""

from __future__ import annotations

import codecs
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from typing import IO

from forensics.documents import files, formats, streams
from forensics.documents.jsonl import JsonLines
from forensics.documents.model import Document, Input, Skipped, UnreadableError
from forensics.documents.opening import About, contents, regular
from forensics.documents.records import Reading, Records
from forensics.documents.whole import text_of
from forensics.errors import InputError, MissingExtraError, UsageError
from forensics.settings import ReadSettings

_SHIFT = 40  # a position is: number of the file << 40 | ordinal of the record in it
_OPEN = 16  # files kept open between two records that are read again


@dataclass(frozen=True, slots=True)
class Block:
    """Some documents in order, and where each is found again (see Corpus.read)."""

    documents: list[Document]
    positions: list[int]


class Corpus:
    """The documents of `paths`: files, folders and '-', in the order given, folders in sorted order.

    `metadata`: whether documents carry the other fields of their records, all or those named. Iterating
    may be repeated; `inputs`, `skipped` and `documents` are complete once an iteration has ended. Not for
    use by two threads at once. Raises InputError for paths that are not there and folders without files,
    UsageError for settings that cannot be, MissingExtraError where a file that was named itself needs a
    reader that is not installed.
    """

    def __init__(
        self, paths: Sequence[str], settings: ReadSettings, *, metadata: bool | tuple[str, ...] = False
    ) -> None:
        _check(settings)
        self.settings = settings
        self._metadata = metadata
        self._passed_over: list[Skipped] = []
        self._paths, self._named = files.expand(paths, self._passed_over.append)
        self._piped: dict[int, IO[bytes]] = {}
        self._begin()

    def __iter__(self) -> Iterator[Document]:
        """Yield every document."""
        return (document for _, document in self._scan())

    def blocks(self, chars: int = 2 << 20) -> Iterator[Block]:
        """Yield the documents in blocks of about `chars` code points, with their positions."""
        block, size = Block([], []), 0
        for position, document in self._scan():
            block.documents.append(document)
            block.positions.append(position)
            size += len(document.text)
            if size >= chars:
                yield block
                block, size = Block([], []), 0
        if block.documents:
            yield block

    def read(self, positions: Iterable[int]) -> Iterator[Document]:
        """Yield the documents at `positions` again, in that order.

        Raises InputError where a file is no longer what it was.
        """
        for position in positions:
            index, ordinal = position >> _SHIFT, position & ((1 << _SHIFT) - 1)
            records = self._records.get(index)
            try:
                document = (
                    self._again(index) if records is None else records.read(self.stream(index), ordinal)
                )
            except (UnreadableError, OSError) as error:
                raise self._changed(index) from error
            yield document

    @property
    def documents(self) -> int:
        """How many documents have been read."""
        return sum(self._counts)

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The files that gave documents."""
        return tuple(
            Input(
                self.name(index), self._digests[32 * n : 32 * n + 32].hex(), self._chars[n], self._counts[n]
            )
            for n, index in enumerate(self._read)
        )

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What gave no document, and why."""
        return (*self._passed_over, *self._skipped)

    def require_documents(self) -> None:
        """Raise InputError where the iteration that has ended found no document at all."""
        if not self.documents:
            few = [f"{skipped.id}: {skipped.reason}" for skipped in self.skipped[:3]]
            more = f"; and {len(self.skipped) - 3} more" if len(self.skipped) > 3 else ""
            raise InputError(f"no document could be read: {'; '.join(few)}{more}")

    def name(self, index: int) -> str:
        """Return the id of file number `index`."""
        return files.shown(self._paths[index])

    def stream(self, index: int) -> IO[bytes]:
        """Return file number `index` decompressed, open for seeking; raises InputError where it changed."""
        if index not in self._open:
            while len(self._open) >= _OPEN:
                self._open.pop(next(iter(self._open))).close()
            file, about = self._file(index)
            if about != self._about(index):
                raise self._changed(index)
            self._open[index] = _seekable(file)
        return self._open[index]

    def _begin(self) -> None:
        self._skipped: list[Skipped] = []
        self._records: dict[int, Records] = {}
        self._open: dict[int, IO[bytes]] = {}
        self._read, self._chars, self._counts = array("Q"), array("Q"), array("Q")
        self._digests = bytearray()
        self._abouts = array("q")
        # A record never takes the name of a file, wherever either stands.
        taken = {hash(self.name(index)) for index in range(len(self._paths))}
        self._reading = Reading(self.settings, self._skipped.append, self._metadata, taken)

    def _scan(self) -> Iterator[tuple[int, Document]]:
        self._begin()
        for index, path in enumerate(self._paths):
            self._abouts.extend((-1, -1))
            try:
                kind = self._kind(path)
                if kind == "text" and path != files.STDIN:
                    yield self._short_way(index, path)
                else:
                    yield from self._long_way(index, kind)
            except UnreadableError as error:
                self._skip(index, error.reason)
            except OSError as error:
                self._skip(index, f"cannot be read: {error.strerror or error}")
            except MissingExtraError as error:
                if path in self._named:
                    raise
                self._skip(index, f"{error.message}: {error.hint}")
        del self._reading.taken

    def _short_way(self, index: int, path: str) -> tuple[int, Document]:
        """Read a file that is plain text by its name, of which a folder may hold very many."""
        data, self._abouts[-2:] = _contents_and_about(path)
        if streams.is_compressed(data):
            return next(self._long_way(index, "text"))
        document = Document(self.name(index), text_of("text", data, self.settings))
        self._count(index, sha256(data).digest(), len(document.text), 1)
        return index << _SHIFT, document

    def _long_way(self, index: int, kind: str | None) -> Iterator[tuple[int, Document]]:
        file, about = self._file(index)
        with closing(file):
            self._abouts[-2:] = array("q", about)
            kind, head = _sniffed(file, kind)
            hashed = streams.Hashed(file)
            stream = streams.decompressed(hashed, head)
            if kind not in formats.RECORDS:
                with streams.broken():
                    data = streams.bounded(stream)
                document = Document(self.name(index), text_of(kind, data, self.settings))
                self._count(index, hashed.digest(), len(document.text), 1)
                yield index << _SHIFT, document
                return
            records = self._records[index] = _records(kind, self.name(index), self._reading)
            chars = 0
            try:
                with streams.broken():
                    for ordinal, document in records.scan(stream):
                        chars += len(document.text)
                        yield index << _SHIFT | ordinal, document
            except UnreadableError as error:
                after = f"; {records.documents} documents before it were read" if records.documents else ""
                raise UnreadableError(error.reason + after) from error
            finally:
                if records.documents:
                    self._count(index, hashed.digest(), chars, records.documents)
            if not records.documents and not records.skipped:
                raise UnreadableError("empty")

    def _again(self, index: int) -> Document:
        kind = self._kind(self._paths[index])
        file = self.stream(index)
        if kind is None:
            kind, _ = _sniffed(file, kind)
        file.seek(0)
        return Document(self.name(index), text_of(kind, file.read(), self.settings))

    def _file(self, index: int) -> tuple[IO[bytes], About]:
        """Return the bytes of file number `index` as stored; what comes through a pipe is kept for this."""
        path = self._paths[index]
        if not files.is_pipe(path):
            return regular(path)
        if index not in self._piped:
            self._piped[index] = streams.standard_input() if path == files.STDIN else streams.piped(path)
        return streams.another(self._piped[index]), (0, 0)

    def _kind(self, path: str) -> str | None:
        return formats.by_name(path) if self.settings.input_format == "auto" else self.settings.input_format

    def _about(self, index: int) -> About:
        return self._abouts[2 * index], self._abouts[2 * index + 1]

    def _count(self, index: int, digest: bytes, chars: int, documents: int) -> None:
        self._read.append(index)
        self._digests += digest
        self._chars.append(chars)
        self._counts.append(documents)

    def _skip(self, index: int, reason: str) -> None:
        self._skipped.append(Skipped(self.name(index), reason))

    def _changed(self, index: int) -> InputError:
        return InputError(f"{self.name(index)} changed while it was being read", "run the command again")


def _contents_and_about(path: str) -> tuple[bytes, array[int]]:
    data, about = contents(path)
    return data, array("q", about)


def _sniffed(file: IO[bytes], kind: str | None) -> tuple[str, bytes]:
    """Return the format of `file` and its first bytes, and leave it at its start."""
    file.seek(0)
    head = file.read(4)
    file.seek(0)
    if kind is None:
        with streams.broken():
            kind = formats.by_content(streams.decompressed(file, head).read(formats.HEAD))
        file.seek(0)
    return kind, head


def _seekable(file: IO[bytes]) -> IO[bytes]:
    head = file.read(4)
    file.seek(0)
    if not streams.is_compressed(head):
        return file
    with streams.broken(), closing(file):
        return streams.spooled(streams.decompressed(file, head))


def _records(kind: str, name: str, reading: Reading) -> Records:
    if kind == "jsonl":
        return JsonLines(name, reading)
    raise UnreadableError(f"no reader for {kind}")


def _check(settings: ReadSettings) -> None:
    try:
        codecs.lookup(settings.encoding)
    except LookupError as error:
        raise UsageError(
            f"unknown encoding: {settings.encoding}", "utf-8, latin-1, cp1252, utf-16 ..."
        ) from error
    if settings.text_field == settings.id_field:
        raise UsageError(f"text and id cannot both be the field '{settings.text_field}'")
