"""New documents beside known ones that are kept elsewhere, read as one corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forensics.documents.corpus import Corpus
from forensics.documents.memory import MemoryCorpus
from forensics.documents.model import Block, Document, Input


class JoinedCorpus:
    """The `known` documents, then those of `new`; known ones have the negative positions."""

    first_new: int | None = 0

    def __init__(self, known: Sequence[Document], new: Corpus | MemoryCorpus) -> None:
        self._known, self.new = MemoryCorpus(known), new
        self._size = len(known)

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Each known document, and the files that the new ones were read from."""
        return (*self._known.inputs, *self.new.inputs)

    def blocks(self, chars: int = 2 << 20) -> Iterator[Block]:
        """Yield all documents in order."""
        for block in self._known.blocks(chars):
            block.positions[:] = [position - self._size for position in block.positions]
            yield block
        yield from self.new.blocks(chars)

    def texts(self, positions: Sequence[int]) -> Sequence[str]:
        """Return the texts of the documents at `positions`."""
        new = [position for position in positions if position >= 0]
        if len(new) == len(positions):
            return self.new.texts(positions)
        of_new = iter(self.new.texts(new) if new else ())
        of_known = iter(self._known.texts([position + self._size for position in positions if position < 0]))
        return [next(of_new if position >= 0 else of_known) for position in positions]
