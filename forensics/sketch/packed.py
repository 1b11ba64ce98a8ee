"""Texts laid end to end, as the kernels read them."""

from __future__ import annotations

from collections.abc import Iterable
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
