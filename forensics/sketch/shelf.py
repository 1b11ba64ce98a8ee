"""Band keys of all texts, in memory or, beyond a size, in a file that has no name."""

from __future__ import annotations

import tempfile
from typing import IO, TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from forensics.sketch.kernel import Indices, Words


class Shelf:
    """Blocks of keys, shape (bands, texts), appended in order and read back a band at a time."""

    def __init__(self, most_bytes: int | None = None) -> None:
        self._most = most_bytes
        self._held: list[Words] = []
        self._sizes: list[int] = []
        self._bytes = self._bands = 0
        self._file: IO[bytes] | None = None

    def append(self, keys: Words) -> None:
        """Add the keys of some more texts."""
        self._bands = len(keys)
        self._sizes.append(keys.shape[1])
        if self._file is None:
            self._held.append(keys)
            self._bytes += keys.nbytes
            if self._most is not None and self._bytes > self._most:
                self._file = tempfile.TemporaryFile(prefix="forensics-")  # noqa: SIM115 (closed by close)
                for block in self._held:
                    self._file.write(block.tobytes())
                self._held.clear()
        else:
            self._file.write(keys.tobytes())

    def band(self, index: int, texts: Indices) -> Words:
        """Return the keys of band `index` for these texts."""
        if self._file is None:
            return np.concatenate([np.empty(0, np.uint32), *(block[index] for block in self._held)])[texts]
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
        self._held.clear()
        if self._file is not None:
            self._file.close()
