"""The kernel in C: allocates the results, and lets _kernel.c fill them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from forensics.documents.strings import Strings
from forensics.sketch import _kernel
from forensics.sketch.characters import Characters
from forensics.sketch.interface import NO_KEY, SAMPLED, Signatures
from forensics.sketch.numpy_kernel import NumpyKernel
from forensics.sketch.packed import Packed, spliced
from forensics.text.disguise.unmask import unmask
from forensics.text.fold import fold_characters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from forensics.sketch.interface import Hashes, Indices, Key, Numbers
    from forensics.sketch.permutations import Permutations
    from forensics.text.disguise.findings import Told

if getattr(_kernel, "MARKS", 1) != 2:  # the extension is older than these sources, or younger
    raise ImportError("forensics.sketch._kernel was built from other sources: build it again")

_NOTHING = bytearray()
_UNKNOWN, _LOOK_AGAIN = 1, 4  # marks: _folding.h sets them


INSTRUCTIONS = ("c", "c-avx2", "c-avx512")


class NativeKernel:
    """Implements sketch.interface.Kernel with the best instructions that there are, up to `instructions`.

    There is one choice for the whole process: the latest made.
    """

    def __init__(self, instructions: str = INSTRUCTIONS[-1]) -> None:
        _kernel.use(instructions)

    @cached_property
    def _characters(self) -> Characters:
        return Characters()

    def name(self) -> str:
        """Return which instructions are in use."""
        return _kernel.name()

    def fold(self, texts: Sequence[str], told: Told | None = None) -> tuple[Packed, Hashes]:
        """Fold code point by code point, and one by one those texts in which neighbours matter."""
        ends, marks = np.empty(len(texts) + 1, np.int64), np.empty(len(texts), np.uint8)
        table = self._characters.table
        if isinstance(texts, Strings):
            sizes = np.frombuffer(texts.chars, np.int64)
            data = _kernel.fold_strings(texts.data, texts.starts, texts.ends, table, ends, marks)
        else:
            sizes = np.empty(len(texts), np.int64)
            plain = bytes(map(str.isascii, texts))
            data = _kernel.fold(list(texts), plain, table, ends, marks, sizes)
        folded = Packed(data, ends)
        if marks.any():
            folded = spliced(folded, self._by_hand(texts, marks, told))
        contents = np.empty(len(texts), np.uint64)
        _kernel.contents(folded.data, folded.offsets, sizes, contents)
        return folded, contents

    def _by_hand(self, texts: Sequence[str], marks: NDArray[np.uint8], told: Told | None) -> dict[int, bytes]:
        """Return by its place every text that the kernel folds otherwise or not at all, in rising order."""
        found: dict[int, bytes] = {}
        for at in np.flatnonzero(marks).tolist():
            text = texts[at]
            if marks[at] == _UNKNOWN:
                self._characters.learn(text)
            plain = unmask(text)
            if plain.findings and told is not None:
                told[at] = plain.findings
            if marks[at] != _LOOK_AGAIN or plain.text is not text:
                found[at] = fold_characters(plain.text).encode()
        return found

    def sign(
        self,
        texts: Packed,
        length: int,
        permutations: Permutations,
        bands: int,
        rows: int,
        sampled: int = SAMPLED,
    ) -> Signatures:
        """Count shingles, compute band keys and take samples."""
        a, b = (np.ascontiguousarray(part[: bands * rows]) for part in permutations)
        counts = np.empty(texts.texts, np.uint32)
        keys = np.empty((bands, texts.texts), np.uint32)
        room = np.empty(int(texts.offsets[-1] + 1) // 2, np.uint32)
        ends = np.zeros(texts.texts + 1, np.int64)
        how = () if sampled == SAMPLED else (sampled,)
        _kernel.sign(
            texts.data, texts.offsets, length, a, b, bands, rows, counts, keys, _NOTHING, room, ends, *how
        )
        return Signatures(counts, keys, room[: ends[-1]].copy(), ends)

    def signatures(self, texts: Packed, length: int, permutations: Permutations) -> Numbers:
        """Compute MinHash signatures."""
        a, b = permutations
        found = np.empty((texts.texts, len(a)), np.uint32)
        counts = np.empty(texts.texts, np.uint32)
        _kernel.sign(
            texts.data, texts.offsets, length, a, b, 0, 0, counts, _NOTHING, found, _NOTHING, _NOTHING
        )
        return found

    def shingle_sets(self, texts: Packed, length: int, key: Key = NO_KEY) -> tuple[Hashes, Indices]:
        """Compute sorted sets of shingle hashes."""
        if not hasattr(_kernel, "keyed_sets"):  # built before there were keys
            return NumpyKernel().shingle_sets(texts, length, key)
        room = np.empty(int(texts.offsets[-1] + 1) // 2, np.uint64)
        ends = np.empty(texts.texts + 1, np.int64)
        _kernel.keyed_sets(texts.data, texts.offsets, length, room, ends, *key)
        return room[: ends[-1]].copy(), ends

    def overlaps(self, sets: Hashes, ends: Indices, a: Indices, b: Indices) -> Numbers:
        """Count common elements."""
        shared = np.empty(len(a), np.uint32)
        _kernel.overlaps(sets, ends, a, b, shared)
        return shared

    def neighbours(self, texts: Hashes, starts: Indices, sizes: Indices, reach: int) -> Hashes:
        """Pair each member with those that follow."""
        steps = np.minimum(sizes - 1, reach)
        pairs = np.empty(int((steps * sizes - steps * (steps + 1) // 2).sum()), np.uint64)
        _kernel.neighbours(np.ascontiguousarray(texts), starts, sizes, reach, pairs)
        return pairs

    def components(self, nodes: int, a: Indices, b: Indices) -> Indices:
        """Label connected components."""
        labels = np.arange(nodes)
        _kernel.components(a, b, labels)
        return labels
