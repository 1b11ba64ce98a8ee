"""What a renderer is, and the one registry of them: which module shows results of a command in a format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar, cast, get_args, overload

from forensics.report.formats import Format
from forensics.settings import IndexCommand

if TYPE_CHECKING:
    from rich.console import RenderableType

    from forensics.envelope import Envelope
    from forensics.settings import Command

Piece = TypeVar("Piece", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """What a renderer is told beside the result.

    `verbose` leaves nothing out of a table. `texts` holds texts by the id of their document, for results that do
    not carry them: only with them a page shows the differences of near-duplicates, and texts in which nothing
    was replaced.
    """

    verbose: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)


class Renderer(Protocol[Piece]):
    """Shows a result in one format, piece by piece: a table in what rich prints, all else in bytes of UTF-8.

    The same result and options give the same pieces. A renderer reads no file and no clock.
    """

    def __call__(self, envelope: Envelope[Any, Any], options: RenderOptions) -> Iterable[Piece]:
        """Return the pieces in order."""


# Each module holds its renderer as `render`. A new command or format is a row here and a module there.
RENDERERS: Mapping[tuple[Command, Format], str] = {
    ("dedupe", "table"): "forensics.report.table.dedupe",
    ("dedupe", "json"): "forensics.report.json",
    ("dedupe", "jsonl"): "forensics.report.jsonl.dedupe",
    ("dedupe", "html"): "forensics.report.html.dedupe.page",
    ("spin", "table"): "forensics.report.table.spin",
    ("spin", "json"): "forensics.report.json",
    ("spin", "jsonl"): "forensics.report.jsonl.spin",
    ("spin", "html"): "forensics.report.html.spin.page",
    ("trace", "table"): "forensics.report.table.trace.story",
    ("trace", "json"): "forensics.report.json",
    ("trace", "jsonl"): "forensics.report.jsonl.trace",
    ("trace", "html"): "forensics.report.html.trace.page",
    **{(command, "table"): "forensics.report.table.index" for command in get_args(IndexCommand)},
    **{(command, "json"): "forensics.report.json" for command in get_args(IndexCommand)},
    **{(command, "jsonl"): "forensics.report.jsonl.index" for command in get_args(IndexCommand)},
}


@overload
def renderer(command: Command, format: Literal["table"]) -> Renderer[RenderableType]: ...
@overload
def renderer(command: Command, format: Literal["json", "jsonl", "html"]) -> Renderer[bytes]: ...
def renderer(command: Command, format: Format) -> Renderer[Any]:
    """Return what shows results of `command` in `format`; no other renderer is imported."""
    return cast("Renderer[Any]", import_module(RENDERERS[command, format]).render)
