"""Near-duplicates a line each: pairs, then clusters."""

from __future__ import annotations

from collections.abc import Iterator

from forensics.dedupe.result import DedupeResult
from forensics.envelope import Envelope
from forensics.report.interface import RenderOptions
from forensics.report.jsonl.lines import lines, sealed, summary
from forensics.settings import DedupeSettings


def render(envelope: Envelope[DedupeSettings, DedupeResult], options: RenderOptions) -> Iterator[bytes]:  # noqa: ARG001
    """Return what is known, the pairs, who share paragraphs, the clusters, the disguised, and the summary."""
    return sealed(_lines(envelope))


def _lines(envelope: Envelope[DedupeSettings, DedupeResult]) -> Iterator[bytes]:
    yield from lines("known", envelope.result.known)
    yield from lines("pair", envelope.result.pairs)
    yield from lines("sharing", envelope.result.sharing)
    yield from lines("cluster", envelope.result.clusters)
    yield from lines("disguised", envelope.result.disguised)
    yield summary(envelope)
