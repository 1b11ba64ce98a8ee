"""Paragraphs as the unit: a corpus whose documents are the paragraphs of another's."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

from forensics.dedupe.result import Place
from forensics.dedupe.signing import Texts
from forensics.documents.corpus import Block
from forensics.documents.model import Document
from forensics.text.sentences import paragraphs

_MARK = "#char="


class Paragraphs:
    """The paragraphs of `corpus`, each named `document#char=start,end` (RFC 5147, code points, half-open)."""

    def __init__(self, corpus: Texts) -> None:
        self._corpus = corpus
        self._documents = array("q")
        self._starts = array("I")
        self._ends = array("I")

    def blocks(self, chars: int = 2 << 20) -> Iterator[Block]:
        """Yield all paragraphs in order, those of one block of documents together."""
        for block in self._corpus.blocks(chars):
            found = Block([], [])
            for document, position in zip(block.documents, block.positions, strict=True):
                for span in paragraphs(document.text):
                    name = f"{document.id}{_MARK}{span.start},{span.end}"
                    found.documents.append(Document(name, span.of(document.text), document.metadata))
                    found.positions.append(len(self._documents))
                    self._documents.append(position)
                    self._starts.append(span.start)
                    self._ends.append(span.end)
            if found.documents:
                yield found

    def read(self, positions: Iterable[int]) -> Iterator[Document]:
        """Yield paragraphs again; those of one document that follow each other are read once."""
        held, document = -1, None
        for position in positions:
            if document is None or self._documents[position] != held:
                held = self._documents[position]
                document = next(iter(self._corpus.read([held])))
            start, end = self._starts[position], self._ends[position]
            yield Document(f"{document.id}{_MARK}{start},{end}", document.text[start:end])


def place(name: str) -> Place:
    """Return the document and the offsets that a paragraph's name says."""
    document, _, span = name.rpartition(_MARK)
    start, end = map(int, span.split(","))
    return Place(document, start, end)
