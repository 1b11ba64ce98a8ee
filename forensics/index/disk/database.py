"""The database of an index: its tables, how it is opened, and which of its editions counts."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from forensics.errors import OutputError
from forensics.index.errors import DamagedIndexError, NewerIndexError, NoIndexError

SCHEMA_VERSION = 1
"""Counts up where a program that knows the earlier one could not read an index."""

_EDITION = re.compile(r"index-(\d+)\.db")
_PAGES_OF_LOG = 1_000  # 16 MB; decides nothing but how often SQLite moves its log into the database
_BUSY = 60_000  # milliseconds; readers hold SQLite's own locks for moments only

# Each row carries a checksum over the rest of it (see seals.py): SQLite has none of its own.
TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL, seal INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE state (one INTEGER PRIMARY KEY, generation INTEGER NOT NULL, documents INTEGER NOT NULL, "
    "chunks INTEGER NOT NULL, next INTEGER NOT NULL, finished INTEGER NOT NULL, seal INTEGER NOT NULL)",
    "CREATE TABLE document (number INTEGER PRIMARY KEY, id BLOB NOT NULL, digest BLOB NOT NULL, "
    "chunks INTEGER NOT NULL, seal INTEGER NOT NULL, metadata BLOB, text BLOB NOT NULL)",
    "CREATE UNIQUE INDEX document_of ON document (id)",
    "CREATE TABLE dead (number INTEGER PRIMARY KEY, since INTEGER NOT NULL, seal INTEGER NOT NULL)",
    "CREATE TABLE part (name TEXT PRIMARY KEY, kind TEXT NOT NULL, size INTEGER NOT NULL, digest BLOB NOT NULL, "
    "entries INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, made INTEGER NOT NULL, "
    "seal INTEGER NOT NULL, data BLOB) WITHOUT ROWID",
    "CREATE TABLE segment (id TEXT PRIMARY KEY, entry BLOB NOT NULL, chunks INTEGER NOT NULL, "
    "first INTEGER NOT NULL, last INTEGER NOT NULL, made INTEGER NOT NULL, seal INTEGER NOT NULL) WITHOUT ROWID",
)


def edition(home: Path) -> Path:
    """Return the database that counts in `home`: a repaired one has a higher number. Raises NoIndexError."""
    found = list(editions(home))
    if not found:
        raise NoIndexError(home)
    return max(found, key=number_of)


def editions(home: Path) -> Iterator[Path]:
    """Yield every database in `home`."""
    try:
        yield from (path for path in home.iterdir() if _EDITION.fullmatch(path.name))
    except OSError as error:
        raise NoIndexError(home) from error


def number_of(path: Path) -> int:
    """Return the number of an edition."""
    match = _EDITION.fullmatch(path.name)
    assert match is not None
    return int(match[1])


def named(home: Path, number: int) -> Path:
    """Return where the edition of this number stands."""
    return home / f"index-{number}.db"


def create(path: Path) -> sqlite3.Connection:
    """Return a new, empty database at `path`."""
    connection = _connected(path, "rwc")
    connection.execute("PRAGMA page_size = 16384")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    for table in TABLES:
        connection.execute(table)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("COMMIT")
    return connection


def open_to_read(home: Path) -> sqlite3.Connection:
    """Return the database of `home`; raises NoIndexError, NewerIndexError, DamagedIndexError."""
    path = edition(home)
    with clearly(home, path.name):
        connection = _readable(path)
        _check_version(connection, home)
    return connection


def open_unchecked(path: Path) -> sqlite3.Connection:
    """Return the database at `path` as far as it can be read; raises sqlite3.Error where it cannot at all."""
    return _readable(path)


def open_to_write(home: Path) -> sqlite3.Connection:
    """Return the database of `home`, to be written to by the holder of its lock; raises as `open_to_read`."""
    path = edition(home)
    with clearly(home, path.name):
        connection = _connected(path, "rw")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_OF_LOG}")
        _check_version(connection, home)
    return connection


@contextmanager
def clearly(home: Path, name: str) -> Iterator[None]:
    """Turn what SQLite, tantivy and the system raise into what is wrong: damage, a full disk, no permission."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        raise OutputError(
            f"cannot write to the index in {home}: {error.strerror or error}",
            "make room on its disk, or ask its owner",
        ) from error
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
            raise OutputError(
                f"cannot write to the index in {home}: {error}", "make room on its disk"
            ) from error
        raise DamagedIndexError(home, name, str(error)) from error
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise DamagedIndexError(home, name, str(error)) from error


def _readable(path: Path) -> sqlite3.Connection:
    """Return a database to read from; where nobody may write, as it stands, which then cannot change."""
    log = path.with_name(f"{path.name}-wal")
    try:
        return _asked(_connected(path, "rw"))
    except sqlite3.OperationalError as error:
        unwritable = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        if not unwritable or not path.exists() or (log.exists() and log.stat().st_size):
            raise
    return _asked(_connected(path, "ro&immutable=1"))


def _asked(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute(f"PRAGMA busy_timeout = {_BUSY}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _check_version(connection: sqlite3.Connection, home: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != SCHEMA_VERSION:
        raise NewerIndexError(home, version, SCHEMA_VERSION)
