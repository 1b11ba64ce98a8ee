"""What a change is to do with each document: add it, put it in place of another, or leave all as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from forensics.documents.model import Document
from forensics.index.disk import rows
from forensics.index.disk.texts import digest_of

# Code points that are written in one commit: it bounds the memory that takes, and decides nothing else.
_CHARS_AT_ONCE = 8_000_000


@dataclass(frozen=True, slots=True)
class Changes:
    """How many documents a change added, put in place of others of their ids, left as they were, and removed."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    removed: int = 0

    def __add__(self, other: Changes) -> Changes:
        return Changes(
            self.added + other.added,
            self.replaced + other.replaced,
            self.unchanged + other.unchanged,
            self.removed + other.removed,
        )


@dataclass(frozen=True, slots=True)
class ToldApart:
    """Documents told apart: `new` are written, rows in `buried` go, rows in `told` get other fields."""

    new: list[Document]
    buried: list[rows.Row]
    told: list[rows.Row]
    changes: Changes


def told_apart(connection: sqlite3.Connection, documents: Sequence[Document]) -> ToldApart:
    """Return what is to be done with documents of distinct ids, by what the index has of them."""
    new: list[Document] = []
    buried: list[rows.Row] = []
    told: list[rows.Row] = []
    for one in documents:
        known = rows.find(connection, one.id)
        if known is None:
            new.append(one)
        elif known.digest != digest_of(one.text):
            new.append(one)
            buried.append(known)
        elif known.metadata != (metadata := rows.metadata_of(one)):
            told.append(replace(known, metadata=metadata))
    replaced = len(buried) + len(told)
    added = len(new) - len(buried)
    return ToldApart(new, buried, told, Changes(added, replaced, len(documents) - added - replaced))


def batches(documents: Iterable[Document], at_once: int) -> Iterator[list[Document]]:
    """Yield documents as many at a time as are written in one commit: `at_once` at most, fewer where they are long."""
    held: list[Document] = []
    chars = 0
    for one in documents:
        held.append(one)
        chars += len(one.text)
        if len(held) >= at_once or chars >= _CHARS_AT_ONCE:
            yield held
            held, chars = [], 0
    if held:
        yield held
