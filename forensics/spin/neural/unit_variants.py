"""A sentence with its substitutions undone, and every other way to read one of its places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forensics.text.annotate import AnnotatedText
from forensics.text.edits import Edit, apply

_CHUNK = re.compile(r"\s*\S+")
_CHUNKS_BEHIND = 3  # that a reading of a place is judged by; chosen, and the weights were fitted with it
_LONGEST_UNIT = 60  # words; chosen, not measured: a sentence that does not end is read in parts


@dataclass(frozen=True, slots=True)
class Unit:
    """Code points [start, end) of a document: a sentence or part of a long one, and the gap before it."""

    start: int
    end: int
    gap: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a restored unit where something else may stand: code points [start, end) of the document.

    Chunks (words with the space before them) up to `chunk` stand before it; a reading of it is `head`, the
    words, `tail`.
    """

    start: int
    end: int
    chunk: int
    head: str
    tail: str


class RestoredUnit:
    """A unit with `edits` made, as chunks; it tells how its places read in the document and otherwise."""

    def __init__(self, text: str, unit: Unit, edits: Sequence[Edit]) -> None:
        """Take the edits that lie inside of the unit; they may not overlap."""
        self._text = text
        self._unit = unit
        self._edits = [
            e for e in sorted(edits, key=lambda e: e.start) if unit.start <= e.start and e.end <= unit.end
        ]
        self._starts = [e.start for e in self._edits]
        moved = [Edit(e.start - unit.start, e.end - unit.start, e.observed, e.original) for e in self._edits]
        self._restored = unit.gap + apply(text[unit.start : unit.end], moved)
        self._chunks = [m.span() for m in _CHUNK.finditer(self._restored)]
        self._chunk_starts = [start for start, _ in self._chunks]

    @property
    def chunks(self) -> list[str]:
        """The restored unit, cut before white space."""
        return [self._restored[start:end] for start, end in self._chunks]

    def place(self, start: int, end: int) -> Place:
        """Return the place that code points [start, end) are in, widened to the edits that they overlap."""
        for edit in self._edits:
            if edit.start < end and start < edit.end:
                start, end = min(start, edit.start), max(end, edit.end)
        first, last = self._restored_at(start), self._restored_at(end)
        chunk = max(0, bisect_right(self._chunk_starts, first) - 1)
        behind = min(
            len(self._chunks) - 1, bisect_right(self._chunk_starts, max(last - 1, first)) - 1 + _CHUNKS_BEHIND
        )
        head = self._restored[self._chunks[chunk][0] : first]
        return Place(start, end, chunk, head, self._restored[last : max(last, self._chunks[behind][1])])

    def reading(self, place: Place, start: int, end: int, words_there: str) -> str:
        """Return `place` with `words_there` for code points [start, end), the rest as in the document."""
        inside = self._text[place.start : start] + words_there + self._text[end : place.end]
        return place.head + inside + place.tail

    def _restored_at(self, at: int) -> int:
        """Return where code point `at` of the document stands; it may not be inside an edit."""
        before = self._edits[: bisect_right(self._starts, at - 1)]
        grown = sum(len(e.original) - (e.end - e.start) for e in before if e.end <= at)
        return len(self._unit.gap) + at - self._unit.start + grown


def units(text: str) -> Iterator[Unit]:
    """Yield the sentences of `text` with what separates them, long ones in parts."""
    end = 0
    read = AnnotatedText(text)
    for sentence in read.sentences:
        inside = read.words_in(sentence.start, sentence.end)
        cuts = [inside[k].start for k in range(_LONGEST_UNIT, len(inside), _LONGEST_UNIT)]
        for start, stop in zip([sentence.start, *cuts], [*cuts, sentence.end], strict=True):
            before = text[end:start]
            yield Unit(start, start + len(text[start:stop].rstrip()), _gap(before) if end else "")
            end = start + len(text[start:stop].rstrip())


def _gap(between: str) -> str:
    return "\n" if "\n" in between else " " if between else ""
