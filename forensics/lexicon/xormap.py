"""A static map from word tuples to small numbers: three gathers a look-up, whole arrays at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

_GOLDEN = 0x9E3779B97F4A7C15
_MIX_1 = 0xBF58476D1CE4E5B9
_MIX_2 = 0x94D049BB133111EB
_FIELD = (1 << 21) - 1


def mix(keys: Array) -> Array:
    """Return `keys` (uint64) scrambled by the finaliser of SplitMix64 (Steele et al. 2014)."""
    import numpy as np

    z = keys + np.uint64(_GOLDEN)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(_MIX_1)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(_MIX_2)
    return z ^ (z >> np.uint64(31))


def pack(*words: Array) -> Array:
    """Return one uint64 key for each tuple of up to three word numbers (each below 2**21)."""
    import numpy as np

    key = words[0].astype(np.uint64)
    for column in words[1:]:
        key = (key << np.uint64(21)) | column.astype(np.uint64)
    return key


@dataclass(frozen=True, slots=True)
class Hashed:
    """What maps of any size need of keys: three fields of 21 bits each, shape (3, keys), and 16 bits to check."""

    fields: Array
    checks: Array

    def __getitem__(self, some: slice) -> Hashed:
        return Hashed(self.fields[:, some], self.checks[some])

    def cells(self, size: int) -> Array:
        """Return three cells of each key in a table of `size`, one in each third of it; shape (3, keys)."""
        import numpy as np

        third = size // 3
        within = (self.fields * np.uint64(third) >> np.uint64(21)).astype(np.int64)
        within += np.array([[0], [third], [2 * third]])
        return within


def hashed(keys: Array) -> Hashed:
    """Return the hashes of `keys` (uint64, one dimension)."""
    import numpy as np

    h = mix(keys)
    fields = (h >> np.array([[0], [21], [42]], np.uint64)) & np.uint64(_FIELD)
    return Hashed(fields, mix(h).astype(np.uint16))


@dataclass(frozen=True, slots=True)
class XorMap:
    """A Bloomier filter over three hashes: the xor of a key's three cells is its check and its values.

    `checks` is uint16 and each of `values` uint8, all of one length. A key that was never stored passes the
    check once in 65,536 look-ups; that is the price of four bytes a key. Source: Chazelle, Kilian,
    Rubinfeld and Tal, "The Bloomier filter" (2004); Graf and Lemire, "Xor filters" (2020).
    """

    checks: Array
    values: tuple[Array, ...]

    def get(self, keys: Hashed) -> tuple[Array, tuple[Array, ...]]:
        """Return which of `keys` are stored (bool), and their values (meaningless where they are not)."""
        a, b, c = keys.cells(len(self.checks))
        stored = (self.checks[a] ^ self.checks[b] ^ self.checks[c]) == keys.checks
        return stored, tuple(column[a] ^ column[b] ^ column[c] for column in self.values)
