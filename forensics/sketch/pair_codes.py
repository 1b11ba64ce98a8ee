"""Pairs of texts as single numbers, a << 32 | b with a < b: what is sorted, searched and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from forensics.sketch.interface import Hashes, Indices, Numbers

HALF = np.uint64(32)
LOW = np.uint64(0xFFFFFFFF)


def encode(a: Indices | Numbers, b: Indices | Numbers) -> Hashes:
    """Return the codes of pairs whose texts stand in either order."""
    low: Hashes = np.minimum(a, b).astype(np.uint64)
    high: Hashes = np.maximum(a, b).astype(np.uint64)
    codes: Hashes = low << HALF | high
    return codes


def decode(codes: Hashes) -> tuple[Numbers, Numbers]:
    """Return the lower and the higher text of each pair."""
    return (codes >> HALF).astype(np.uint32), (codes & LOW).astype(np.uint32)


def merged(parts: list[Hashes]) -> Hashes:
    """Return all codes of `parts` sorted, each once."""
    codes = np.concatenate(parts)
    codes.sort()
    return codes[np.concatenate([[True], codes[1:] != codes[:-1]])] if len(codes) else codes
