"""Whether an index is as it was written: every row and every file against what was noted of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from hashlib import file_digest, sha256
from pathlib import Path

from forensics.errors import ForensicsError
from forensics.index.disk import database, parts, rows, segments
from forensics.index.disk.seals import seal
from forensics.index.disk.snapshot import open_snapshot
from forensics.index.disk.texts import Texts, digest_of
from forensics.index.result import IndexProblem
from forensics.progress import SILENT, Progress

_ADVANCE = 1_000  # documents; decides nothing but how often progress is told
_Check = Callable[[sqlite3.Connection, Path], Iterator[IndexProblem]]


def problems(home: Path, progress: Progress = SILENT) -> Iterator[IndexProblem]:
    """Yield everything in the index in `home` that is not as it was written; raises NoIndexError.

    Readers and a writer may go on meanwhile: it is the index of one moment that is looked at.
    """
    path = database.edition(home)
    try:
        connection = database.open_unchecked(path)
    except sqlite3.Error as error:
        yield IndexProblem(path.name, str(error))
        return
    with closing(connection):
        found = False
        for check in (_database, _singles, _listed, _files, _meta_of_words):
            for problem in _tried(check, connection, home, path.name):
                found = True
                yield problem
        for problem in _tried(lambda c, h: _documents(c, h, progress), connection, home, path.name):
            found = True
            yield problem
    if not found:
        try:
            open_snapshot(home).close()
        except ForensicsError as error:
            yield IndexProblem(path.name, error.message)


def _tried(check: _Check, connection: sqlite3.Connection, home: Path, name: str) -> Iterator[IndexProblem]:
    """Yield what a check finds, and that it could not go on where it could not."""
    try:
        if not connection.in_transaction:
            connection.execute("BEGIN")
        yield from check(connection, home)
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, TypeError, ValueError) as error:
        yield IndexProblem(name, f"it cannot be read: {error}")
    except ForensicsError as error:
        yield IndexProblem(name, error.message)


def _database(connection: sqlite3.Connection, home: Path) -> Iterator[IndexProblem]:
    """Check the database's own structure, and that its tables are those that were made."""
    name = database.edition(home).name
    for (said,) in connection.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield IndexProblem(name, said)
    made = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
    if made != set(database.TABLES):
        yield IndexProblem(name, "its tables are not those that were made")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != database.SCHEMA_VERSION:
        yield IndexProblem(name, f"it says that it has version {version}")


def _singles(connection: sqlite3.Connection, home: Path) -> Iterator[IndexProblem]:
    """Check what stands in the database once, and that the counts in it are those of the rows."""
    for read in (rows.read_meta, rows.read_state):
        try:
            read(connection, home)
        except ForensicsError as error:
            yield IndexProblem(database.edition(home).name, error.message)
    with suppress(ForensicsError):
        state = rows.read_state(connection, home)
        documents, chunks = connection.execute(
            "SELECT count(*), coalesce(sum(chunks), 0) FROM document"
        ).fetchone()
        if (documents, chunks) != (state.documents, state.chunks):
            yield IndexProblem(
                database.edition(home).name,
                f"it holds {documents} documents in {chunks} chunks, and says {state.documents} in {state.chunks}",
            )


def _listed(connection: sqlite3.Connection, home: Path) -> Iterator[IndexProblem]:
    """Check the rows that list files, segments and dead documents."""
    name = database.edition(home).name
    sealed = dict(connection.execute("SELECT name, seal FROM part"))
    for part in parts.listed(connection):
        if part.seal != sealed[part.name]:
            yield IndexProblem(name, f"the row of {part.name} is not what was written")
    sealed = dict(connection.execute("SELECT id, seal FROM segment"))
    for segment in segments.listed(connection):
        if segment.seal != sealed[segment.id]:
            yield IndexProblem(name, f"the row of segment {segment.id} is not what was written")
    for number, since, noted in connection.execute("SELECT number, since, seal FROM dead"):
        if seal(number, since) != noted:
            yield IndexProblem(name, f"the row of dead document {number} is not what was written")


def _files(connection: sqlite3.Connection, home: Path) -> Iterator[IndexProblem]:
    """Check each file against the digest that the database has of it."""
    for part in parts.listed(connection):
        if part.data is not None and sha256(part.data).digest() != part.digest:
            yield IndexProblem(part.name, "its copy in the database is not what was written")
        if part.data is None or part.kind == "words":
            try:
                with (home / part.name).open("rb") as file:
                    if file_digest(file, "sha256").digest() != part.digest:
                        yield IndexProblem(part.name, "it is not what was written")
            except OSError as error:
                if part.name in _now(home)[1]:  # else a writer has merged it away meanwhile
                    yield IndexProblem(part.name, f"it cannot be read: {error.strerror or error}")


def _meta_of_words(connection: sqlite3.Connection, home: Path) -> Iterator[IndexProblem]:
    """Check tantivy's own list of segments: no reader trusts it, but it can tell that the database lost a commit."""
    name = f"{parts.WORDS}/{segments.META}"
    try:
        found = (home / name).read_bytes()
    except OSError:
        return
    state = rows.read_state(connection, home)
    generation = segments.generation_in(found)
    template = rows.read_meta(connection, home).get("words")
    if generation > state.generation and generation > _now(home)[0]:
        yield IndexProblem(
            database.edition(home).name,
            f"it is of change {state.generation}, and {name} of {generation}: commits were lost",
        )
    elif generation < 0 or (
        generation == state.generation
        and template is not None
        and found != segments.composed(template, segments.listed(connection), generation)
    ):
        yield IndexProblem(name, "it is not what was written")


def _now(home: Path) -> tuple[int, set[str]]:
    """Return the generation of an index, and the names of its files, as they are at this moment."""
    with closing(database.open_unchecked(database.edition(home))) as connection:
        return rows.read_state(connection, home).generation, {part.name for part in parts.listed(connection)}


def _documents(connection: sqlite3.Connection, home: Path, progress: Progress) -> Iterator[IndexProblem]:
    """Check each document's row and its text."""
    name = database.edition(home).name
    texts = Texts(rows.read_meta(connection, home).get("dictionary", b""))
    sealed = connection.execute("SELECT seal FROM document ORDER BY number")
    progress.start("verifying", rows.read_state(connection, home).documents)
    for at, row in enumerate(rows.every(connection), 1):
        if (problem := damage(row, sealed.fetchone()[0], texts)) is not None:
            yield IndexProblem(name, problem)
        if at % _ADVANCE == 0:
            progress.advance(_ADVANCE)
    progress.finish()


def damage(row: rows.Row, sealed: int, texts: Texts) -> str | None:
    """Return what of a document is not as it was written; None where all is."""
    called = f"document {row.number} ({row.id.decode('utf-8', 'backslashreplace')})"
    if row.seal != sealed:
        return f"the row of {called} is not what was written"
    try:
        text = texts.text(row.text)
    except ValueError as error:
        return f"the text of {called} cannot be read: {error}"
    return None if digest_of(text) == row.digest else f"the text of {called} is not what was written"
