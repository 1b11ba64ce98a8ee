"""A text read with its substitutions undone, and the way back to the words that stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from forensics.text.annotate import AnnotatedText
from forensics.text.edits import Edit


@dataclass(frozen=True, slots=True)
class EditedText:
    """`annotated` is the text `source` with its edits made: the very same where there are none."""

    source: str
    annotated: AnnotatedText
    _starts: tuple[int, ...]  # where each piece begins in `text`
    _pieces: tuple[tuple[int, int, bool], ...]  # where it stands in `source`, and whether it is an edit

    @property
    def text(self) -> str:
        """The edited text."""
        return self.annotated.text

    def in_source(self, start: int, end: int) -> tuple[int, int]:
        """Return where code points [start, end) of `text` stand in `source`; whole edits where they touch one."""
        if end <= start or not self._starts:
            return start, end
        first = bisect_right(self._starts, start) - 1
        left, _, edited = self._pieces[first]
        source_start = left if edited else left + start - self._starts[first]
        last = bisect_right(self._starts, end - 1) - 1
        left, right, edited = self._pieces[last]
        return source_start, right if edited else left + end - self._starts[last]


def edited(source: AnnotatedText, edits: Iterable[Edit] = ()) -> EditedText:
    """Return `source` with `edits` made, left to right; one that overlaps an earlier one is left out."""
    text = source.text
    parts: list[str] = []
    starts: list[int] = []
    pieces: list[tuple[int, int, bool]] = []
    position = length = 0

    def add(part: str, start: int, end: int, edited: bool) -> None:
        nonlocal length
        if part:
            parts.append(part)
            starts.append(length)
            pieces.append((start, end, edited))
            length += len(part)

    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if position <= edit.start < edit.end <= len(text):
            add(text[position : edit.start], position, edit.start, False)
            add(edit.original, edit.start, edit.end, True)
            position = edit.end
    add(text[position:], position, len(text), False)
    changed = any(edited for _, _, edited in pieces)
    made = AnnotatedText("".join(parts), source.language) if changed else source
    return EditedText(text, made, tuple(starts), tuple(pieces))
