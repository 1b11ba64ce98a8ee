"""What every face of a result says in the same words: counts, shortened lines, a text as it was read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


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


def shortened(text: str, width: int) -> str:
    """Return `text` on one line, cut in its middle to `width` characters."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    half = (width - 1) // 2
    return f"{line[: width - 1 - half]}…{line[-half:]}"


def count(number: int, noun: str) -> str:
    """Return a number and its noun: 1 document, 2,000 documents."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def words_of(name: str) -> str:
    """Return a name of the JSON as words."""
    return name.replace("_", " ")
