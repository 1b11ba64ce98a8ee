"""The index on disk as analyses ask it: a snapshot, behind the one interface of sources."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from forensics.documents.model import Document
from forensics.index import counts
from forensics.index.chunks import asked_chunks, sentence_words
from forensics.index.disk import rows, words
from forensics.index.disk.batch import band_keys
from forensics.index.disk.snapshot import Snapshot, open_snapshot
from forensics.index.disk.writer import Changes, IndexWriter
from forensics.index.errors import DamagedIndexError
from forensics.index.interface import Leader
from forensics.index.key_files import holders
from forensics.lexicon.relations import Knowledge
from forensics.progress import SILENT, Progress

if TYPE_CHECKING:
    from numpy import ndarray

_CHUNKS_LOOKED_AT = 50  # of each that is asked with
_SCALE = 100  # weights are whole, so that sums of them do not depend on their order
WAIT = 60.0
"""Seconds that an addition waits for another writer to end."""


class DiskIndex:
    """Implements index.interface.Index over the index in `home`, as it is when this is made or `refresh`ed.

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

    def _use(self, snapshot: Snapshot) -> None:
        import numpy as np

        self._snapshot = snapshot
        self._dead = np.array(snapshot.dead, dtype=np.int64)

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
        """Yield every document as it was added, by number."""
        for row in rows.every(self._snapshot.connection):
            yield rows.document_of(row, self._snapshot.texts, self.home)

    def near(self, text: str) -> list[str]:
        """Return the ids, sorted, of the documents that share a band of their signatures with `text`.

        They are candidates for near-duplicates, as `forensics dedupe` finds them; none is verified.
        """
        keys = band_keys([text])
        found: set[int] = set()
        for band, key in enumerate(keys):
            sections = [file.sections[band] for file in self._snapshot.keys["bands"]]
            found.update(holders(sections, key, self._living)[1].tolist())
        return sorted(self._name(number) for number in found)

    def _living(self, numbers: ndarray) -> ndarray:
        """Tell of each number whether its document has not been removed."""
        import numpy as np

        kept: ndarray = ~np.isin(numbers, self._dead)
        return kept

    def _name(self, number: int) -> str:
        row = rows.numbered(self._snapshot.connection, number)
        if row is None:
            raise DamagedIndexError(self.home, "document", f"there is none of number {number}")
        return row.id.decode("utf-8", "surrogatepass")

    def leaders(self, document: Document, count: int) -> list[Leader]:
        """See `Index.leaders`: a source is as good as its best chunk, by how rare the words are that both have."""
        import numpy as np

        best: dict[int, float] = {}
        snapshot = self._snapshot
        if snapshot.searcher is None:
            return []
        counted = [counts.read_counts(file) for file in snapshot.keys["counts"]]
        own = rows.find(snapshot.connection, document.id)
        for chunk in asked_chunks(sentence_words(document.text)):
            known = dict(zip(chunk, counts.frequencies(counted, chunk), strict=True))
            weights = {
                word: int(_SCALE * math.log(1 + snapshot.state.chunks / times))
                for word, times in known.items()
                if times > 0
            }
            most = sum(weights.values())
            hits = (
                words.ask(snapshot.searcher, weights, _CHUNKS_LOOKED_AT + len(self._dead)) if weights else []
            )
            for number, score in hits:
                if self._living(np.array([number]))[0] and (own is None or own.number != number):
                    best[number] = max(best.get(number, 0.0), score / most)
        leading = sorted(((-score, self._name(number)) for number, score in best.items()))[:count]
        return [Leader(self.document(id), round(-score, 4)) for score, id in leading]
