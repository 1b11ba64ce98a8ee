"""Results as one page for people who open a file: self-contained, offline, the same bytes every time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forensics.envelope import Envelope


def render(envelope: Envelope[Any, Any], texts: Mapping[str, str] | None = None) -> str:
    """Return the report of a result as one HTML page.

    `texts` holds texts by document id, for results that do not carry them: only with them dedupe shows its
    differences, and spin the texts that were left as they are.
    """
    given = texts or {}
    match envelope.command:
        case "dedupe":
            from forensics.report.html.dedupe import page as dedupe

            return dedupe.render(envelope, given)
        case "spin":
            from forensics.report.html.spin import page as spin

            return spin.render(envelope, given)
        case "trace":
            from forensics.report.html.trace import page as trace

            return trace.render(envelope)
