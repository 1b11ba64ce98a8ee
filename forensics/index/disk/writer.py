"""Changing an index: every change is one commit of its database, and whole or absent whatever happens."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from forensics.documents.model import Document
from forensics.index.chunks import read_source
from forensics.index.disk import database, parts, rows, segments
from forensics.index.disk.batch import prepare
from forensics.index.disk.changes import Changes, batches, told_apart
from forensics.index.disk.lock import WriterLock
from forensics.index.disk.merging import merge_all
from forensics.index.disk.publish import publish
from forensics.index.disk.shape import shape, unlike
from forensics.index.disk.texts import Texts, trained
from forensics.index.disk.transaction import transaction
from forensics.index.errors import OtherShapeError
from forensics.progress import SILENT, Progress

# Documents that are written in one commit: it bounds the memory that takes, and decides nothing else.
_DOCUMENTS_AT_ONCE = 4_096


class IndexWriter:
    """The one writer of the index in `home`; use as a context manager.

    `create` makes an index where there is none, which counts its changes from `first`; `at_once` documents at most are
    written in one commit. Raises NoIndexError,
    BusyIndexError where another writes for longer than `wait` seconds, OtherShapeError where it was made by other
    rules, DamagedIndexError, OutputError.
    """

    def __init__(
        self,
        home: Path,
        *,
        create: bool = False,
        wait: float = 0.0,
        first: int = 0,
        at_once: int = _DOCUMENTS_AT_ONCE,
    ) -> None:
        self.home, self._create, self._first, self._at_once = home, create, first, at_once
        self._lock = WriterLock(home, wait)
        self._state = rows.State()
        self._meta: dict[str, bytes] = {}

    def __enter__(self) -> Self:
        if not self._create:
            database.edition(self.home)
        with database.clearly(self.home, "lock"):
            if self._create:
                self.home.mkdir(parents=True, exist_ok=True)
            self._lock.__enter__()
        try:
            self._open()
        except BaseException:
            self._lock.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()
        self._lock.__exit__(kind, error, trace)

    def __contains__(self, id: str) -> bool:
        return rows.find(self._database, id) is not None

    @property
    def state(self) -> rows.State:
        """What the index holds now."""
        return self._state

    def add(self, documents: Iterable[Document], progress: Progress = SILENT) -> Changes:
        """Take in documents, batch by batch: one of a new id is added, one of a known id replaces it where it differs.

        Of two with one id in `documents` the first stays.
        """
        done = Changes()
        seen: set[str] = set()
        for batch in batches(documents, self._at_once):
            fresh = []
            for one in batch:
                if one.id not in seen:
                    seen.add(one.id)
                    fresh.append(one)
            with database.clearly(self.home, self._name):
                done += self._take_in(fresh)
                self._tidy()
            progress.advance(len(batch))
        return done

    def remove(self, ids: Iterable[str]) -> Changes:
        """Remove the documents of these ids, batch by batch; one that is not there is no error."""
        done = Changes()
        waiting = iter(dict.fromkeys(ids))
        while some := list(islice(waiting, self._at_once)):
            with database.clearly(self.home, self._name):
                found = (rows.find(self._database, id) for id in some)
                if buried := [row for row in found if row is not None]:
                    self._commit([], buried, [])
                    self._tidy()
            done += Changes(removed=len(buried))
        return done

    def finish(self) -> None:
        """Say that the build which made the index has ended."""
        if not self._state.finished:
            state = replace(self._state, finished=1)
            with database.clearly(self.home, self._name), transaction(self._database):
                rows.write_state(self._database, state)
            self._state = state

    def _open(self) -> None:
        if not list(database.editions(self.home)):
            _make(self.home, self._first)
        self._name = database.edition(self.home).name
        self._database = database.open_to_write(self.home)
        with database.clearly(self.home, self._name):
            self._state = rows.read_state(self._database, self.home)
            self._meta = rows.read_meta(self._database, self.home)
            self._texts = Texts(self._meta.get("dictionary", b""))
            if differing := unlike(json.loads(self._meta["shape"]), shape()):
                self._database.close()
                raise OtherShapeError(self.home, differing)
            segments.sweep(self.home)
            self._restore()
            self._clean()

    def _restore(self) -> None:
        """Write the small files again that a loss of power took: nobody waited for them to be on the disk."""
        for part in parts.listed(self._database, "words"):
            if part.data is not None and not parts.is_whole(self.home, part):
                parts.write(self.home / part.name, part.data, durably=False)

    def _clean(self) -> None:
        """Remove files that no commit knows, and tell tantivy's readers which it does."""
        listed = parts.listed(self._database)
        for path in parts.unlisted(self.home, listed):
            path.unlink(missing_ok=True)
        if template := self._meta.get("words"):
            meta = segments.composed(template, segments.listed(self._database), self._state.generation)
            target = self.home / parts.WORDS / segments.META
            if not target.exists() or target.read_bytes() != meta:
                parts.write(target, meta, durably=False)

    def _take_in(self, documents: Sequence[Document]) -> Changes:
        found = told_apart(self._database, documents)
        if found.new or found.buried or found.told:
            self._commit(found.new, found.buried, found.told)
        return found.changes

    def _commit(self, new: Sequence[Document], buried: Sequence[rows.Row], told: Sequence[rows.Row]) -> None:
        """Write one change: first all files, then the database, which makes them count."""
        state = self._state
        generation = state.generation + 1
        learnt = b"" if "dictionary" in self._meta else trained([one.text for one in new])
        texts = Texts(learnt) if learnt else self._texts
        batch = prepare(new, state.next)
        gone = [read_source(rows.document_of(row, self._texts, self.home).text) for row in buried]
        published = publish(self.home, batch, gone, generation)
        made = [
            rows.row_of(batch.first + at, one, len(words.chunks), texts)
            for at, (one, words) in enumerate(zip(batch.documents, batch.words, strict=True))
        ]
        state = rows.State(
            generation,
            state.documents + len(new) - len(buried),
            state.chunks + batch.chunks - sum(row.chunks for row in buried),
            state.next + len(new),
            state.finished,
        )
        said = {"dictionary": learnt, "words": published.template}
        fresh = {key: value for key, value in said.items() if value and key not in self._meta}
        with transaction(self._database):
            for key, value in fresh.items():
                rows.write_meta(self._database, key, value)
            rows.bury(self._database, buried, generation)
            rows.tell(self._database, told)
            rows.insert(self._database, made)
            parts.enlist(self._database, published.parts)
            segments.enlist(self._database, published.segments)
            rows.write_state(self._database, state)
        self._state, self._texts = state, texts
        self._meta |= fresh

    def _tidy(self) -> None:
        """Merge what has become many, and remove what no commit knows any more."""
        self._state = merge_all(self._database, self.home, self._state, self._meta)
        self._clean()


def _make(home: Path, generation: int) -> None:
    """Make an empty index; until its database has its name there is none."""
    for folder in (parts.WORDS, parts.KEYS):
        (home / folder).mkdir(exist_ok=True)
    unnamed = home / ".new.db"
    unnamed.unlink(missing_ok=True)
    connection = database.create(unnamed)
    with transaction(connection):
        rows.write_meta(connection, "shape", json.dumps(dict(shape())).encode())
        rows.write_meta(connection, "version", str(database.SCHEMA_VERSION).encode())
        rows.write_state(connection, rows.State(generation))
    connection.close()
    unnamed.replace(database.named(home, 1))
    parts.sync_folder(home)
    parts.sync_folder(home.absolute().parent)
