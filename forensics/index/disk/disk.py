"""The index on disk as analyses ask it: a snapshot, behind the one interface of sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from forensics.documents.model import Document
from forensics.index import counts
from forensics.index.disk import parts, rows
from forensics.index.disk.batch import band_keys
from forensics.index.disk.changes import Changes
from forensics.index.disk.snapshot import Snapshot, open_snapshot
from forensics.index.disk.writer import IndexWriter
from forensics.index.errors import DamagedIndexError
from forensics.index.interface import Leader
from forensics.index.key_files import holders
from forensics.index.ranking import leading
from forensics.index.words import Hits, ask
from forensics.lexicon.relations import Knowledge
from forensics.progress import SILENT, Progress

if TYPE_CHECKING:
    from numpy import ndarray

    Wanted = Callable[[Mapping[str, object]], bool]
    """Tells by the fields of a document whether it is asked for."""

WAIT = 60.0
"""Seconds that an addition waits for another writer to end."""


class DiskIndex:
    """Implements index.interface.Index and index.ranking.Holdings over an index as it is when this is made.

    Use as a context manager, or close it. Raises NoIndexError, NewerIndexError, OtherShapeError, DamagedIndexError.
    """

    def __init__(self, home: Path, knowledge: Knowledge) -> None:
        self.home, self._knowledge = home, knowledge
        self._use(open_snapshot(home))

    @classmethod
    def made(cls, home: Path, knowledge: Knowledge) -> Self:
        """Return the index in `home`, which is made where there is none."""
        with IndexWriter(home, create=True, wait=WAIT) as writer:
            writer.finish()
        return cls(home, knowledge)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and rows.find(self._snapshot.connection, id) is not None

    def __len__(self) -> int:
        return self._snapshot.state.documents

    @property
    def state(self) -> rows.State:
        """What the index holds."""
        return self._snapshot.state

    def refresh(self) -> None:
        """See the index as it is now."""
        fresh = open_snapshot(self.home)
        self._snapshot.close()
        self._use(fresh)

    def close(self) -> None:
        """Let go of the snapshot."""
        self._snapshot.close()

    def add(self, documents: Iterable[Document], progress: Progress = SILENT) -> Changes:
        """See `Index.add`: what is added stays, and a document of a known id replaces it where it differs."""
        with IndexWriter(self.home, wait=WAIT) as writer:
            changes = writer.add(documents, progress)
        self.refresh()
        return changes

    def document(self, id: str) -> Document:
        """See `Index.document`."""
        found = rows.find(self._snapshot.connection, id)
        if found is None:
            raise KeyError(id)
        return rows.document_of(found, self._snapshot.texts, self.home)

    def documents(self) -> Iterator[Document]:
        """See `Index.documents`."""
        for row in rows.every(self._snapshot.connection):
            yield rows.document_of(row, self._snapshot.texts, self.home)

    def leaders(self, document: Document, count: int, wanted: Wanted | None = None) -> list[Leader]:
        """See `Index.leaders`; `wanted` says by its fields which document is asked for."""
        own = rows.find(self._snapshot.connection, document.id)
        asked = self if wanted is None else _Some(self, wanted)
        found = leading(document.text, asked, self._knowledge, count, own.number if own else None)
        return [Leader(self._document(number), score) for number, score in found]

    @property
    def fingerprint(self) -> str:
        """SHA-256, in hexadecimal, over what the snapshot lists: rules, state, and the digest of every part."""
        listed = parts.listed(self._snapshot.connection)
        told = [
            self._snapshot.meta["shape"].hex(),
            repr(self.state),
            *(f"{p.name} {p.digest.hex()}" for p in listed),
        ]
        return sha256("\n".join(told).encode()).hexdigest()

    def near(self, text: str) -> list[str]:
        """Return the ids, sorted, of the documents that share a band of their signatures with `text`.

        They are candidates for near-duplicates, as `forensics dedupe` finds them; none is verified.
        """
        keys = band_keys([text])
        found: set[int] = set()
        for band, key in enumerate(keys):
            sections = [file.sections[band] for file in self._snapshot.keys["bands"]]
            found.update(holders(sections, key, self.living)[1].tolist())
        return sorted(map(self.id, found))

    @property
    def sources(self) -> int:
        """See `Holdings.sources`."""
        return self._snapshot.state.documents

    @property
    def chunks(self) -> int:
        """See `Holdings.chunks`."""
        return self._snapshot.state.chunks

    def frequencies(self, terms: Sequence[str]) -> list[int]:
        """See `Holdings.frequencies`."""
        return counts.frequencies(self._counts, terms)

    def hits(self, question: Mapping[str, int]) -> Hits:
        """See `Holdings.hits`."""
        return self.hits_among(question, self.living)

    def hits_among(self, question: Mapping[str, int], known: Callable[[ndarray], ndarray]) -> Hits:
        """Return the hits of the documents that `known` leaves in."""
        if self._snapshot.searcher is None:
            return Hits((), (), ())
        return ask(self._snapshot.searcher, question, known)

    def print_holders(self, prints: ndarray, most: int) -> tuple[ndarray, ndarray]:
        """See `Holdings.print_holders`."""
        sections = [file.sections[0] for file in self._snapshot.keys["prints"]]
        return holders(sections, prints, self.living, most, len(self._dead))

    def id(self, number: int) -> str:
        """See `Holdings.id`."""
        return self._row(number).id.decode("utf-8", "surrogatepass")

    def fields(self, number: int) -> Mapping[str, object]:
        """Return the other fields of a document."""
        return rows.fields_of(self._row(number).metadata)

    def living(self, numbers: ndarray) -> ndarray:
        """Tell of each number whether its document has not been removed."""
        import numpy as np

        kept: ndarray = ~np.isin(numbers, self._dead)
        return kept

    def _use(self, snapshot: Snapshot) -> None:
        import numpy as np

        self._snapshot = snapshot
        self._dead = np.array(snapshot.dead, dtype=np.int64)
        self._counts = [counts.read_counts(file) for file in snapshot.keys["counts"]]

    def _document(self, number: int) -> Document:
        return rows.document_of(self._row(number), self._snapshot.texts, self.home)

    def _row(self, number: int) -> rows.Row:
        row = rows.numbered(self._snapshot.connection, number)
        if row is None:
            raise DamagedIndexError(self.home, "document", f"there is none of number {number}")
        return row


class _Some:
    """Implements index.ranking.Holdings: those documents of an index that are wanted; words are as rare as in all."""

    def __init__(self, index: DiskIndex, wanted: Wanted) -> None:
        self._index, self._wanted = index, wanted
        self._known: dict[int, bool] = {}
        self.sources, self.chunks = index.sources, index.chunks
        self.frequencies, self.id = index.frequencies, index.id

    def hits(self, question: Mapping[str, int]) -> Hits:
        """See `Holdings.hits`."""
        return self._index.hits_among(question, self._asked_for)

    def print_holders(self, prints: ndarray, most: int) -> tuple[ndarray, ndarray]:
        """See `Holdings.print_holders`."""
        places, numbers = self._index.print_holders(prints, most)
        kept = self._asked_for(numbers)
        return places[kept], numbers[kept]

    def _asked_for(self, numbers: ndarray) -> ndarray:
        import numpy as np

        kept: ndarray = self._index.living(numbers)
        for at in np.flatnonzero(kept).tolist():
            number = int(numbers[at])
            if number not in self._known:
                self._known[number] = self._wanted(self._index.fields(number))
            kept[at] = self._known[number]
        return kept
