"""Files of sorted integers that are written once, mapped to be read, and carry a digest of all they hold."""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterable
from hashlib import blake2b
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

from forensics.errors import ForensicsError

if TYPE_CHECKING:
    from numpy import ndarray

_MAGIC = int.from_bytes(b"FORKEYS1", "little")
_WORD = 8  # bytes
_DIGEST = 32  # bytes
# Files of about one size that become one, and integers below which sizes are one. Chosen: a million documents of 32
# band keys stand in two dozen files at most, and each key is written eight times over. They decide nothing but speed.
_FOLD, _SMALL_FILE = 4, 4096


class DamagedError(ForensicsError):
    """A file of an index is not as it was written."""


def write(file: IO[bytes], sections: Iterable[Iterable[ndarray]]) -> list[int]:
    """Write sections of uint64, each in parts, and return how many integers each has.

    Behind the integers stand the size of each section, how many there are, a mark and a digest of all before it, so
    that nothing has to be known before it is written. The file is neither closed nor forced to disk.
    """
    import numpy as np

    digest, sizes = blake2b(digest_size=_DIGEST), []
    for parts in sections:
        size = 0
        for part in parts:
            raw = np.ascontiguousarray(part, dtype="<u8").tobytes()
            digest.update(raw)
            file.write(raw)
            size += len(part)
        sizes.append(size)
    foot = np.array([*sizes, len(sizes), _MAGIC], dtype="<u8").tobytes()
    digest.update(foot)
    file.write(foot + digest.digest())
    return sizes


def encode(sections: Iterable[ndarray]) -> bytes:
    """Return what `write` writes, for what is too small to be a file of its own."""
    file = BytesIO()
    write(file, ([section] for section in sections))
    return file.getvalue()


class SortedFile:
    """The `sections` of what `write` wrote, as arrays of uint64 over the bytes as they lie.

    Raises DamagedError where they cannot be such a file; `verify` reads all of it. `name` is what messages call it.
    """

    def __init__(self, data: bytes | memoryview | mmap.mmap, name: str) -> None:
        import numpy as np

        self.name = name
        self._data = memoryview(data).cast("B")
        held = len(self._data)
        if held < 2 * _WORD + _DIGEST or held % _WORD:
            raise self._damaged("it is cut short")
        every = np.frombuffer(self._data[:-_DIGEST], dtype="<u8")
        body = len(every) - 2 - int(every[-2])
        if int(every[-1]) != _MAGIC or body < 0:
            raise self._damaged("it does not end as such a file does")
        sizes = [int(size) for size in every[body:-2]]
        if sum(sizes) != body:
            raise self._damaged("it is not as long as it says")
        self.sections: list[ndarray] = [
            every[end - size : end] for end, size in zip(accumulate(sizes), sizes, strict=True)
        ]

    @classmethod
    def open(cls, path: Path) -> Self:
        """Map a file; raises OSError where it cannot be read."""
        with path.open("rb") as file:
            if not os.fstat(file.fileno()).st_size:
                return cls(b"", path.name)
            return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), path.name)

    def __len__(self) -> int:
        return sum(map(len, self.sections))

    def verify(self) -> None:
        """Read the whole file; raises DamagedError where a byte is not as it was written."""
        if blake2b(self._data[:-_DIGEST], digest_size=_DIGEST).digest() != self._data[-_DIGEST:]:
            raise self._damaged("its digest is another one")

    def _damaged(self, how: str) -> DamagedError:
        return DamagedError(f"{self.name} is damaged: {how}", "forensics index repair mends an index")


def due(sizes: Iterable[int], fold: int = _FOLD, least: int = _SMALL_FILE) -> list[int]:
    """Return the places of files that should become one, none where all is well: `fold` of about one size.

    Sizes are in integers; files below `least` are of one size. So an integer is written again once for each `fold`-fold
    growth, and n integers stand in at most (`fold` - 1) * log(n / `least`) files (O'Neil et al. 1996).
    """
    classes: dict[int, list[int]] = {}
    for place, size in enumerate(sizes):
        rank, bound = 0, least
        while size >= bound:
            rank, bound = rank + 1, bound * fold
        classes.setdefault(rank, []).append(place)
    for rank in sorted(classes):
        if len(classes[rank]) >= fold:
            return classes[rank]
    return []
