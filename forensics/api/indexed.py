"""An index as the analyses ask it: without the texts that are asked about, and with what a result says of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from forensics.documents.model import Document
from forensics.envelope import IndexUsed
from forensics.index.interface import Leader
from forensics.progress import SILENT, Progress

if TYPE_CHECKING:
    from forensics.index.disk.disk import DiskIndex


def open_index(path: str) -> DiskIndex:
    """Return the index in the folder `path` as it is now; raises ForensicsError where there is none to be read."""
    from forensics.index.disk.disk import DiskIndex
    from forensics.lexicon.relations import shipped

    return DiskIndex(Path(path), shipped())


def used(index: DiskIndex, path: str) -> IndexUsed:
    """Return what a result says of the index that it was made with."""
    return IndexUsed(path, len(index), index.state.generation, index.fingerprint)


class OthersOnly:
    """Implements index.interface.Index over another: no text is its own source, by whatever path its file is reached.

    `texts` are the paths that are asked about; of the sources' fields `fields` are kept.
    """

    def __init__(self, index: DiskIndex, texts: Iterable[str], fields: Iterable[str]) -> None:
        self._index, self._fields = index, tuple(fields)
        self._own = {os.path.realpath(one): one for one in texts if Path(one).is_file()}

    def add(self, documents: Iterable[Document], progress: Progress = SILENT) -> None:
        """See `Index.add`."""
        self._index.add(documents, progress)

    def leaders(self, document: Document, count: int) -> list[Leader]:
        """See `Index.leaders`."""
        found = self._index.leaders(document, count + len(self._own))
        kept = [Leader(self._shown(one.document), one.score) for one in found if self._is_other(one.document)]
        return kept[:count]

    def document(self, id: str) -> Document:
        """See `Index.document`."""
        return self._shown(self._index.document(id))

    def documents(self) -> Iterator[Document]:
        """See `Index.documents`."""
        return (self._shown(one) for one in self._index.documents() if self._is_other(one))

    def __contains__(self, id: object) -> bool:
        return id in self._index

    def __len__(self) -> int:
        return len(self._index)

    def close(self) -> None:
        """See `Index.close`."""
        self._index.close()

    def _is_other(self, source: Document) -> bool:
        return not self._own or self._own.get(os.path.realpath(source.id), source.id) == source.id

    def _shown(self, source: Document) -> Document:
        kept = {name: value for name, value in source.metadata.items() if name in self._fields}
        return Document(source.id, source.text, kept)
