"""Documents and the state of an index as rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forensics.documents.model import Document
from forensics.index.disk.seals import seal
from forensics.index.disk.texts import Texts, digest_of, encoded
from forensics.index.errors import DamagedIndexError


@dataclass(frozen=True, slots=True)
class State:
    """What an index holds: `chunks` are those of living documents, `next` is the number of the next document.

    `generation` counts its changes; `finished` is 0 until the build that made it has ended.
    """

    generation: int = 0
    documents: int = 0
    chunks: int = 0
    next: int = 0
    finished: int = 0

    @property
    def seal(self) -> int:
        """The checksum of its row."""
        return seal(self.generation, self.documents, self.chunks, self.next, self.finished)


@dataclass(frozen=True, slots=True)
class Row:
    """One document as it is kept."""

    number: int
    id: bytes
    digest: bytes
    chunks: int
    metadata: bytes | None
    text: bytes

    @property
    def seal(self) -> int:
        """The checksum of its row; its text has a digest."""
        return seal(self.number, self.id, self.digest, self.chunks, self.metadata)


_COLUMNS = "number, id, digest, chunks, metadata, text"


def read_state(connection: sqlite3.Connection, home: Path) -> State:
    """Return the state; raises DamagedIndexError where its row is not what was written."""
    rows = connection.execute(
        "SELECT generation, documents, chunks, next, finished, seal FROM state"
    ).fetchall()
    if len(rows) != 1 or State(*rows[0][:-1]).seal != rows[0][-1]:
        raise DamagedIndexError(home, "state", "its row is not what was written")
    return State(*rows[0][:-1])


def write_state(connection: sqlite3.Connection, state: State) -> None:
    """Write the state in place of the one before."""
    connection.execute(
        "INSERT OR REPLACE INTO state (one, generation, documents, chunks, next, finished, seal) "
        "VALUES (1, ?, ?, ?, ?, ?, ?)",
        (state.generation, state.documents, state.chunks, state.next, state.finished, state.seal),
    )


def read_meta(connection: sqlite3.Connection, home: Path) -> dict[str, bytes]:
    """Return what is said once of the whole index; raises DamagedIndexError where that is not what was written."""
    found: dict[str, bytes] = {}
    for key, value, sealed in connection.execute("SELECT key, value, seal FROM meta"):
        if seal(key, value) != sealed:
            raise DamagedIndexError(home, f"meta {key}", "its row is not what was written")
        found[key] = value
    return found


def write_meta(connection: sqlite3.Connection, key: str, value: bytes) -> None:
    """Write what is said once of the whole index."""
    connection.execute(
        "INSERT OR REPLACE INTO meta (key, value, seal) VALUES (?, ?, ?)", (key, value, seal(key, value))
    )


def row_of(number: int, document: Document, chunks: int, texts: Texts) -> Row:
    """Return a document as it is kept."""
    return Row(
        number,
        encoded(document.id),
        digest_of(document.text),
        chunks,
        metadata_of(document),
        texts.packed(document.text),
    )


def metadata_of(document: Document) -> bytes | None:
    """Return the other fields of a document as JSON in ASCII; None where it has none."""
    if not document.metadata:
        return None
    return json.dumps(dict(document.metadata), default=str).encode("ascii")


def fields_of(metadata: bytes | None) -> Mapping[str, Any]:
    """Return the fields that `metadata_of` wrote."""
    return json.loads(metadata) if metadata else {}


def insert(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Write the rows of new documents."""
    connection.executemany(
        f"INSERT INTO document ({_COLUMNS}, seal) VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((r.number, r.id, r.digest, r.chunks, r.metadata, r.text, r.seal) for r in rows),
    )


def find(connection: sqlite3.Connection, id: str) -> Row | None:
    """Return the document of this id."""
    found = connection.execute(f"SELECT {_COLUMNS} FROM document WHERE id = ?", (encoded(id),)).fetchone()
    return None if found is None else Row(*found)


def numbered(connection: sqlite3.Connection, number: int) -> Row | None:
    """Return the document of this number."""
    found = connection.execute(f"SELECT {_COLUMNS} FROM document WHERE number = ?", (number,)).fetchone()
    return None if found is None else Row(*found)


def every(connection: sqlite3.Connection) -> Iterator[Row]:
    """Yield all documents by their numbers."""
    return (Row(*row) for row in connection.execute(f"SELECT {_COLUMNS} FROM document ORDER BY number"))


def document_of(row: Row, texts: Texts, home: Path) -> Document:
    """Return a document as it was added; raises DamagedIndexError where its text is not what was written."""
    id = row.id.decode("utf-8", "surrogatepass")
    try:
        text = texts.text(row.text)
    except ValueError as error:
        raise DamagedIndexError(home, f"document {id}", str(error)) from error
    if digest_of(text) != row.digest:
        raise DamagedIndexError(home, f"document {id}", "its text is not what was written")
    return Document(id, text, fields_of(row.metadata))


def bury(connection: sqlite3.Connection, rows: Iterable[Row], generation: int) -> None:
    """Remove documents; their numbers stay known as dead for as long as a file has them."""
    for row in rows:
        connection.execute("DELETE FROM document WHERE number = ?", (row.number,))
        connection.execute(
            "INSERT INTO dead (number, since, seal) VALUES (?, ?, ?)",
            (row.number, generation, seal(row.number, generation)),
        )


def tell(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Write the fields of documents whose texts are as they were."""
    connection.executemany(
        "UPDATE document SET metadata = ?, seal = ? WHERE number = ?",
        ((row.metadata, row.seal, row.number) for row in rows),
    )


def dead(connection: sqlite3.Connection) -> list[int]:
    """Return the numbers of removed documents that some file may still have, rising."""
    return [number for (number,) in connection.execute("SELECT number FROM dead ORDER BY number")]


def forget_dead(connection: sqlite3.Connection) -> None:
    """Forget the dead that no file has any more: each whose number it could have was made without them."""
    connection.execute(
        "DELETE FROM dead WHERE NOT EXISTS (SELECT 1 FROM part WHERE part.first <= dead.number "
        "AND part.last >= dead.number AND part.made <= dead.since)"
    )
