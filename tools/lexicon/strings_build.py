"""Write the files that forensics.lang.strings.Strings maps into memory."""

from pathlib import Path
from zlib import crc32

import numpy as np

# The most of a hash table that is taken: fuller ones are probed long for what they do not hold.
_FILLED = 2 / 3


def write(path: Path) -> list[str]:
    """Write, beside a file of distinct strings, where each line begins and a hash table of them; return the strings."""
    lines = path.read_bytes().split(b"\n")[:-1]
    stem = path.with_suffix("")
    np.save(f"{stem}-starts.npy", np.cumsum([0, *(len(line) + 1 for line in lines)]).astype(np.uint32))
    size = 1 << int(len(lines) / _FILLED).bit_length()
    slots = np.zeros(size, np.uint32)
    for number, line in enumerate(lines):
        at = crc32(line) & (size - 1)
        while slots[at]:
            at = (at + 1) & (size - 1)
        slots[at] = number + 1
    np.save(f"{stem}-slots.npy", slots)
    return [line.decode() for line in lines]
