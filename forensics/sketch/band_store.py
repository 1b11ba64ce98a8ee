"""Band keys of all texts, in memory or, beyond a size, in a file."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from forensics.sketch.interface import Indices, Numbers
    from forensics.sketch.spill import Spill


_SLAB = 1 << 16  # texts; large enough that the system has its memory back once it is let go of


class BandStore:
    """Blocks of keys, shape (bands, texts), appended in order and read back a band at a time."""

    def __init__(self, spill: Spill | None = None) -> None:
        self._spill_to = spill
        self._slabs: list[Numbers] = []
        self._size = 0
        self._sizes: list[int] = []
        self._bands = 0
        self._file: IO[bytes] | None = None

    def append(self, keys: Numbers) -> None:
        """Add the keys of some more texts."""
        self._bands = len(keys)
        if self._file is not None:
            self._sizes.append(keys.shape[1])
            self._file.write(keys.tobytes())
            return
        while keys.shape[1]:
            place = self._size % _SLAB
            if place == 0:
                self._slabs.append(np.empty((self._bands, _SLAB), np.uint32))
            some = keys[:, : _SLAB - place]
            self._slabs[-1][:, place : place + some.shape[1]] = some
            self._size += some.shape[1]
            keys = keys[:, some.shape[1] :]
        if self._spill_to is not None and 4 * self._bands * self._size > self._spill_to.most_bytes:
            self._file = self._spilled(self._spill_to)

    def band(self, index: int, texts: Indices) -> Numbers:
        """Return the keys of band `index` for these texts."""
        if self._file is None:
            rows = [np.empty(0, np.uint32), *(slab[index] for slab in self._slabs)]
            return np.concatenate(rows)[texts]
        self._file.flush()
        column = np.empty(sum(self._sizes), np.uint32)
        start = 0
        for size in self._sizes:
            self._file.seek(4 * (start * self._bands + index * size))
            column[start : start + size] = np.frombuffer(self._file.read(4 * size), np.uint32)
            start += size
        self._file.seek(4 * start * self._bands)
        return column[texts]

    def close(self) -> None:
        """Let go of everything."""
        self._slabs.clear()
        if self._file is not None:
            self._file.close()

    def _spilled(self, spill: Spill) -> IO[bytes]:
        file = spill.open_file()
        for number, slab in enumerate(self._slabs):
            some = slab[:, : self._size - number * _SLAB]
            self._sizes.append(some.shape[1])
            file.write(some.tobytes())
        self._slabs.clear()
        return file
