"""Documents that were read for spinning, a line each."""

from __future__ import annotations

from collections.abc import Iterator

from forensics.envelope import Envelope
from forensics.report.interface import RenderOptions
from forensics.report.jsonl.lines import lines, summary
from forensics.settings import SpinSettings
from forensics.spin.result import SpinResult


def render(envelope: Envelope[SpinSettings, SpinResult], options: RenderOptions) -> Iterator[bytes]:  # noqa: ARG001
    """Yield the documents, and the summary."""
    yield from lines("document", envelope.result.documents)
    yield summary(envelope)
