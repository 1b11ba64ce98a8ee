"""Documents that are already in memory, read the way files are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from forensics.documents.model import Block, Document, Input, Skipped, Warned


class MemoryCorpus:
    """A corpus over `documents`; their inputs are the SHA-256 of each text in UTF-8.

    Those of `against` come first: they are known, and `documents` are new.
    """

    def __init__(self, documents: Sequence[Document], against: Sequence[Document] = ()) -> None:
        self._documents = (*against, *documents)
        self.first_new = len(against) or None
        self.skipped: tuple[Skipped, ...] = ()
        self.warnings: tuple[Warned, ...] = ()
        self.given: tuple[str, ...] = ()
        self.held_against: tuple[str, ...] = ()

    @property
    def inputs(self) -> tuple[Input, ...]:
        """One input a document."""
        return tuple(
            Input(
                one.id, hashlib.sha256(one.text.encode("utf-8", "surrogatepass")).hexdigest(), len(one.text)
            )
            for one in self._documents
        )

    def __iter__(self) -> Iterator[Document]:
        return iter(self._documents)

    def blocks(self, chars: int = 2 << 20) -> Iterator[Block]:
        """Yield the documents in blocks of about `chars` characters; a position is an index."""
        start = size = 0
        for index, one in enumerate(self._documents):
            size += len(one.text)
            if size >= chars or index == len(self._documents) - 1:
                some = self._documents[start : index + 1]
                yield Block(
                    [one.id for one in some],
                    [one.text for one in some],
                    list(range(start, index + 1)),
                    [one.metadata for one in some],
                )
                start, size = index + 1, 0

    def texts(self, positions: Sequence[int]) -> list[str]:
        """Return the texts of the documents at `positions`."""
        return [self._documents[position].text for position in positions]
