"""Texts with their substitutions marked in place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from rich.text import Text

from forensics.text.visible import visible


class Replaced(Protocol):
    """Anything that says which stretch of a text stands for what."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def observed(self) -> str: ...  # noqa: D102
    @property
    def original(self) -> str: ...  # noqa: D102


def spun_text(restored: str, substitutions: Iterable[Replaced]) -> str:
    """Return the text as it was read, from the restored one and the substitutions that it undoes."""
    parts: list[str] = []
    taken = 0
    read = 0
    for one in sorted(substitutions, key=lambda s: s.start):
        between = one.start - read
        parts += [restored[taken : taken + between], one.observed]
        taken += between + len(one.original)
        read = one.end
    return "".join([*parts, restored[taken:]])


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
