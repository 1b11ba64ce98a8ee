"""Tantivy's segments: written and merged on a stage of their own, and opened together as one index.

A segment's files never change and carry a name of their own, so that a tantivy index is no more than a list of them.
The list is kept in the database; tantivy's own, meta.json, is written from it for the moment of opening.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forensics.index.disk.parts import WORDS
from forensics.index.disk.seals import seal

META = "meta.json"
_SMALL_STAGE = 15_000_000  # bytes for tantivy's writer, the least that it takes
_STAGE = 64_000_000  # bytes for tantivy's writer; decides nothing but speed
_MEMORY = Path("/dev/shm")
# Tantivy merges eight segments whose sizes are within a factor of 1.7 (its logarithm to base 2 is .75) of each other,
# all below 10,000 counting as equal (its LogMergePolicy). It does so on the stage; here that says when one is set up.
_MERGED_AT_ONCE = 8
_ONE_SIZE = 0.75
_SMALLEST = 10_000


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment: `entry` is tantivy's own description of it, `chunks` how many it holds, dead ones included.

    `first`, `last` and `made` are as in parts.Part.
    """

    id: str
    entry: bytes
    chunks: int
    first: int
    last: int
    made: int

    @property
    def seal(self) -> int:
        """The checksum of its row."""
        return seal(self.id, self.entry, self.chunks, self.first, self.last, self.made)


_COLUMNS = "id, entry, chunks, first, last, made"


def listed(connection: sqlite3.Connection) -> list[Segment]:
    """Return the segments of the index, in the order of their ids."""
    return [Segment(*row) for row in connection.execute(f"SELECT {_COLUMNS} FROM segment ORDER BY id")]


def enlist(connection: sqlite3.Connection, segments: Iterable[Segment]) -> None:
    """Write the rows of new segments."""
    connection.executemany(
        f"INSERT INTO segment ({_COLUMNS}, seal) VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((s.id, s.entry, s.chunks, s.first, s.last, s.made, s.seal) for s in segments),
    )


def delist(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Remove the rows of segments."""
    connection.executemany("DELETE FROM segment WHERE id = ?", ((id,) for id in ids))


def composed(template: bytes, segments: Sequence[Segment], generation: int) -> bytes:
    """Return the meta.json of an index of these segments; `template` is one that tantivy wrote."""
    meta = json.loads(template)
    meta["segments"] = [json.loads(one.entry) for one in segments]
    meta["opstamp"] = generation << 20  # names the lists of deleted chunks: no two may share a name
    meta["payload"] = f"forensics {generation}"
    return json.dumps(meta).encode()


def generation_in(meta: bytes) -> int:
    """Return the generation that a composed meta.json is of; -1 where it says none."""
    try:
        name, _, number = str(json.loads(meta)["payload"]).partition(" ")
        return int(number) if name == "forensics" else -1
    except (ValueError, KeyError, TypeError):
        return -1


@dataclass(frozen=True, slots=True)
class Staged:
    """What tantivy wrote on a stage: its list of segments with the files of each, and the whole list as a template."""

    template: bytes
    segments: list[tuple[dict[str, Any], list[Path]]]


@contextmanager
def stage(home: Path, *, small: bool) -> Iterator[Path]:
    """Give an empty folder for tantivy to work in: of small work in memory, where nobody waits for a disk."""
    place = _MEMORY if small and os.access(_MEMORY, os.W_OK) else home
    folder = Path(tempfile.mkdtemp(prefix=f"{prefix(home)}{os.getpid()}-", dir=place))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def prefix(home: Path) -> str:
    """Return how the names of all stages of an index begin."""
    status = home.stat()
    return f".forensics-{status.st_dev:x}-{status.st_ino:x}-"


def sweep(home: Path) -> None:
    """Remove the stages that killed writers left; only the holder of the lock may."""
    for place in (home, _MEMORY):
        if place.is_dir():
            for left in place.glob(f"{prefix(home)}*"):
                shutil.rmtree(left, ignore_errors=True)


def written(folder: Path, schema: Any, fill: Callable[[Any], None], *, small: bool) -> Staged:  # noqa: ANN401
    """Return what `fill` adds to a new index in `folder`, in one commit."""
    import tantivy

    with _clearly():
        writer = tantivy.Index(schema, path=str(folder)).writer(
            _SMALL_STAGE if small else _STAGE, num_threads=1
        )
        fill(writer)
        return _committed(folder, writer)


def merged(
    folder: Path,
    schema: Any,  # noqa: ANN401
    meta: bytes,
    files: Iterable[Path],
    dead: Iterable[int],
) -> Staged:
    """Return what tantivy makes of the segments that `meta` lists, without the chunks of `dead` documents."""
    import tantivy

    link_all(files, folder)
    (folder / META).write_bytes(meta)
    with _clearly():
        writer = tantivy.Index(schema, path=str(folder), reuse=True).writer(_STAGE, num_threads=1)
        for number in dead:
            writer.delete_documents_by_term("number", number)
        return _committed(folder, writer)


@contextmanager
def _clearly() -> Iterator[None]:
    """Turn what tantivy raises where it cannot write into what the system would raise."""
    try:
        yield
    except ValueError as error:
        raise OSError(errno.EIO, f"tantivy says: {error}"[:300]) from error


def _committed(folder: Path, writer: Any) -> Staged:  # noqa: ANN401
    writer.commit()
    writer.wait_merging_threads()
    template = (folder / META).read_bytes()
    names = sorted(path.name for path in folder.iterdir())
    found = []
    for entry in json.loads(template)["segments"]:
        mine = [name for name in names if name.startswith(hexadecimal(entry["segment_id"]) + ".")]
        found.append((entry, [folder / name for name in mine if _counts(name, entry)]))
    return Staged(template, found)


def _counts(name: str, entry: dict[str, Any]) -> bool:
    """Tell whether a file belongs to a segment as `entry` has it: of lists of deleted chunks only the last does."""
    if not name.endswith(".del"):
        return True
    return bool(entry["deletes"]) and name.split(".")[1] == str(entry["deletes"]["opstamp"])


def hexadecimal(id: str) -> str:
    """Return how the names of a segment's files begin."""
    return id.replace("-", "")


def link_all(files: Iterable[Path], folder: Path) -> None:
    """Let files stand in `folder` too, without copying where the system can."""
    for file in files:
        try:
            os.link(file, folder / file.name)
        except FileNotFoundError:
            raise
        except OSError:  # another file system, or one without links
            shutil.copyfile(file, folder / file.name)


def crowded(segments: Sequence[Segment]) -> list[Segment]:
    """Return segments that are worth merging: eight or more of about one size; empty where there are none."""
    from math import log2

    level: list[Segment] = []
    top = 0.0
    for one in sorted(segments, key=lambda s: (-s.chunks, s.id)):
        size = log2(max(one.chunks, _SMALLEST))
        if not level or top - size > _ONE_SIZE:
            if len(level) >= _MERGED_AT_ONCE:
                return level
            level, top = [], size
        level.append(one)
    return level if len(level) >= _MERGED_AT_ONCE else []


def files_of(home: Path, segments: Iterable[Segment], names: Iterable[str]) -> list[Path]:
    """Return the files of some segments among all `names` of parts."""
    wanted = {hexadecimal(one.id) for one in segments}
    return [home / name for name in names if name.removeprefix(f"{WORDS}/").split(".")[0] in wanted]
