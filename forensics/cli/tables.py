"""Tables on a terminal, and the same as plain text for a file."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import NoReturn

from rich.console import Console, RenderableType

from forensics.cli.exits import ClosedPipeError

_FILE_WIDTH = 100


def show(parts: Iterable[RenderableType], *, no_color: bool) -> None:
    """Print the parts of a table on standard output."""
    _print(_Terminal(no_color=no_color or None, highlight=False), parts)


def written(parts: Iterable[RenderableType]) -> str:
    """Return the parts of a table as text without colours."""
    file = io.StringIO()
    _print(Console(file=file, width=_FILE_WIDTH, no_color=True, highlight=False), parts)
    return file.getvalue()


class _Terminal(Console):
    def on_broken_pipe(self) -> NoReturn:
        raise ClosedPipeError


def _print(console: Console, parts: Iterable[RenderableType]) -> None:
    for part in parts:
        console.print(part)
