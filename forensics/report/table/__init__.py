"""Results for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from forensics.envelope import Envelope

if TYPE_CHECKING:
    from rich.console import RenderableType


def render(envelope: Envelope[Any, Any], *, verbose: bool) -> Iterable[RenderableType]:
    """Return the parts of a result's tables; `verbose` leaves nothing out."""
    match envelope.command:
        case "dedupe":
            from forensics.report.table import dedupe

            return dedupe.render(envelope, verbose=verbose)
        case "spin":
            from forensics.report.table import spin

            return spin.render(envelope, verbose=verbose)
        case "trace":
            from forensics.report.table.trace import story

            return story.render(envelope, verbose=verbose)
