"""The index that goes with a run: texts spooled to disk, chunks in an inverted index, fingerprints in memory."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import SEEK_END
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self

from forensics.documents.model import Document
from forensics.index.chunks import read_source
from forensics.index.interface import Leader
from forensics.index.key_files import entries, holders
from forensics.index.ranking import leading
from forensics.index.words import Hits, ask, entries_of, schema
from forensics.lexicon.relations import Knowledge
from forensics.progress import SILENT, Progress

if TYPE_CHECKING:
    from numpy import ndarray

_HEAP = 64_000_000  # bytes for the writer; decides nothing but speed


class TemporaryIndex:
    """Implements index.interface.Index and index.ranking.Holdings.

    Use as a context manager, or close it: the temporary files go with it.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        import numpy as np
        import tantivy

        self._folder = tempfile.TemporaryDirectory(prefix="forensics-trace-")
        self._spool: IO[bytes] = (Path(self._folder.name) / "texts").open("w+b")
        self.knowledge = knowledge
        self._places: list[tuple[int, int]] = []
        self._ids: dict[str, int] = {}
        self._names: list[str] = []
        self._frequency: Counter[str] = Counter()
        self.chunks = 0
        (Path(self._folder.name) / "index").mkdir()
        self._index = tantivy.Index(schema(), path=str(Path(self._folder.name) / "index"))
        self._searcher = self._index.searcher()
        self._prints = np.zeros(0, dtype=np.uint64)

    def __contains__(self, id: object) -> bool:
        return id in self._ids

    def __len__(self) -> int:
        return len(self._places)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Remove the temporary files."""
        self._spool.close()
        self._folder.cleanup()

    def add(self, documents: Iterable[Document], progress: Progress = SILENT) -> None:
        """See `Index.add`."""
        import numpy as np

        writer = self._index.writer(_HEAP, num_threads=1)
        prints = [self._prints]
        progress.start("reading sources")
        for source in documents:
            if source.id not in self._ids:
                number = len(self._places)
                words = read_source(source.text)
                self._keep(source)
                for entry in entries_of(number, words.chunks):
                    writer.add_document(entry)
                for chunk in words.chunks:
                    self._frequency.update(chunk)
                self.chunks += len(words.chunks)
                prints.append(entries(words.prints, np.full(len(words.prints), number)))
            progress.advance()
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()
        self._prints = np.sort(np.concatenate(prints))
        progress.finish()

    def document(self, id: str) -> Document:
        """See `Index.document`."""
        return self._document(self._ids[id])

    def documents(self) -> Iterator[Document]:
        """See `Index.documents`."""
        return (self._document(number) for number in range(len(self)))

    def leaders(self, document: Document, count: int) -> list[Leader]:
        """See `Index.leaders`."""
        found = leading(document.text, self, self.knowledge, count, self._ids.get(document.id))
        return [Leader(self._document(number), score) for number, score in found]

    @property
    def sources(self) -> int:
        """See `Holdings.sources`."""
        return len(self._places)

    def frequencies(self, terms: Sequence[str]) -> list[int]:
        """See `Holdings.frequencies`."""
        return [self._frequency[term] for term in terms]

    def hits(self, question: Mapping[str, int]) -> Hits:
        """See `Holdings.hits`."""
        return ask(self._searcher, question)

    def print_holders(self, prints: ndarray, most: int) -> tuple[ndarray, ndarray]:
        """See `Holdings.print_holders`."""
        return holders([self._prints], prints, most=most)

    def id(self, number: int) -> str:
        """See `Holdings.id`."""
        return self._names[number]

    def _document(self, number: int) -> Document:
        start, size = self._places[number]
        self._spool.seek(start)
        id_, text, metadata = json.loads(self._spool.read(size))
        return Document(id_, text, metadata)

    def _keep(self, source: Document) -> None:
        raw = json.dumps([source.id, source.text, dict(source.metadata)], default=str).encode("ascii")
        self._ids[source.id] = len(self._places)
        self._names.append(source.id)
        self._spool.seek(0, SEEK_END)
        self._places.append((self._spool.tell(), len(raw)))
        self._spool.write(raw)
