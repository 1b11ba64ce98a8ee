"""Files that have become many, made into few: each merge is a change of its own, which changes no answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from forensics.index import counts
from forensics.index.disk import parts, rows, segments
from forensics.index.disk.publish import NO_DOCUMENT, key_name, take
from forensics.index.disk.snapshot import open_keys
from forensics.index.disk.transaction import transaction
from forensics.index.key_files import merge_keys
from forensics.index.sorted_file import due, write
from forensics.index.words import schema

if TYPE_CHECKING:
    from numpy import ndarray

_KEYS: tuple[parts.Kind, ...] = ("bands", "prints", "counts")


def merge_all(
    connection: sqlite3.Connection, home: Path, state: rows.State, meta: Mapping[str, bytes]
) -> rows.State:
    """Merge what is due, and return the state that then holds."""
    while crowded := segments.crowded(segments.listed(connection)):
        after = _merge_segments(connection, home, state, meta["words"], crowded)
        if after == state:  # tantivy sees no need
            break
        state = after
    for kind in _KEYS:
        while several := _due(parts.listed(connection, kind)):
            state = _merge_keys(connection, home, state, kind, several)
    return state


def _due(listed: Sequence[parts.Part]) -> list[parts.Part]:
    return [listed[place] for place in due([part.size // 8 for part in listed])]


def _merge_keys(
    connection: sqlite3.Connection,
    home: Path,
    state: rows.State,
    kind: parts.Kind,
    several: Sequence[parts.Part],
) -> rows.State:
    state = replace(state, generation=state.generation + 1)
    dead = rows.dead(connection)
    publisher = parts.Publisher(home, state.generation)
    with segments.stage(home, small=False) as folder:
        path = folder / kind
        files = [open_keys(home, part) for part in several]
        with path.open("wb") as file:
            if kind == "counts":
                summed = counts.summed([counts.read_counts(one) for one in files])
                sizes = write(file, ([section] for section in counts.as_sections(*summed)))[:1]
                span = NO_DOCUMENT
            else:
                sizes = merge_keys(file, files, _living(dead))
                span = min(part.first for part in several), max(part.last for part in several)
        publisher.move(path, key_name(state.generation, kind), kind, sum(sizes), *span)
    publisher.settle()
    with transaction(connection):
        parts.delist(connection, (part.name for part in several))
        parts.enlist(connection, publisher.parts)
        rows.forget_dead(connection)
        rows.write_state(connection, state)
    return state


def _merge_segments(
    connection: sqlite3.Connection,
    home: Path,
    state: rows.State,
    template: bytes,
    several: Sequence[segments.Segment],
) -> rows.State:
    before = state
    state = replace(state, generation=state.generation + 1)
    first, last = min(one.first for one in several), max(one.last for one in several)
    dead = [number for number in rows.dead(connection) if first <= number <= last]
    names = [part.name for part in parts.listed(connection, "words")]
    publisher = parts.Publisher(home, state.generation)
    with segments.stage(home, small=False) as folder:
        meta = segments.composed(template, several, state.generation)
        staged = segments.merged(folder, schema(), meta, segments.files_of(home, several, names), dead)
        kept = {entry["segment_id"] for entry, _ in staged.segments}
        if not dead and kept >= {one.id for one in several}:
            return before
        staying = {f"{parts.WORDS}/{file.name}" for _, files in staged.segments for file in files}
        for (
            _,
            files,
        ) in staged.segments:  # what was not merged is here already, but for its list of deleted chunks
            files[:] = [file for file in files if f"{parts.WORDS}/{file.name}" not in names]
        found = take(publisher, staged, first, last, state.generation)
    publisher.settle()
    were = {file.relative_to(home).as_posix() for file in segments.files_of(home, several, names)}
    with transaction(connection):
        segments.delist(connection, (one.id for one in several))
        segments.enlist(connection, found)
        parts.delist(connection, sorted(were - staying))
        parts.enlist(connection, publisher.parts)
        rows.forget_dead(connection)
        rows.write_state(connection, state)
    return state


def _living(dead: Sequence[int]) -> Callable[[ndarray], ndarray] | None:
    import numpy as np

    if not dead:
        return None
    gone = np.array(dead, dtype=np.int64)

    def keep(numbers: ndarray) -> ndarray:
        kept: ndarray = ~np.isin(numbers, gone)
        return kept

    return keep
