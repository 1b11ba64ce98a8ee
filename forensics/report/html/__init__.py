"""Results as one page for people who open a file: self-contained, offline, the same bytes every time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forensics.envelope import Envelope
from forensics.report.interface import RenderOptions, renderer


def render(envelope: Envelope[Any, Any], texts: Mapping[str, str] | None = None) -> str:
    """Return the report of a result as one HTML page; `texts` by id are those that the result does not carry."""
    options = RenderOptions(texts=texts or {})
    return b"".join(renderer(envelope.command, "html")(envelope, options)).decode()
