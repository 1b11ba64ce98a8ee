"""Replacements in a text, and the text that they give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Code points [start, end) of a text read `observed` and stand for `original`; `confidence` is 0 to 1."""

    start: int
    end: int
    observed: str
    original: str
    confidence: float = 1.0


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with every edit made, left to right; an edit that overlaps an earlier one is left out."""
    parts: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < position:
            continue
        parts += [text[position : edit.start], edit.original]
        position = edit.end
    return "".join([*parts, text[position:]])


@dataclass(frozen=True, slots=True)
class SpunReading:
    """What was found about synonym spinning in one text: `score` is the probability that it was spun."""

    score: float
    edits: tuple[Edit, ...] = ()
