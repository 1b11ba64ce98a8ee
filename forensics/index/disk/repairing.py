"""What is sound in a damaged index, made into a new one in its place; also the way from other rules to these."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from forensics.documents.model import Document
from forensics.errors import ForensicsError
from forensics.index.disk import database, parts, rows, segments
from forensics.index.disk.lock import WriterLock
from forensics.index.disk.texts import Texts
from forensics.index.disk.verifying import damage
from forensics.index.disk.writer import IndexWriter
from forensics.index.errors import DamagedIndexError, NewerIndexError
from forensics.index.result import IndexProblem, IndexRepaired
from forensics.progress import SILENT, Progress

_NEW = ".repaired"
# What SQLite writes at fixed places of every database that this program makes: its mark, pages of 16,384 bytes, the
# versions of a log beside the file, fractions that are always the same (its file format, section 1.3).
_HEADER = b"SQLite format 3\0\x40\x00\x02\x02\x00\x40\x20\x20"
_FIXED = {44: b"\0\0\0\x04", 56: b"\0\0\0\x01"}


def repair(home: Path, *, wait: float = 0.0, progress: Progress = SILENT) -> IndexRepaired:
    """Make the index in `home` anew from the documents in it that are sound, and say which are not.

    The old one stays until the new one is whole, and readers of it go on. Raises NoIndexError, BusyIndexError.
    """
    old = database.edition(home)
    with WriterLock(home, wait):
        fresh = home / _NEW
        shutil.rmtree(fresh, ignore_errors=True)
        saved = _Saved(home, old)
        try:
            with closing(saved.open()):
                saved.check_version()
                state = saved.state()
                progress.start("repairing", state.documents if state else None)
                with IndexWriter(fresh, create=True, first=_generation(home, state)) as writer:
                    writer.add(saved.documents(), progress)
                    if state is None or state.finished:
                        writer.finish()
                    held = writer.state.documents
                progress.finish()
            _put_in_place(fresh, home, database.number_of(old) + 1)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        for edition in list(database.editions(home)):
            if database.number_of(edition) <= database.number_of(old):
                for file in (edition, *(edition.with_name(edition.name + end) for end in ("-wal", "-shm"))):
                    file.unlink(missing_ok=True)
    with IndexWriter(home, wait=wait):  # which removes what the old one listed
        pass
    complete = state is not None and held + len(saved.lost) >= state.documents
    return IndexRepaired(held, tuple(saved.lost), complete)


@dataclass(slots=True)
class _Saved:
    """Reads what can be read of a database, and notes what cannot."""

    home: Path
    path: Path
    lost: list[IndexProblem] = field(default_factory=list)
    _database: sqlite3.Connection = field(init=False)

    def open(self) -> sqlite3.Connection:
        """Return the database; one whose first bytes are damaged is read from a copy with new ones."""
        try:
            self._database = database.open_unchecked(self.path)
            self._database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.Error:
            copy = self.home / ".saved.db"
            data = bytearray(self.path.read_bytes())
            data[: len(_HEADER)] = _HEADER
            for at, value in _FIXED.items():
                data[at : at + len(value)] = value
            copy.write_bytes(data)
            self._database = database.open_unchecked(copy)
            copy.unlink()  # it stays open
        return self._database

    def check_version(self) -> None:
        """Raise NewerIndexError where a later program made the database."""
        with suppress(sqlite3.Error, DamagedIndexError):
            said = int(rows.read_meta(self._database, self.home).get("version", b"0"))
            if said > database.SCHEMA_VERSION:
                raise NewerIndexError(self.home, said, database.SCHEMA_VERSION)

    def state(self) -> rows.State | None:
        """Return what the database says of itself; None where it says nothing."""
        try:
            return rows.read_state(self._database, self.home)
        except (sqlite3.Error, ForensicsError):
            return None

    def documents(self) -> Iterator[Document]:
        """Yield all documents that are as they were written, in the order in which they were added."""
        try:
            texts = Texts(rows.read_meta(self._database, self.home).get("dictionary", b""))
        except (sqlite3.Error, ForensicsError):
            texts = Texts(self._dictionary())
        for number, id in self._numbers():
            said = f"document {number}" if id is None else id.decode("utf-8", "backslashreplace")
            try:
                row = rows.numbered(self._database, number)
                if row is None:
                    if id is not None:
                        self.lost.append(IndexProblem(said, "its row is gone"))
                    continue
                (sealed,) = self._database.execute(
                    "SELECT seal FROM document WHERE number = ?", (number,)
                ).fetchone()
                if (problem := damage(row, sealed, texts)) is None:
                    yield rows.document_of(row, texts, self.home)
                    continue
            except (sqlite3.Error, ForensicsError, UnicodeDecodeError, TypeError, ValueError) as error:
                problem = str(error)
            self.lost.append(IndexProblem(said, problem))

    def _dictionary(self) -> bytes:
        with suppress(sqlite3.Error):
            found = self._database.execute("SELECT value FROM meta WHERE key = 'dictionary'").fetchone()
            return bytes(found[0]) if found else b""
        return b""

    def _numbers(self) -> Iterator[tuple[int, bytes | None]]:
        """Yield every number that may have a document, rising, with the id that the index of ids has for it."""
        named: dict[int, bytes] = {}
        with suppress(sqlite3.Error):
            for id, number in self._database.execute(
                "SELECT id, number FROM document INDEXED BY document_of"
            ):
                named.update({number: id})  # what was read before an error counts
        numbers = set(named)
        with suppress(sqlite3.Error):
            numbers.update(n for (n,) in self._database.execute("SELECT number FROM document NOT INDEXED"))
        if (state := self.state()) is not None and len(numbers) < state.documents:
            numbers.update(range(state.next))
        return ((number, named.get(number)) for number in sorted(numbers))


def _generation(home: Path, state: rows.State | None) -> int:
    """Return a generation beyond any that a file's name in `home` tells of, so that no name is used twice."""
    names = (path.name.partition(".")[0] for path in (home / parts.KEYS).iterdir())
    known = [int(name) for name in names if name.isdigit()]
    with suppress(OSError):
        known.append(segments.generation_in((home / parts.WORDS / segments.META).read_bytes()))
    return max([*known, state.generation if state else 0]) + 1


def _put_in_place(fresh: Path, home: Path, number: int) -> None:
    """Bring a new index's files to `home`; it counts from the moment at which its database has its name there."""
    for folder in (parts.WORDS, parts.KEYS):
        (home / folder).mkdir(exist_ok=True)
        for path in (fresh / folder).iterdir():
            if path.name != segments.META:
                path.replace(home / folder / path.name)
        parts.sync_folder(home / folder)
    database.edition(fresh).replace(database.named(home, number))
    parts.sync_folder(home)
