"""A text laid out line by line, as the pieces that it was cut into."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from forensics.report.html.kit.element import Html, tag
from forensics.report.html.kit.pieces import Piece


def paragraphs(text: str, pieces: Sequence[Piece], part: Callable[[Piece, int, int], Html]) -> Iterator[Html]:
    """Yield a paragraph for each line of `text` that holds anything, laid out in its own direction.

    `part` draws code points [start, end) of a piece, all of them on one line.
    """
    line: list[Html] = []
    for piece in pieces:
        start = piece.start
        for held in text[piece.start : piece.end].splitlines(keepends=True):
            words = held.rstrip("\r\n")
            if words:
                line.append(part(piece, start, start + len(words)))
            start += len(held)
            if words != held and line:
                yield tag("p", line, dir="auto")
                line = []
    if line:
        yield tag("p", line, dir="auto")
