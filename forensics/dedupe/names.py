"""Ids of very many documents, in one block of bytes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable


class Names:
    """An append-only list of strings: the bytes of each and four more, where a Python string takes 60."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._starts = [0]
        self._ends: list[array[int]] = []
        self._size = 0
        self._block = 1 << 14

    def extend(self, names: Iterable[str]) -> None:
        """Append every one of `names`."""
        for name in names:
            if self._size % self._block == 0:
                self._ends.append(array("I"))
                if self._size:
                    self._starts.append(len(self._data))
            self._data += name.encode("utf-8", "surrogatepass")
            self._ends[-1].append(len(self._data) - self._starts[-1])
            self._size += 1

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, index: int) -> str:
        block, place = divmod(index, self._block)
        ends, base = self._ends[block], self._starts[block]
        start = ends[place - 1] if place else 0
        return self._data[base + start : base + ends[place]].decode("utf-8", "surrogatepass")
