"""Quotations: what stands in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from forensics.text.annotate import AnnotatedText
from forensics.text.spans import Span

_PAIRS = {"“": "”", "«": "»", '"': '"', "„": "“", "‘": "’"}
SHORTEST = 2
"""Fewer words in quotation marks are a term, not a quotation."""
LONGEST = 3000
"""Characters; marks farther apart do not belong together."""
MOST_APOSTROPHES = 60


def quotes(annotated: AnnotatedText) -> Iterator[tuple[Span, str]]:
    """Yield each quotation without its marks, and its words in lower case: the form to compare."""
    text = annotated.text
    for line in annotated.lines:
        position = line.start
        while position < line.end:
            close = _PAIRS.get(text[position])
            if close is None or (text[position] == "‘" and not _opens(text, position, line)):
                position += 1
                continue
            end = _closing(text, position + 1, min(line.end, position + LONGEST), close)
            if end < 0:
                position += 1
                continue
            found = annotated.words_in(position + 1, end)
            if len(found) >= SHORTEST:
                yield Span(found[0].start, found[-1].end), " ".join(word.key for word in found)
            position = end + 1


def _opens(text: str, position: int, line: Span) -> bool:
    return position == line.start or not text[position - 1].isalnum()


def _closing(text: str, start: int, end: int, mark: str) -> int:
    position = text.find(mark, start, end)
    for _ in range(MOST_APOSTROPHES):
        if mark != "’" or position < 0 or not text[position + 1 : position + 2].isalnum():
            return position
        position = text.find(mark, position + 1, end)  # an apostrophe within a word closes nothing
    return -1
