"""Documents that were read for spinning, a line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import get_args

from forensics.envelope import Envelope
from forensics.report.interface import RenderOptions
from forensics.report.jsonl.lines import lines, sealed, summary
from forensics.settings import SpinSettings
from forensics.spin.result import SpinResult, Verdict


def render(envelope: Envelope[SpinSettings, SpinResult], options: RenderOptions) -> Iterator[bytes]:  # noqa: ARG001
    """Return the documents, and the summary."""
    return sealed(_lines(envelope))


def _lines(envelope: Envelope[SpinSettings, SpinResult]) -> Iterator[bytes]:
    yield from lines("document", envelope.result.documents)
    yield summary(envelope, **by_verdict(one.verdict for one in envelope.result.documents))


def by_verdict(verdicts: Iterable[Verdict]) -> dict[str, int]:
    """Return how many documents have each verdict, those that none has included."""
    counts = Counter(verdicts)
    return {verdict: counts[verdict] for verdict in get_args(Verdict)}
