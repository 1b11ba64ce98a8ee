"""All documents that a command is given: read once in a stable order, and again where they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from typing import IO, Any

from forensics.documents import formats, readers, streams
from forensics.documents.files import shown
from forensics.documents.inputs import Inputs
from forensics.documents.model import NOTHING, Block, Document, Input, Skipped, UnreadableError, Warned
from forensics.documents.names import Names
from forensics.documents.records import Reading, Records
from forensics.documents.single.extract import text_of
from forensics.documents.stored import StoredFiles
from forensics.documents.strings import Strings, lengths
from forensics.documents.wide import AsUtf8, wide
from forensics.errors import MissingExtraError, UsageError
from forensics.settings import ReadSettings

_SHIFT = 40  # a position is: number of the file << 40 | ordinal of the record in it


@dataclass(slots=True)
class _Held:
    """What is put together to a block."""

    ids: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    metadata: list[Mapping[str, Any]] = field(default_factory=list)

    def add(self, part: Block) -> None:
        self.ids += part.ids
        self.texts += part.texts
        self.positions += part.positions
        self.metadata += part.metadata or [NOTHING] * len(part.ids)

    def block(self) -> Block:
        return Block(self.ids, self.texts, self.positions, self.metadata)


class Corpus:
    """The documents of `paths`: files, folders and '-', in the order given, folders in sorted order.

    Those of `against` come first: they are known, and the others new. `metadata`: whether documents carry the
    other fields of their records, all or those named. Iterating may be repeated; `inputs` and `skipped` are
    complete once an iteration has ended. Not for use by two threads at once. Raises InputError for paths that are
    not there and folders without files, UsageError for settings that cannot be, MissingExtraError where a
    file that was named itself needs a reader that is not installed.
    """

    def __init__(
        self,
        paths: Sequence[str],
        settings: ReadSettings,
        *,
        metadata: bool | tuple[str, ...] = False,
        against: Sequence[str] = (),
    ) -> None:
        _check(settings)
        self.settings = settings
        self._metadata = metadata
        self._passed_over: list[Skipped] = []
        self.files = StoredFiles(paths, settings.input_format, self._passed_over.append, against)
        self.given = tuple(map(shown, paths))
        """The paths that it was made from, as ids are written."""
        self.held_against = tuple(map(shown, against))
        """The paths of the known documents, likewise."""
        self._begin()

    def __iter__(self) -> Iterator[Document]:
        """Yield every document."""
        return (document for block in self._scan() for document in block.documents)

    def blocks(self, chars: int = 2 << 20) -> Iterator[Block]:
        """Yield the documents in blocks of about `chars` code points, with their positions."""
        held, size = _Held(), 0
        for part in self._scan():
            if isinstance(part.texts, Strings):  # stay as they are stored
                if held.ids:
                    yield held.block()
                    held, size = _Held(), 0
                yield part
                continue
            held.add(part)
            size += sum(map(len, part.texts))
            if size >= chars:
                yield held.block()
                held, size = _Held(), 0
        if held.ids:
            yield held.block()

    def texts(self, positions: Sequence[int]) -> Sequence[str]:
        """Return the texts of the documents at `positions` again, in that order.

        Raises InputError where a file is no longer what it was.
        """
        found: list[Sequence[str]] = []
        for number, group in groupby(map(file_and_ordinal, positions), key=itemgetter(0)):
            records = self._records.get(number)
            try:
                if records is None:
                    found.append([self._text_again(number) for _ in group])
                else:
                    found.append(records.texts(self.stream(number), [ordinal for _, ordinal in group]))
            except (UnreadableError, OSError) as error:
                raise self.files.changed(number) from error
        return found[0] if len(found) == 1 else [text for texts in found for text in texts]

    @property
    def paths(self) -> list[str]:
        """The files that are read, in order."""
        return [self.files.path(number) for number in range(len(self.files))]

    @property
    def first_new(self) -> int | None:
        """The least position that a new document may have: those below are known; None where none are."""
        return self.files.known << _SHIFT or None

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The files that gave documents."""
        return tuple(
            Input(self.files.name(number), digest, chars, documents)
            for number, digest, chars, documents in self._inputs
        )

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What gave no document, and why."""
        return (*self._passed_over, *self._skipped)

    @property
    def warnings(self) -> tuple[Warned, ...]:
        """What was read, but not wholly or not without doubt."""
        return tuple(self._warnings)

    def numbers(self) -> list[int]:
        """Return the numbers of the files that gave documents, in order."""
        return list(self._inputs.numbers)

    def records(self, number: int) -> Records | None:
        """Return the reader of file `number`; None where the file is one document."""
        return self._records.get(number)

    def stream(self, number: int) -> IO[bytes]:
        """Return file `number` as its reader has it, to be sought in; raises InputError where it has changed."""
        return self.files.stream(number, encoding=self._wide.get(number), mends=self._records[number].mends)

    def _begin(self) -> None:
        self.files.forget()
        self._skipped: list[Skipped] = []
        self._warnings: list[Warned] = []
        self._records: dict[int, Records] = {}
        self._wide: dict[int, str] = {}  # encodings of the files that are read as UTF-8
        self._inputs = Inputs()
        self._reading: Reading | None = None

    def _scan(self) -> Iterator[Block]:
        self._begin()
        for number in range(len(self.files)):
            try:
                yield from self._scan_file(number)
            except UnreadableError as error:
                self._skip(number, error.reason)
            except OSError as error:
                self._skip(number, f"cannot be read: {error.strerror or error}")
            except MissingExtraError as error:
                if self.files.was_named(number):
                    raise
                self._skip(number, f"{error.message}: {error.hint}")

    def _scan_file(self, number: int) -> Iterator[Block]:
        kind = self.files.kind(number)
        small = self.files.small(number) if kind == "text" else None
        if small is not None:  # the short way, for folders of very many texts
            yield self._accept(number, "text", small, sha256(small).digest())
            return
        with closing(self.files.open(number)) as file, streams.broken():
            kind = kind or _by_content(file)
            if kind in formats.RECORDS:
                yield from self._scan_records(number, kind, file)
                return
            hashed = streams.Hashed(file)
            data = streams.bounded(streams.decompressed(hashed, _head(file)))
            digest = hashed.digest()
        yield self._accept(number, kind, data, digest)

    def _scan_records(self, number: int, kind: str, file: IO[bytes]) -> Iterator[Block]:
        if self._reading is None:
            # A record never takes the name of a file, wherever either stands.
            names = Names(map(self.files.name, range(len(self.files))))
            self._reading = Reading(
                self.settings, self._skipped.append, self._warnings.append, self._metadata, names
            )
        records = readers.records(kind, self.files.name(number), self._reading)
        self._records[number] = records
        hashed = streams.Hashed(file)
        head = _head(file)
        if records.seeks:
            stream: streams.Readable = self.files.stream(number)
        else:
            stream = self._in_utf8(
                kind, number, records, streams.decompressed(hashed, head, mends=records.mends)
            )
        chars = 0
        try:
            with streams.broken():
                for block in records.blocks(stream):
                    chars += sum(lengths(block.texts))
                    block.positions[:] = [number << _SHIFT | ordinal for ordinal in block.positions]
                    yield block
        except UnreadableError as error:
            after = f" (after {records.documents} documents that were read)" if records.documents else ""
            raise UnreadableError(error.reason + after) from error
        finally:
            if records.documents:
                self._inputs.add(number, hashed.digest(), chars, records.documents)
        if not records.documents and not records.skipped:
            raise UnreadableError("no records" if head else "empty")

    def _in_utf8(
        self, kind: str, number: int, records: Records, stream: streams.Readable
    ) -> streams.Readable:
        """Return the records' bytes, as UTF-8 where their encoding is one in which bytes end no lines."""
        if kind not in formats.TEXT_RECORDS:
            return stream
        peeked = streams.Peeked(stream)
        encoding = wide(peeked.head, self.settings.encoding)
        if encoding is None:
            return peeked
        self._wide[number] = encoding
        records.encoding = "utf-8"
        return AsUtf8(peeked, encoding)

    def _accept(self, number: int, kind: str, data: bytes, digest: bytes) -> Block:
        name = self.files.name(number)
        found = text_of(kind, data, self.settings)
        self._warnings += [Warned(name, warning) for warning in found.warnings]
        self._inputs.add(number, digest, len(found.text), 1)
        return Block([name], [found.text], [number << _SHIFT])

    def _text_again(self, number: int) -> str:
        kind = self.files.kind(number)
        data = self.files.small(number, again=True) if kind == "text" else None
        if data is None:
            with closing(self.files.again(number)) as file:
                kind = kind or _by_content(file)
                hashed = streams.Hashed(file)
                data = streams.bounded(streams.decompressed(hashed, _head(file)))
                digest = hashed.digest()
        else:
            digest = sha256(data).digest()
        self.check_digest(number, digest)
        return text_of(kind or "text", data, self.settings).text

    def check_digest(self, number: int, digest: bytes) -> None:
        """Raise InputError where the SHA-256 of file `number` is not `digest`, which was found just now."""
        if digest != self._inputs.digest_of(number):
            raise self.files.changed(number)

    def _skip(self, number: int, reason: str) -> None:
        self._skipped.append(Skipped(self.files.name(number), reason))


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
    return formats.by_content(streams.first(streams.decompressed(file, _head(file)), formats.HEAD))


def _check(settings: ReadSettings) -> None:
    try:
        "".encode(settings.encoding)
    except (LookupError, ValueError) as error:
        hint = "utf-8, latin-1, cp1252 or utf-16, say"
        raise UsageError(f"unknown encoding: {settings.encoding}", hint) from error
    for field_name in (settings.text_field, settings.id_field):
        try:
            field_name.encode()
        except UnicodeEncodeError as error:
            raise UsageError(f"no field can be named {field_name!a}: that is no UTF-8") from error
    if settings.text_field == settings.id_field:
        raise UsageError(f"text and id cannot both be the field '{settings.text_field}'")
