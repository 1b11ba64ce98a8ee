"""Candidate pairs as they are found: each kept once, in memory or, beyond a size, in files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

import numpy as np

from forensics.sketch.pair_codes import HALF, merged

if TYPE_CHECKING:
    from forensics.sketch.interface import Hashes
    from forensics.sketch.spill import Spill

_RANGES = 16
_LEAST = 1 << 18  # so many may wait before they are sorted in


@dataclass(frozen=True, slots=True)
class CandidateRange:
    """The candidates (a, b) with low <= a < high as their codes, sorted, each once."""

    low: int
    high: int
    pairs: Hashes


class CandidatePairs:
    """Pairs of `texts` texts by their codes (see sketch.pair_codes); without `spill` all are held in memory."""

    def __init__(self, texts: int, spill: Spill | None = None) -> None:
        self._texts = texts
        self._spill_to = spill
        self._found = np.empty(0, np.uint64)
        self._waiting: list[Hashes] = []
        self._files: list[IO[bytes]] = []

    def add(self, pairs: Hashes) -> None:
        """Add pairs in any order, repeated or not."""
        self._waiting.append(pairs)
        waiting = sum(map(len, self._waiting))
        if self._spill_to is not None and 8 * (waiting + len(self._found)) > self._spill_to.most_bytes:
            self._spill(self._spill_to)
        elif waiting > max(_LEAST, len(self._found)):
            self._found, self._waiting = merged([self._found, *self._waiting]), []

    def ranges(self) -> Iterator[CandidateRange]:
        """Yield all candidates, sorted: at once, or range by range where they were put into files."""
        if self._spill_to is None or not self._files:
            yield CandidateRange(0, self._texts, merged([self._found, *self._waiting]))
            return
        self._spill(self._spill_to)
        for number, file in enumerate(self._files):
            file.seek(0)
            pairs = merged([np.frombuffer(file.read(), np.uint64)])
            file.close()
            yield CandidateRange(self._low(number), self._low(number + 1), pairs)

    def _low(self, number: int) -> int:
        return number * self._texts // _RANGES

    def _spill(self, spill: Spill) -> None:
        if not self._files:
            self._files = [spill.open_file() for _ in range(_RANGES)]
        pairs = merged([self._found, *self._waiting])
        edges = np.array([self._low(number) for number in range(_RANGES + 1)], np.uint64) << HALF
        for file, part in zip(self._files, np.split(pairs, np.searchsorted(pairs, edges))[1:-1], strict=True):
            file.write(part.tobytes())
        self._found, self._waiting = pairs[:0].copy(), []
