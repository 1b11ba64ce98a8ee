"""A text rewritten step by step, with the way back to where everything stood."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

Change = tuple[int, int, str]
"""Code points [start, end) of a text, and what comes in their place."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """`text`, and for each of its code points where that begins and ends in the text that it was made of.

    `starts` and `ends` are empty where nothing was changed.
    """

    text: str
    starts: array[int] = field(default_factory=lambda: array("q"))
    ends: array[int] = field(default_factory=lambda: array("q"))

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return where code points [start, end) of `text` stood; a stretch of nothing stays one."""
        if not self.starts:
            return start, end
        if end <= start:
            at = self.starts[start] if start < len(self.starts) else self.ends[-1]
            return at, at
        return self.starts[start], self.ends[end - 1]

    def changed(self, changes: Iterable[Change]) -> Rewritten:
        """Return the text with `changes` made: in order, none overlapping another. Takes linear time."""
        starts = self.starts or array("q", range(len(self.text)))
        ends = self.ends or array("q", range(1, len(self.text) + 1))
        parts: list[str] = []
        new_starts, new_ends = array("q"), array("q")
        position = 0
        for start, end, instead in changes:
            parts += self.text[position:start], instead
            new_starts += starts[position:start]
            new_ends += ends[position:start]
            if instead:
                new_starts.extend([starts[start]] * len(instead))
                new_ends.extend([ends[end - 1]] * len(instead))
            position = end
        parts.append(self.text[position:])
        new_starts += starts[position:]
        new_ends += ends[position:]
        return Rewritten("".join(parts), new_starts, new_ends)
