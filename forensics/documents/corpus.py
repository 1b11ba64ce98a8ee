"""All documents that a command is given: read once in a stable order, and again where they are asked for."""

from __future__ import annotations

import codecs
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from typing import IO

from forensics.documents import files, formats, readers, streams
from forensics.documents.inputs import Inputs
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
            number, ordinal = file_and_ordinal(position)
            records = self._records.get(number)
            try:
                if records is None:
                    document = self._read_again(number)
                else:
                    document = records.read(self.stream(number), ordinal)
            except (UnreadableError, OSError) as error:
                raise self._changed(number) from error
            yield document

    @property
    def documents(self) -> int:
        """How many documents have been read."""
        return sum(self._inputs.documents)

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The files that gave documents."""
        return tuple(
            Input(self.name(number), digest, chars, documents)
            for number, digest, chars, documents in self._inputs
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

    def numbers(self) -> list[int]:
        """Return the numbers of the files that gave documents, in order."""
        return list(self._inputs.numbers)

    def path(self, number: int) -> str:
        """Return the path of file `number` as it was given or found."""
        return self._paths[number]

    def name(self, number: int) -> str:
        """Return the id of file `number`."""
        return files.shown(self._paths[number])

    def records(self, number: int) -> Records | None:
        """Return the reader of file `number`; None where the file is one document."""
        return self._records.get(number)

    def stored(self, number: int) -> IO[bytes]:
        """Return file `number` as it is stored, opened anew; raises InputError where it has changed."""
        try:
            file, about = self._file(number)
        except (UnreadableError, OSError) as error:
            raise self._changed(number) from error
        if about != self._about(number):
            file.close()
            raise self._changed(number)
        return file

    def stream(self, number: int) -> IO[bytes]:
        """Return file `number` decompressed, to be sought in; raises InputError where it has changed."""
        if number not in self._open:
            while len(self._open) >= _OPEN:
                self._open.pop(next(iter(self._open))).close()
            self._open[number] = streams.seekable(self.stored(number))
        return self._open[number]

    def _begin(self) -> None:
        self._skipped: list[Skipped] = []
        self._records: dict[int, Records] = {}
        self._open: dict[int, IO[bytes]] = {}
        self._inputs = Inputs()
        self._abouts = array("q")  # two numbers a file
        # A record never takes the name of a file, wherever either stands.
        taken = {hash(self.name(number)) for number in range(len(self._paths))}
        self._reading = Reading(self.settings, self._skipped.append, self._metadata, taken)

    def _scan(self) -> Iterator[tuple[int, Document]]:
        self._begin()
        for number, path in enumerate(self._paths):
            self._abouts.extend((-1, -1))
            try:
                kind = self._kind(path)
                if kind == "text" and not files.is_pipe(path):
                    yield from self._short_way(number, path)
                else:
                    yield from self._long_way(number, kind)
            except UnreadableError as error:
                self._skip(number, error.reason)
            except OSError as error:
                self._skip(number, f"cannot be read: {error.strerror or error}")
            except MissingExtraError as error:
                if path in self._named:
                    raise
                self._skip(number, f"{error.message}: {error.hint}")

    def _short_way(self, number: int, path: str) -> Iterator[tuple[int, Document]]:
        """Read a file that is plain text by its name: one of very many, perhaps."""
        data, about = contents(path)
        if streams.is_compressed(data):
            yield from self._long_way(number, "text")
            return
        self._abouts[-2:] = array("q", about)
        document = Document(self.name(number), text_of("text", data, self.settings))
        self._inputs.add(number, sha256(data).digest(), len(document.text), 1)
        yield number << _SHIFT, document

    def _long_way(self, number: int, kind: str | None) -> Iterator[tuple[int, Document]]:
        """Read a file whose format may have to be found out, whose documents may be many."""
        file, about = self._file(number)
        self._abouts[-2:] = array("q", about)
        with closing(file), streams.broken():
            kind = kind or _by_content(file)
            if kind in formats.RECORDS:
                yield from self._all_records(number, kind, file)
                return
            hashed = streams.Hashed(file)
            data = streams.bounded(streams.decompressed(hashed, _head(file)))
            document = Document(self.name(number), text_of(kind, data, self.settings))
            self._inputs.add(number, hashed.digest(), len(document.text), 1)
        yield number << _SHIFT, document

    def _all_records(self, number: int, kind: str, file: IO[bytes]) -> Iterator[tuple[int, Document]]:
        records = readers.records(kind, self.name(number), self._reading)
        self._records[number] = records
        hashed = streams.Hashed(file)
        head = _head(file)
        stream = self.stream(number) if records.seeks else streams.decompressed(hashed, head)
        chars = 0
        try:
            with streams.broken():
                for ordinal, document in records.scan(stream):
                    chars += len(document.text)
                    yield number << _SHIFT | ordinal, document
        except UnreadableError as error:
            after = f" (after {records.documents} documents that were read)" if records.documents else ""
            raise UnreadableError(error.reason + after) from error
        finally:
            if records.documents:
                self._inputs.add(number, hashed.digest(), chars, records.documents)
        if not records.documents and not records.skipped:
            raise UnreadableError("no records" if head else "empty")

    def _read_again(self, number: int) -> Document:
        kind = self._kind(self._paths[number])
        with closing(self.stored(number)) as file:
            kind = kind or _by_content(file)
            data = streams.bounded(streams.decompressed(file, _head(file)))
        return Document(self.name(number), text_of(kind, data, self.settings))

    def _file(self, number: int) -> tuple[IO[bytes], About]:
        """Return the bytes of file `number` as stored; what comes through a pipe is kept for this."""
        path = self._paths[number]
        if not files.is_pipe(path):
            return regular(path)
        if number not in self._piped:
            self._piped[number] = streams.standard_input() if path == files.STDIN else streams.piped(path)
        return streams.another(self._piped[number]), (0, 0)

    def _kind(self, path: str) -> str | None:
        return formats.by_name(path) if self.settings.input_format == "auto" else self.settings.input_format

    def _about(self, number: int) -> About:
        return self._abouts[2 * number], self._abouts[2 * number + 1]

    def _skip(self, number: int, reason: str) -> None:
        self._skipped.append(Skipped(self.name(number), reason))

    def _changed(self, number: int) -> InputError:
        return InputError(f"{self.name(number)} changed while it was being read", "run the command again")


def file_and_ordinal(position: int) -> tuple[int, int]:
    """Return the number of the file, and the ordinal of the record in it, that `position` stands for."""
    return position >> _SHIFT, position & ((1 << _SHIFT) - 1)


def _head(file: IO[bytes]) -> bytes:
    """Return the first bytes of `file`, which tell compression, and leave it at its start."""
    file.seek(0)
    head = file.read(4)
    file.seek(0)
    return head


def _by_content(file: IO[bytes]) -> str:
    return formats.by_content(streams.decompressed(file, _head(file)).read(formats.HEAD))


def _check(settings: ReadSettings) -> None:
    try:
        codecs.lookup(settings.encoding)
    except LookupError as error:
        hint = "utf-8, latin-1, cp1252 or utf-16, say"
        raise UsageError(f"unknown encoding: {settings.encoding}", hint) from error
    if settings.text_field == settings.id_field:
        raise UsageError(f"text and id cannot both be the field '{settings.text_field}'")
