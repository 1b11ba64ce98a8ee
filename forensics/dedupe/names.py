"""Ids of very many documents, in one block of bytes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, islice
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from forensics.sketch.interface import Indices, Numbers

_SHIFT = 14
_RUN = 1 << _SHIFT  # names whose ends are counted from one start
_MANY = 1 << 12  # names asked for at once, for whom all are decoded


class Names:
    """An append-only list of strings: the bytes of each and four more, where a Python string takes 60."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._ends = array("I")  # of each name, counted from where its run of names begins
        self._starts = [0]

    def extend(self, names: Iterable[str]) -> None:
        """Append every one of `names`."""
        encoded = [name.encode("utf-8", "surrogatepass") for name in names]
        start = 0
        while start < len(encoded):
            if self._ends and len(self._ends) % _RUN == 0:
                self._starts.append(len(self._data))
            some = encoded[start : start + _RUN - len(self._ends) % _RUN]
            ends = accumulate(map(len, some), initial=len(self._data) - self._starts[-1])
            self._ends.extend(islice(ends, 1, None))
            self._data += b"".join(some)
            start += len(some)

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, index: int) -> str:
        return self.some([range(len(self))[index]])[0]

    def some(self, indices: Sequence[int] | Indices | Numbers) -> list[str]:
        """Return the strings at `indices`, quicker than one by one."""
        at = np.asarray(indices, np.int64)
        base, within = np.array(self._starts)[at >> _SHIFT], np.frombuffer(self._ends, np.uint32)
        ends = base + within[at]
        starts = base + np.where(at & (_RUN - 1), within[at - 1], np.uint32(0))
        data, spans = self._data, zip(starts.tolist(), ends.tolist(), strict=True)
        if len(at) >= _MANY and data.isascii():
            text = data.decode("ascii")
            return [text[start:end] for start, end in spans]
        return [data[start:end].decode("utf-8", "surrogatepass") for start, end in spans]
