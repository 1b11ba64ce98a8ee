"""Numbered strings in files that are mapped into memory and never read whole."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]


def mapped(path: Path) -> Array:
    """Return the array in a .npy file, its pages read when they are looked at."""
    import numpy as np

    array: Array = np.load(path, mmap_mode="r").view(np.ndarray)
    return array.astype(array.dtype.newbyteorder("="), copy=False)


def mapped_numbers(path: Path) -> memoryview:
    """Return the array in a .npy file as plain numbers: taking one costs half of what it costs from an array."""
    return mapped(path).data


class Strings:
    """The lines of a file by number, and the number of each line by its text; tools/lexicon/strings_build writes them.

    NAME.txt holds a string a line in UTF-8; NAME-starts.npy (uint32) the byte at which each begins, and the size of
    the file; NAME-slots.npy (uint32, a power of two) is a hash table: from slot crc32(string) on, one after another,
    stand the numbers plus one of the strings that belong there, until a slot holds 0.
    """

    __slots__ = ("_blob", "_mask", "_slots", "_starts")

    def __init__(self, folder: Path, name: str) -> None:
        with (folder / f"{name}.txt").open("rb") as file:
            self._blob = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._starts = mapped_numbers(folder / f"{name}-starts.npy")
        self._slots = mapped_numbers(folder / f"{name}-slots.npy")
        self._mask = len(self._slots) - 1

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> str:
        if not 0 <= number < len(self):
            raise IndexError(number)
        return self._blob[self._starts[number] : self._starts[number + 1] - 1].decode()

    def __iter__(self) -> Iterator[str]:
        return iter(self._blob[:].decode().split("\n")[:-1])

    def number(self, text: str) -> int | None:
        """Return the number of `text`, None where it is not among the strings."""
        wanted = text.encode("utf-8", "surrogatepass")
        blob, starts, slots, mask = self._blob, self._starts, self._slots, self._mask
        slot = crc32(wanted) & mask
        while after := slots[slot]:
            if blob[starts[after - 1] : starts[after] - 1] == wanted:
                return after - 1
            slot = (slot + 1) & mask
        return None
