"""What an index of sources is asked, wherever it keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from forensics.documents.model import Document
from forensics.progress import SILENT, Progress


@dataclass(frozen=True, slots=True)
class Leader:
    """A source that another text may come from; `score` orders the leaders of one text and means nothing else."""

    document: Document
    score: float


class Index(Protocol):
    """Sources that can be asked which of them a text may come from.

    Every implementation passes tests/contract/test_indexes.py.
    """

    def add(self, documents: Iterable[Document], progress: Progress = SILENT) -> None:
        """Take in texts, one by one as they come; of two with one id the first stays."""

    def leaders(self, document: Document, count: int) -> list[Leader]:
        """Return up to `count` sources that may share a passage with `document`, the likeliest first.

        The document's own id is left out.
        """

    def document(self, id: str) -> Document:
        """Return a source as it was added; raises KeyError where there is none of this id."""

    def documents(self) -> Iterator[Document]:
        """Yield all sources in the order in which they were added, one that was replaced in its new place."""

    def __contains__(self, id: object) -> bool: ...

    def __len__(self) -> int: ...

    def close(self) -> None:
        """Let go of everything that was kept for a time only."""
