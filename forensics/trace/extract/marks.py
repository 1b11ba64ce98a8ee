"""Quotation marks: which of them open and close what, over paragraphs that go on in the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from forensics.text.annotate import AnnotatedText
from forensics.text.spans import Span

# Curly and straight marks are mixed on careless pages: one may close what the other opened.
_DOUBLE = {"“": '”"', "„": "“”", "«": "»", "‹": "›", "「": "」", '"': '"”'}
_SINGLE = {"‘": "’", "‚": "‘’", "'": "'"}
_MARKS = ((re.compile('[“”„«»‹›「」"]'), _DOUBLE), (re.compile("[‘’‚']"), _SINGLE))
# Marks with which a quotation of several paragraphs opens each of them, and closes the last one alone.
_GOES_ON = '“«"'
_ENDINGS = frozenset(".,!?…;:")
# Words that a single mark cuts short at the front: 'em, 'n, the '90s.
_ELIDED = re.compile(r"['’‘](?:em|n|til|tis|twas|cause|bout|round|\d\ds?)\b", re.IGNORECASE)


def marked(text: AnnotatedText) -> Iterator[Span]:
    """Yield what stands in quotation marks, marks included, in order; no stretch crosses a line break.

    A quotation that its paragraph leaves open runs to the paragraph's end where curly marks opened it, or where the
    next paragraph opens with the same mark.
    """
    lines = text.lines
    for number, line in enumerate(lines):
        shown = line.of(text.text)
        following = lines[number + 1].of(text.text)[0] if number + 1 < len(lines) else ""
        # Single marks are looked for by themselves: a stray apostrophe must not hide what stands in double ones.
        for marks, closes in _MARKS:
            for start, end in _pairs(shown, marks, closes, following):
                yield Span(line.start + start, line.start + end)


def in_marks(text: AnnotatedText) -> list[Span]:
    """Return what stands in quotation marks, marks included, in order; what stands within that is left out."""
    found: list[Span] = []
    for span in sorted(marked(text), key=lambda span: (span.start, -span.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found


def _pairs(
    shown: str, marks: re.Pattern[str], closes: Mapping[str, str], following: str
) -> Iterator[tuple[int, int]]:
    """Yield what the marks of one kind hold in one line; `following` is what the next line begins with."""
    opened: int | None = None
    genitive: int | None = None  # where a single mark may have closed, unless it is a genitive's
    for found in marks.finditer(shown):
        mark, at = found.group(), found.start()
        if opened is None:
            if mark in closes and _opens(shown, at):
                opened = at
        elif mark in closes[shown[opened]] and _closes(shown, at):
            if _genitive(shown, at):
                genitive = at if genitive is None else genitive
                continue
            yield opened, at + 1
            opened = genitive = None
        elif genitive is not None and mark == shown[opened] and _opens(shown, at):
            yield opened, genitive + 1
            opened, genitive = at, None
    if opened is None:
        return
    if genitive is not None:
        yield opened, genitive + 1
    elif shown[opened] == "“" or (shown[opened] in _GOES_ON and following == shown[opened]):
        yield opened, len(shown)


def _opens(shown: str, at: int) -> bool:
    """Tell whether a mark can open: nothing of a word before it, something right behind it."""
    before, after = shown[at - 1 : at], shown[at + 1 : at + 2]
    if not after or after.isspace() or before.isalnum():
        return False
    return shown[at] not in "'‘" or not (_ELIDED.match(shown, at) or before in _ENDINGS)


def _closes(shown: str, at: int) -> bool:
    """Tell whether a mark can close: no apostrophe within a word, and a straight one right behind something."""
    before, after = shown[at - 1 : at], shown[at + 1 : at + 2]
    if shown[at] in "’‘'":
        return not after.isalnum() and not before.isspace()
    return shown[at] != '"' or not (before.isspace() and after.isalnum())


def _genitive(shown: str, at: int) -> bool:
    """Tell whether a single mark may be that of "the workers' union"."""
    return (
        shown[at] in "’'"
        and shown[at - 1 : at] in ("s", "S")
        and shown[at + 1 : at + 2] == " "
        and shown[at + 2 : at + 3].isalpha()
    )
