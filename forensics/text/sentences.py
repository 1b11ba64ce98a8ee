"""Sentences with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from forensics.lang import language
from forensics.lang.base import Language
from forensics.text.spans import Span, paragraphs, trimmed

# A full stop ends a sentence before a space and a capital, or, on careless pages, before a capital alone.
# It starts at the first mark of a run and gives nothing back, so that a megabyte of marks takes linear time. The mark
# comes first and is then looked at from behind: a pattern that begins with a character is searched seven times quicker.
_END = re.compile(
    r"[.!?…](?:(?<![.!?…][.!?…])[.!?…]*+[\"'”’)\]]*+(?=\s+[\"'“‘(\[]?[^\W_a-z]|\s*$)|(?<=[a-z)]{3}[.!?])(?=[A-Z][a-z]))"
)
_LIST_MARK = re.compile(r"[-*•\s]*\(?(?:\d+|[A-Za-z])[.)]$")
_ENGLISH = language("en")


def sentences(text: str, lines: Iterable[Span] | None = None, language: Language = _ENGLISH) -> list[Span]:
    """Return the sentences of `text` in order; none crosses a line break.

    `lines` are its paragraphs, where they are known already.
    """
    found: list[Span] = []
    abbreviation = _abbreviation(language)
    for line in paragraphs(text) if lines is None else lines:
        start = line.start
        for end in _END.finditer(text, line.start, line.end):
            mark = text[end.start() : end.end()].rstrip("\"'”’)]")
            before = text[max(line.start, end.start() - 12) : end.start() + len(mark)]
            if mark == "." and (abbreviation.search(before) or _is_list_mark(text, start, end.end())):
                continue
            if span := trimmed(text, start, end.end()):
                found.append(span)
            start = end.end()
        if span := trimmed(text, start, line.end):
            found.append(span)
    return found


@cache
def _abbreviation(language: Language) -> re.Pattern[str]:
    words = "|".join(map(re.escape, language.abbreviations))
    return re.compile(rf"(?:^|[\s(\"“])(?:{words}|(?:[A-Z]\.)*[A-Z])\.$")


def _is_list_mark(text: str, start: int, end: int) -> bool:
    return end - start <= 16 and _LIST_MARK.match(text[start:end].strip()) is not None
