"""Stretches of a text, for asking which code points they hold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from forensics.text.spans import Span


class Stretches:
    """Spans that may overlap, asked in the logarithm of their number."""

    def __init__(self, spans: Iterable[Span]) -> None:
        reached = 0
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans, key=lambda s: (s.start, s.end)):
            if span.end > reached:
                self._starts.append(span.start)
                self._ends.append(span.end)
                reached = span.end

    def hold(self, place: int) -> bool:
        """Say whether code point `place` stands in one of them."""
        at = bisect_right(self._starts, place)
        return at > 0 and place < self._ends[at - 1]

    def touch(self, start: int, end: int) -> bool:
        """Say whether one of them holds a code point of [start, end)."""
        at = bisect_right(self._starts, start)
        return (at > 0 and start < self._ends[at - 1]) or (at < len(self._starts) and self._starts[at] < end)
