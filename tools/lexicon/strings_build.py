"""Write the files that forensics.lang.strings.Strings maps into memory."""

from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import numpy as np

_FILLED = (
    2 / 3
)  # the most of a hash table that is taken: fuller ones are probed long for what they do not hold


def write(folder: Path, name: str, strings: Sequence[str]) -> None:
    """Write distinct `strings`, none with a line break in it, by their numbers, and the table that finds them."""
    encoded = [s.encode() for s in strings]
    (folder / f"{name}.txt").write_bytes(b"".join(s + b"\n" for s in encoded))
    np.save(folder / f"{name}-starts.npy", np.cumsum([0, *(len(s) + 1 for s in encoded)]).astype(np.uint32))
    size = 1 << int(len(encoded) / _FILLED).bit_length()
    slots = np.zeros(size, np.uint32)
    for number, string in enumerate(encoded):
        at = crc32(string) & (size - 1)
        while slots[at]:
            at = (at + 1) & (size - 1)
        slots[at] = number + 1
    np.save(folder / f"{name}-slots.npy", slots)
