"""The documents of an index on disk that a text may have in common with: candidates for copies, not yet compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from forensics.documents.model import Document
from forensics.index.chunks import read_source
from forensics.index.disk import rows
from forensics.index.disk.batch import band_keys
from forensics.index.disk.snapshot import open_snapshot
from forensics.index.errors import DamagedIndexError
from forensics.index.key_files import holders
from forensics.sketch.samples import MOST_HOLDERS


class IndexedTexts:
    """Implements known_texts.KnownTexts over the index in `home`, as it is when this is made.

    Candidates share a band of their signatures, as those of `forensics dedupe` do, or a fingerprint, since one that
    is a part of the other shares no band; a fingerprint of more than MOST_HOLDERS documents is a common phrase.
    Raises what opening an index raises.
    """

    def __init__(self, home: Path) -> None:
        self._home, self._snapshot = home, open_snapshot(home)
        self._dead = np.array(self._snapshot.dead, dtype=np.int64)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._snapshot.close()

    def __len__(self) -> int:
        return self._snapshot.state.documents

    def likely(self, texts: Sequence[str]) -> set[int]:
        """Return the numbers of the documents that may be alike to one of `texts`."""
        found: set[int] = set()
        for band, keys in enumerate(band_keys(texts)):
            sections = [file.sections[band] for file in self._snapshot.keys["bands"]]
            found.update(holders(sections, keys, self._living)[1].tolist())
        prints = np.unique(np.concatenate([read_source(text).prints for text in texts]))
        sections = [file.sections[0] for file in self._snapshot.keys["prints"]]
        unknown = len(self._dead)
        found.update(holders(sections, prints, self._living, MOST_HOLDERS, unknown)[1].tolist())
        return found

    def documents(self, numbers: Iterable[int]) -> list[Document]:
        """Return the documents of these numbers, in the order of the numbers."""
        return [self._document(number) for number in sorted(numbers)]

    def _living(self, numbers: np.ndarray) -> np.ndarray:
        kept: np.ndarray = ~np.isin(numbers, self._dead)
        return kept

    def _document(self, number: int) -> Document:
        row = rows.numbered(self._snapshot.connection, number)
        if row is None:
            raise DamagedIndexError(self._home, "document", f"there is none of number {number}")
        return rows.document_of(row, self._snapshot.texts, self._home)
