"""Texts laid end to end, as the kernels read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from forensics.text.fold import fold

PADDING = 16


@dataclass(frozen=True, slots=True)
class Packed:
    """Text i is `data[offsets[i] : offsets[i + 1] - 1]`, UTF-8, with a zero byte behind; more zeros end it all."""

    data: bytes
    offsets: NDArray[np.int64]

    @property
    def texts(self) -> int:
        """How many texts there are."""
        return len(self.offsets) - 1


def pack(texts: Sequence[str]) -> tuple[Packed, Packed]:
    """Return `texts` as they stand and folded (see text.fold); one object twice where folding changes nothing."""
    raw = [text.encode("utf-8", "surrogatepass") for text in texts]
    as_is = _joined(raw)
    if all(map(str.isascii, texts)):
        return as_is, as_is
    return as_is, _joined(
        plain if text.isascii() else fold(text).encode() for text, plain in zip(texts, raw, strict=True)
    )


def pack_folded(texts: Iterable[str]) -> Packed:
    """Return `texts` folded, for shingling alone."""
    return _joined(fold(text).encode("utf-8", "surrogatepass") for text in texts)


def _joined(encoded: Iterable[bytes]) -> Packed:
    encoded = list(encoded)
    offsets = np.fromiter(accumulate((len(one) + 1 for one in encoded), initial=0), np.int64, len(encoded) + 1)
    return Packed(b"\0".join([*encoded, bytes(PADDING + 1)]), offsets)
