"""An index as it is at one moment: one read transaction, and the files that it lists, all open."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forensics.index.disk import database, parts, rows, segments
from forensics.index.disk.shape import shape, unlike
from forensics.index.disk.texts import Texts
from forensics.index.errors import DamagedIndexError, OtherShapeError
from forensics.index.sorted_file import DamagedError, SortedFile
from forensics.index.words import schema

# A writer may merge files away between the reading of the list and the opening; then the list is read again. Each try
# takes milliseconds, and merges of the same files are seconds apart.
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a reader holds: nothing that is written later is seen in it, and nobody waits for it."""

    connection: sqlite3.Connection
    state: rows.State
    meta: dict[str, bytes]
    texts: Texts
    dead: list[int]
    keys: dict[parts.Kind, list[SortedFile]]
    searcher: Any
    """Tantivy's, over all segments."""

    def close(self) -> None:
        """Let go of the transaction and the database; the mapped files go with their last user."""
        self.connection.close()


def open_snapshot(home: Path) -> Snapshot:
    """Return the index in `home` as it is now.

    Raises NoIndexError, NewerIndexError, OtherShapeError, DamagedIndexError.
    """
    missing = ""
    for _ in range(_TRIES):
        connection = database.open_to_read(home)
        try:
            with database.clearly(home, database.edition(home).name):
                return _opened(home, connection)
        except FileNotFoundError as error:
            missing = Path(error.filename or "a file").name
            connection.close()
        except BaseException:
            connection.close()
            raise
    raise DamagedIndexError(home, missing, "it is missing")


def _opened(home: Path, connection: sqlite3.Connection) -> Snapshot:
    connection.execute("BEGIN")
    state = rows.read_state(connection, home)
    meta = rows.read_meta(connection, home)
    if differing := unlike(json.loads(meta["shape"]), shape()):
        raise OtherShapeError(home, differing)
    every = parts.listed(connection)
    keys: dict[parts.Kind, list[SortedFile]] = {"bands": [], "prints": [], "counts": []}
    for part in every:
        if part.kind != "words":
            keys[part.kind].append(open_keys(home, part))
    words = [part for part in every if part.kind == "words"]
    found = segments.listed(connection)
    searcher = None
    if "words" in meta and found:
        searcher = _searcher(home, segments.composed(meta["words"], found, state.generation), words)
    return Snapshot(
        connection, state, meta, Texts(meta.get("dictionary", b"")), rows.dead(connection), keys, searcher
    )


def open_keys(home: Path, part: parts.Part) -> SortedFile:
    """Return a file of sorted keys; a small one stands in the database.

    Raises FileNotFoundError where it is gone, DamagedIndexError where it is no such file.
    """
    try:
        if part.data is not None:
            return SortedFile(part.data, part.name)
        return SortedFile.open(home / part.name)
    except DamagedError as error:
        raise DamagedIndexError(home, part.name, error.message) from error


def _searcher(home: Path, meta: bytes, words: Sequence[parts.Part]) -> Any:  # noqa: ANN401 - tantivy carries no types
    """Return a searcher over the segments that `meta` lists.

    They are opened where they are if tantivy's own list there says the same before and after, as it does unless a
    writer is at work or was killed; else through links to them beside a list of this reader's own.
    """
    folder = home / parts.WORDS
    with suppress(OSError, DamagedIndexError):  # of which the way below tells more
        if (folder / segments.META).read_bytes() == meta and all(parts.is_whole(home, one) for one in words):
            found = _open(home, folder)
            if (folder / segments.META).read_bytes() == meta:
                return found
    own = Path(tempfile.mkdtemp(prefix="forensics-index-"))
    try:
        for one in words:
            if not (home / one.name).exists() and one.data is None:
                raise FileNotFoundError(2, "missing", str(home / one.name))
            if parts.is_whole(home, one):
                _linked(home / one.name, own)
            elif one.data is not None:
                (own / Path(one.name).name).write_bytes(one.data)
            else:
                raise DamagedIndexError(home, one.name, "it has another length than was written")
        (own / segments.META).write_bytes(meta)
        return _open(home, own)
    finally:
        shutil.rmtree(own, ignore_errors=True)


def _linked(file: Path, folder: Path) -> None:
    try:
        (folder / file.name).symlink_to(file.absolute())
    except OSError:  # a system that lets nobody link
        shutil.copyfile(file, folder / file.name)


def _open(home: Path, folder: Path) -> Any:  # noqa: ANN401
    import tantivy

    try:
        return tantivy.Index(schema(), path=str(folder), reuse=True).searcher()
    except ValueError as error:
        if "FileDoesNotExist" in str(error) or "does not exist" in str(error).lower():
            raise FileNotFoundError(2, "missing", str(error)[:200]) from error
        raise DamagedIndexError(home, parts.WORDS, str(error)[:200]) from error
    except BaseException as error:  # what Rust gives up on is no Exception in Python
        if type(error).__name__ != "PanicException":
            raise
        raise DamagedIndexError(home, parts.WORDS, str(error)[:200]) from error
