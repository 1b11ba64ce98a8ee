"""Paragraphs as the unit: a corpus whose documents are the paragraphs of another's."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from forensics.dedupe.result import Place
from forensics.dedupe.signing import RereadableTexts
from forensics.documents.model import Block
from forensics.text.spans import paragraphs

if TYPE_CHECKING:
    from forensics.sketch.interface import Indices

_MARK = "#char="


class Paragraphs:
    """The paragraphs of `corpus`, each named `document#char=start,end` (RFC 5147, code points, half-open)."""

    def __init__(self, corpus: RereadableTexts) -> None:
        self._corpus = corpus
        self._documents = array("q")
        self._starts = array("I")
        self._ends = array("I")

    @property
    def first_new(self) -> int | None:
        """How many paragraphs of known documents have been read; None where there are no known ones."""
        first = self._corpus.first_new
        return None if first is None else bisect_left(self._documents, first)

    def blocks(self, chars: int = 2 << 20) -> Iterator[Block]:
        """Yield all paragraphs in order, those of one block of documents together."""
        for block in self._corpus.blocks(chars):
            texts: list[str] = []
            found = Block([], texts, [])
            for document, position in zip(block.documents, block.positions, strict=True):
                for span in paragraphs(document.text):
                    found.ids.append(f"{document.id}{_MARK}{span.start},{span.end}")
                    texts.append(span.of(document.text))
                    found.metadata.append(document.metadata)
                    found.positions.append(len(self._documents))
                    self._documents.append(position)
                    self._starts.append(span.start)
                    self._ends.append(span.end)
            if found.ids:
                yield found

    def lengths(self, numbers: Indices) -> Indices:
        """Return for each of these paragraphs the code points in all paragraphs of its document."""
        documents = np.frombuffer(self._documents, np.int64)
        sizes = np.frombuffer(self._ends, np.uint32).astype(np.int64) - np.frombuffer(self._starts, np.uint32)
        firsts = np.flatnonzero(np.diff(documents, prepend=-1))
        totals = np.add.reduceat(sizes, firsts) if len(firsts) else sizes
        found: Indices = totals[np.searchsorted(firsts, numbers, side="right") - 1]
        return found

    def texts(self, positions: Sequence[int]) -> list[str]:
        """Return the texts of paragraphs again; those of one document that follow each other are read once."""
        found = []
        held, text = -1, ""
        for position in positions:
            if self._documents[position] != held:
                held = self._documents[position]
                (text,) = self._corpus.texts([held])
            found.append(text[self._starts[position] : self._ends[position]])
        return found


def place(name: str) -> Place:
    """Return the document and the offsets that a paragraph's name says."""
    document, _, span = name.rpartition(_MARK)
    start, end = map(int, span.split(","))
    return Place(document, start, end)
