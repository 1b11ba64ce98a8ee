"""Candidate pairs as they are found: each kept once, in memory or, beyond a size, in files without names."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from forensics.sketch.interface import Hashes

_RANGES = 16
_LEAST = 1 << 18  # so many may wait before they are sorted in


@dataclass(frozen=True, slots=True)
class CandidateRange:
    """The candidates a << 32 | b with low <= a < high, sorted, each once."""

    low: int
    high: int
    pairs: Hashes


class Candidates:
    """Pairs of `texts` texts, a << 32 | b with a < b; `most_bytes` may be held in memory (None: all)."""

    def __init__(self, texts: int, most_bytes: int | None = None) -> None:
        self._texts = texts
        self._most = most_bytes
        self._found = np.empty(0, np.uint64)
        self._waiting: list[Hashes] = []
        self._files: list[IO[bytes]] = []

    def add(self, pairs: Hashes) -> None:
        """Add pairs in any order, repeated or not."""
        self._waiting.append(pairs)
        waiting = sum(map(len, self._waiting))
        if self._most is not None and 8 * (waiting + len(self._found)) > self._most:
            self._spill()
        elif waiting > max(_LEAST, len(self._found)):
            self._found, self._waiting = merged([self._found, *self._waiting]), []

    def ranges(self) -> Iterator[CandidateRange]:
        """Yield all candidates, sorted: at once, or range by range where they were put into files."""
        if not self._files:
            yield CandidateRange(0, self._texts, merged([self._found, *self._waiting]))
            return
        self._spill()
        for number, file in enumerate(self._files):
            file.seek(0)
            pairs = merged([np.frombuffer(file.read(), np.uint64)])
            file.close()
            yield CandidateRange(self._low(number), self._low(number + 1), pairs)

    def _low(self, number: int) -> int:
        return number * self._texts // _RANGES

    def _spill(self) -> None:
        if not self._files:
            for _ in range(_RANGES):
                self._files.append(tempfile.TemporaryFile(prefix="forensics-"))  # noqa: SIM115 (closed by ranges)
        pairs = merged([self._found, *self._waiting])
        edges = np.array([self._low(number) for number in range(_RANGES + 1)], np.uint64) << np.uint64(32)
        for file, part in zip(self._files, np.split(pairs, np.searchsorted(pairs, edges))[1:-1], strict=True):
            file.write(part.tobytes())
        self._found, self._waiting = pairs[:0].copy(), []


def merged(parts: list[Hashes]) -> Hashes:
    """Return all pairs of `parts` sorted, each once."""
    pairs = np.concatenate(parts)
    pairs.sort()
    return pairs[np.concatenate([[True], pairs[1:] != pairs[:-1]])] if len(pairs) else pairs
