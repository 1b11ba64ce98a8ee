"""What a trace found, a line each: first within the texts, then between them."""

from __future__ import annotations

from collections.abc import Iterator

from forensics.envelope import Envelope
from forensics.report.interface import RenderOptions
from forensics.report.jsonl.lines import lines, sealed, summary
from forensics.settings import TraceSettings
from forensics.trace.result import TraceResult


def render(envelope: Envelope[TraceSettings, TraceResult], options: RenderOptions) -> Iterator[bytes]:  # noqa: ARG001
    """Return the findings within each text, verdicts, matches, missing sources, the graph, and the summary."""
    return sealed(_lines(envelope))


def _lines(envelope: Envelope[TraceSettings, TraceResult]) -> Iterator[bytes]:
    """Yield the findings within each text, verdicts, matches, what follows from them, and the summary."""
    result = envelope.result
    for text in result.documents:
        yield from lines("claim", text.claims, document=text.id)
        yield from lines("residue", text.residue, document=text.id)
        yield from lines("fact", text.facts, document=text.id)
        yield from lines("obfuscation", text.obfuscation, document=text.id)
        yield from lines("substitution", text.substitutions, document=text.id)
    yield from lines("verdict", result.verdicts)
    yield from lines("match", result.matches)
    yield from lines("sentence_source", result.sentence_sources)
    yield from lines("missing_source", result.missing_sources)
    yield from lines("node", result.graph.nodes)
    yield from lines("edge", result.graph.edges)
    yield summary(envelope)
