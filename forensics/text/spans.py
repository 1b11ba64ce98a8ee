"""Stretches of a text, and its paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: code points [start, end)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return what stands there in `text`."""
        return text[self.start : self.end]


def paragraphs(text: str) -> list[Span]:
    """Return the non-blank lines of `text`, trimmed: on the pages met here a line is a paragraph."""
    return [span for m in _LINE.finditer(text) if (span := trimmed(text, m.start(), m.end()))]


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return code points [start, end) of `text` without white space at either end, None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None
