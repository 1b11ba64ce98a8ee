"""In-text citations: "(Doe, 2010)", "Doe (2010)", "[12]", footnote marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forensics.lang import language
from forensics.text.annotate import AnnotatedText
from forensics.text.spans import Span

_CALENDAR = language("en").calendar
_MONTHS = frozenset({*_CALENDAR.months, *_CALENDAR.short_months})
_YEAR = r"(?:(?:1[5-9]|20)\d\d[a-z]?|n\.\s?d\.|in\spress)"
_NAME = r"[A-ZÀ-Þ][\w'’-]{1,30}(?:\s[A-ZÀ-Þ][\w'’-]{1,30}){0,2}"
_AUTHORS = rf"{_NAME}(?:,\s{_NAME}){{0,3}}(?:,?\s(?:&|and)\s{_NAME}|,?\set\sal\.?)?"
_PAGES = r"(?:[,:]\s?(?:pp?\.\s?)?\d{1,4}(?:[-–]\d{1,4})?)?"
_ONE = rf"(?:(?:see(?:\salso)?|cf\.|e\.g\.,?|as\scited\sin)\s)?{_AUTHORS},?\s{_YEAR}(?:,\s{_YEAR}){{0,3}}{_PAGES}"
_BRACKETED = re.compile(rf"\({_ONE}(?:;\s?(?:{_ONE}|{_YEAR}{_PAGES})){{0,8}}\)")
_TOLD = re.compile(rf"(?<=[\w.])\s\({_YEAR}{_PAGES}\)")
_NUMBERED = re.compile(r"\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,12}\]|\[\^\w{1,10}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,4}")
_FOOTNOTE = re.compile(r"(?<=[a-zà-ÿ][.,;”\"’])\d{1,2}(?=\s|$)")
_TELLER = re.compile(rf"(?:{_NAME}|et\sal\.?)(?:’s|'s)?$")


def find_citations(text: AnnotatedText) -> tuple[Span, ...]:
    """Return where `text` points to a source, in order and apart; what it says there is its own.

    A bracket holds an author and a year, or follows an author and holds a year; "(May 2010)" is a date.
    """
    found: list[Span] = []
    for span in sorted(_found(text.text), key=lambda span: (span.start, -span.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)


def _found(text: str) -> Iterator[Span]:
    for match in _BRACKETED.finditer(text):
        if not _MONTHS.intersection(word.lower() for word in re.findall(r"\w+", match[0])):
            yield Span(*match.span())
    for match in _TOLD.finditer(text):
        if _TELLER.search(text, max(0, match.start() - 100), match.start()) is not None:
            yield Span(match.start() + 1, match.end())
    for pattern in (_NUMBERED, _FOOTNOTE):
        for match in pattern.finditer(text):
            yield Span(*match.span())
