"""The immutable files of an index, as its database lists them."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Literal

from forensics.index.disk.seals import seal

Kind = Literal["words", "bands", "prints", "counts"]

WORDS, KEYS = "words", "keys"
"""Folders: of tantivy's segments, and of sorted keys."""
# What is smaller stands in the database too: a commit there is one wait for the disk, where every file is one more.
_SMALL = 64 << 10  # bytes


@dataclass(frozen=True, slots=True)
class Part:
    """One file: `name` is its path in the index; `first` and `last` number the documents in it; `data` of a small one.

    `made` is the generation of the index in which it was written: who was dead by then is not in it.
    """

    name: str
    kind: Kind
    size: int
    digest: bytes
    entries: int
    first: int
    last: int
    made: int
    data: bytes | None

    @property
    def seal(self) -> int:
        """The checksum of its row."""
        return seal(
            self.name, self.kind, self.size, self.digest, self.entries, self.first, self.last, self.made
        )


_COLUMNS = "name, kind, size, digest, entries, first, last, made, data"


def listed(connection: sqlite3.Connection, kind: Kind | None = None) -> list[Part]:
    """Return the parts of the index, or those of a kind, in the order of their names."""
    where = "" if kind is None else " WHERE kind = ?"
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM part{where} ORDER BY name", () if kind is None else (kind,)
    )
    return [Part(*row) for row in rows]


def enlist(connection: sqlite3.Connection, parts: Iterable[Part]) -> None:
    """Write the rows of new parts."""
    connection.executemany(
        f"INSERT INTO part ({_COLUMNS}, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (p.name, p.kind, p.size, p.digest, p.entries, p.first, p.last, p.made, p.data, p.seal)
            for p in parts
        ),
    )


def delist(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Remove the rows of parts; their files go once that is committed."""
    connection.executemany("DELETE FROM part WHERE name = ?", ((name,) for name in names))


class Publisher:
    """Brings new files to their place, so that they are on the disk before the database lists them.

    Call `settle` before the commit.
    """

    def __init__(self, home: Path, made: int) -> None:
        self._home, self._made = home, made
        self._folders: set[Path] = set()
        self.parts: list[Part] = []

    def move(self, path: Path, name: str, kind: Kind, entries: int, first: int, last: int) -> None:
        """Take over a file from the stage."""
        size = path.stat().st_size
        if size <= _SMALL:
            data = path.read_bytes()
            path.unlink()
            self.put(data, name, kind, entries, first, last)
            return
        target = self._home / name
        if path.stat().st_dev != target.parent.stat().st_dev:  # a stage in memory
            path = Path(shutil.copyfile(path, target.with_name(f".{target.name}.part")))
        with path.open("r+b") as file:
            digest = file_digest(file, "sha256").digest()
            os.fsync(file.fileno())
        path.replace(target)
        self._folders.add(target.parent)
        self.parts.append(Part(name, kind, size, digest, entries, first, last, self._made, None))

    def put(self, data: bytes, name: str, kind: Kind, entries: int, first: int, last: int) -> None:
        """Take over the content of a file: of a small one the database keeps it, and nobody waits for the disk."""
        target = self._home / name
        small = len(data) <= _SMALL
        if not small or kind == "words":  # which tantivy reads from a folder and from nowhere else
            write(target, data, durably=not small)
        if not small:
            self._folders.add(target.parent)
        self.parts.append(
            Part(
                name,
                kind,
                len(data),
                sha256(data).digest(),
                entries,
                first,
                last,
                self._made,
                data if small else None,
            )
        )

    def settle(self) -> None:
        """Return once all files that count are on the disk under their names."""
        for folder in sorted(self._folders):
            sync_folder(folder)


def write(target: Path, data: bytes, *, durably: bool) -> None:
    """Write a file so that its name never stands for half of it."""
    part = target.with_name(f".{target.name}.part")
    with part.open("wb") as file:
        file.write(data)
        if durably:
            file.flush()
            os.fsync(file.fileno())
    part.replace(target)


def sync_folder(folder: Path) -> None:
    """Return once the names in a folder are on the disk; systems that cannot say so need no telling."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)


def is_whole(home: Path, part: Part) -> bool:
    """Tell whether a part's file is there with its length, and a small one, which nobody waited for, as written."""
    path = home / part.name
    try:
        if path.stat().st_size != part.size:
            return False
        return part.data is None or path.read_bytes() == part.data
    except OSError:
        return False


def unlisted(home: Path, parts: Iterable[Part]) -> Iterator[Path]:
    """Yield the files in the folders of parts that are none of `parts`: what was merged away, or never committed."""
    names = {part.name for part in parts}
    for folder in (WORDS, KEYS):
        for path in (home / folder).iterdir():
            if f"{folder}/{path.name}" not in names and path.name != "meta.json":
                yield path
