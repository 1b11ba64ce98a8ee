"""Texts laid end to end, as the kernels read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

PADDING = 16


@dataclass(frozen=True, slots=True)
class Packed:
    """Text i is `data[offsets[i] : offsets[i + 1] - 1]`, UTF-8, with a zero byte behind; more zeros end it all."""

    data: bytes | bytearray | memoryview
    offsets: NDArray[np.int64]

    @property
    def texts(self) -> int:
        """How many texts there are."""
        return len(self.offsets) - 1


def packed(encoded: Iterable[bytes]) -> Packed:
    """Return folded texts in UTF-8 laid end to end."""
    encoded = list(encoded)
    offsets = np.fromiter(
        accumulate((len(one) + 1 for one in encoded), initial=0), np.int64, len(encoded) + 1
    )
    return Packed(b"\0".join([*encoded, bytes(PADDING)]), offsets)


def spliced(texts: Packed, others: Mapping[int, bytes]) -> Packed:
    """Return `texts` with those at the keys of `others`, in rising order, in other words; the rest is not looked at."""
    if not others:
        return texts
    sizes, view = np.diff(texts.offsets), memoryview(texts.data)
    parts: list[bytes | memoryview] = []
    done = 0
    for at, other in others.items():
        parts += [view[done : int(texts.offsets[at])], other, b"\0"]
        done = int(texts.offsets[at + 1])
        sizes[at] = len(other) + 1
    parts += [view[done : int(texts.offsets[-1])], bytes(PADDING)]
    offsets = np.zeros_like(texts.offsets)
    np.cumsum(sizes, out=offsets[1:])
    return Packed(b"".join(parts), offsets)
