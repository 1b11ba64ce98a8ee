"""Reference lists: the entries that two texts share, and what they make of the shares of either text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from forensics.settings import TraceSettings
from forensics.trace.align.pair import PairComparison
from forensics.trace.extract.prepare import Prepared, SentenceSpan
from forensics.trace.result import PairVerdict

Entry = tuple[str, ...]


def shared_entries(a: Prepared, b: Prepared) -> Iterator[tuple[SentenceSpan, SentenceSpan]]:
    """Yield the lines of their reference lists that both texts have by words, their numbers aside, in a's order."""
    there: dict[Entry, SentenceSpan] = {}
    for entry in b.references:
        there.setdefault(_words(b, entry), entry)
    for entry in a.references:
        if (key := _words(a, entry)) and (other := there.get(key)):
            yield entry, other


def with_references(verdict: PairVerdict, comparison: PairComparison, settings: TraceSettings) -> PairVerdict:
    """Return the verdict with the reference lists in its coverages where the settings speak of them.

    What they share has decided nothing by then: strangers who read the same books are strangers.
    """
    if settings.exclude_bibliography is None:
        return verdict
    a, b = comparison.a, comparison.b
    entries = sum(1 for _ in shared_entries(a, b))
    limits = (f"{entries:,} lines of their reference lists are the same; they say nothing of the texts.",)
    covered = _shares_with(a, b, (verdict.coverage_a, verdict.coverage_b))
    counted = (verdict.counted_a, verdict.counted_b)
    if not settings.exclude_bibliography and not {a.id, b.id} & set(settings.exclude_sources):
        counted = _shares_with(a, b, counted)
    return replace(
        verdict,
        coverage_a=round(covered[0], 4),
        coverage_b=round(covered[1], 4),
        counted_a=round(counted[0], 4),
        counted_b=round(counted[1], 4),
        limits=(*verdict.limits, *(limits if entries else ())),
    )


def _shares_with(a: Prepared, b: Prepared, shares: tuple[float, float]) -> tuple[float, float]:
    """Return `shares`, of a's and b's words outside their reference lists, with those lists."""
    found = list(shared_entries(a, b))
    return (
        _with(a, shares[0], sum(entry.length for entry in {one for one, _ in found})),
        _with(b, shares[1], sum(entry.length for entry in {other for _, other in found})),
    )


def _with(text: Prepared, share: float, matched: int) -> float:
    total = text.length + sum(entry.length for entry in text.references)
    return (share * text.length + matched) / total if total else 0.0


def _words(text: Prepared, entry: SentenceSpan) -> Entry:
    keys = text.keys[entry.first : entry.last]
    first = 1 if keys and keys[0].isdigit() and len(keys[0]) <= 3 else 0
    return keys[first:]
