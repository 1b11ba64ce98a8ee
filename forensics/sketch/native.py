"""The kernel in C: allocates the results, and lets _kernel.c fill them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forensics.sketch import _kernel

if TYPE_CHECKING:
    from forensics.sketch.kernel import Hashes, Indices, Words
    from forensics.sketch.packed import Packed
    from forensics.sketch.permutations import Permutations

_NOTHING = bytearray()


class Native:
    """Implements sketch.kernel.Kernel."""

    def name(self) -> str:
        """Return which instructions are in use."""
        return _kernel.name()

    def contents(self, texts: Packed) -> Hashes:
        """Hash the bytes of each text."""
        hashes = np.empty(texts.texts, np.uint64)
        _kernel.contents(texts.data, texts.offsets, hashes)
        return hashes

    def sign(
        self, texts: Packed, length: int, permutations: Permutations, bands: int, rows: int
    ) -> tuple[Words, Words]:
        """Count shingles and compute band keys."""
        a, b = (np.ascontiguousarray(part[: bands * rows]) for part in permutations)
        counts = np.empty(texts.texts, np.uint32)
        keys = np.empty((bands, texts.texts), np.uint32)
        _kernel.sign(texts.data, texts.offsets, length, a, b, bands, rows, counts, keys, _NOTHING)
        return counts, keys

    def signatures(self, texts: Packed, length: int, permutations: Permutations) -> Words:
        """Compute MinHash signatures."""
        a, b = permutations
        found = np.empty((texts.texts, len(a)), np.uint32)
        counts = np.empty(texts.texts, np.uint32)
        _kernel.sign(texts.data, texts.offsets, length, a, b, 0, 0, counts, _NOTHING, found)
        return found

    def shingle_sets(self, texts: Packed, length: int) -> tuple[Hashes, Indices]:
        """Compute sorted sets of shingle hashes."""
        room = np.empty(int(texts.offsets[-1] + 1) // 2, np.uint64)
        ends = np.empty(texts.texts + 1, np.int64)
        _kernel.shingle_sets(texts.data, texts.offsets, length, room, ends)
        return room[: ends[-1]].copy(), ends

    def overlaps(self, sets: Hashes, ends: Indices, a: Indices, b: Indices) -> Words:
        """Count common elements."""
        shared = np.empty(len(a), np.uint32)
        _kernel.overlaps(sets, ends, a, b, shared)
        return shared

    def components(self, nodes: int, a: Indices, b: Indices) -> Indices:
        """Label connected components."""
        labels = np.arange(nodes)
        _kernel.components(a, b, labels)
        return labels
