"""What `forensics index` says, a line each: matches, problems and what was lost, and the summary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from forensics.envelope import Envelope
from forensics.report.interface import RenderOptions
from forensics.report.jsonl.lines import lines, sealed, summary
from forensics.settings import IndexSettings

_LISTED = {"matches": "match", "problems": "problem", "lost": "lost"}


def render(envelope: Envelope[IndexSettings, Any], options: RenderOptions) -> Iterator[bytes]:  # noqa: ARG001
    """Return the findings, and the summary."""
    return sealed(_lines(envelope))


def _lines(envelope: Envelope[IndexSettings, Any]) -> Iterator[bytes]:
    for name, kind in _LISTED.items():
        yield from lines(kind, getattr(envelope.result, name, ()))
    yield summary(envelope)
