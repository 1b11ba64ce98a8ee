"""Ids of very many documents, in one block of bytes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import accumulate, islice


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
        encoded = [name.encode("utf-8", "surrogatepass") for name in names]
        start = 0
        while start < len(encoded):
            if self._size % self._block == 0:
                self._ends.append(array("I"))
                if self._size:
                    self._starts.append(len(self._data))
            some = encoded[start : start + self._block - self._size % self._block]
            ends = accumulate(map(len, some), initial=len(self._data) - self._starts[-1])
            self._ends[-1].extend(islice(ends, 1, None))
            self._data += b"".join(some)
            self._size += len(some)
            start += len(some)

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, index: int) -> str:
        block, place = divmod(index, self._block)
        ends, base = self._ends[block], self._starts[block]
        start = ends[place - 1] if place else 0
        return self._data[base + start : base + ends[place]].decode("utf-8", "surrogatepass")

    def some(self, indices: Iterable[int]) -> list[str]:
        """Return the strings at `indices`, quicker than one by one."""
        data, starts, blocks, size = self._data, self._starts, self._ends, self._block
        found = []
        for index in indices:
            ends, base, place = blocks[index // size], starts[index // size], index % size
            start = ends[place - 1] if place else 0
            found.append(data[base + start : base + ends[place]].decode("utf-8", "surrogatepass"))
        return found
