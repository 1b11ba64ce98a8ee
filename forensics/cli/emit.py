"""A result written out: to standard output, or to a file whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensics.cli.exits import ClosedPipeError
from forensics.envelope import Envelope
from forensics.errors import OutputError
from forensics.text.visible import visible

if TYPE_CHECKING:
    from rich.console import RenderableType

    from forensics.report.formats import Format


@dataclass(frozen=True, slots=True, kw_only=True)
class Emission:
    """Where a result goes, and in which format."""

    format: Format
    output: Path | None
    no_color: bool

    def emit(self, envelope: Envelope[Any, Any], *, verbose: bool = False) -> None:
        """Write `envelope`; `verbose` leaves nothing out of its tables. A page has texts read again."""
        from forensics.report.interface import RenderOptions, renderer

        if self.format == "table":
            self._table(renderer(envelope.command, "table")(envelope, RenderOptions(verbose=verbose)))
        else:
            options = RenderOptions(texts=_texts(envelope) if self.format == "html" else {})
            self.write(renderer(envelope.command, self.format)(envelope, options))

    def write(self, chunks: Iterable[bytes]) -> None:
        """Write bytes to the output file, whole or not at all, or to standard output."""
        if self.output is not None:
            from forensics.documents.output import atomic

            with atomic(self.output) as file:
                for chunk in chunks:
                    file.write(chunk)
            return
        _require_stdout()
        try:
            for chunk in chunks:
                sys.stdout.buffer.write(chunk)
            sys.stdout.buffer.flush()
        except BrokenPipeError as error:
            raise ClosedPipeError from error

    def write_text(self, text: str) -> None:
        """Write a text as it is; on a terminal with everything that could act there made visible."""
        self.write_texts([text])

    def write_texts(self, texts: Iterable[str]) -> None:
        """Write texts one after another, as `write_text` does one."""
        on_terminal = self.output is None and sys.stdout is not None and sys.stdout.isatty()
        shown = (visible(text, keep="\n\t") for text in texts) if on_terminal else texts
        self.write(text.encode("utf-8", "surrogatepass") for text in shown)

    def _table(self, parts: Iterable[RenderableType]) -> None:
        from forensics.cli import tables

        if self.output is not None:
            self.write([tables.written(parts).encode()])
            return
        _require_stdout()
        tables.show(parts, no_color=self.no_color)


def _texts(envelope: Envelope[Any, Any]) -> dict[str, str]:
    from forensics.report.texts import read_again

    return read_again(envelope)


def _require_stdout() -> None:
    if sys.stdout is None:  # closed by the caller, as >&- does
        raise OutputError("standard output is closed", "give -o FILE, or leave standard output open")
