"""Texts with their substitutions marked in place."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from forensics.report.wording import Replaced
from forensics.text.visible import visible


def marked(text: str, substitutions: Iterable[Replaced], start: int = 0, end: int | None = None) -> Text:
    """Return `text[start:end]` with every substitution struck through and its original beside it.

    The brackets say without colour what the colours say.
    """
    stop = len(text) if end is None else end
    made = Text()
    position = start
    for one in sorted(substitutions, key=lambda s: s.start):
        if one.start < position or one.end > stop:
            continue
        made.append(visible(text[position : one.start], keep="\n"))
        made.append(f"[{visible(one.observed)}]", style="red strike")
        made.append(visible(one.original), style="bold green")
        position = one.end
    made.append(visible(text[position:stop], keep="\n"))
    return made
