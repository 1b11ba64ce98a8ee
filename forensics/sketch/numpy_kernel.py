"""The kernel in numpy: the same bytes as compiled, a block at a time, without a compiler."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from forensics.documents.strings import lengths
from forensics.sketch import hashing
from forensics.sketch.interface import NO_KEY, SAMPLED, Signatures
from forensics.sketch.numpy_keyed import keyed_shingles
from forensics.sketch.packed import packed
from forensics.text.disguise.unmask import unmask
from forensics.text.fold import fold_characters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from forensics.sketch.interface import Hashes, Indices, Key, Numbers
    from forensics.sketch.packed import Packed
    from forensics.sketch.permutations import Permutations
    from forensics.text.disguise.findings import Told

_WORD, _FINAL = np.uint64(hashing.WORD), np.uint64(hashing.FINAL)
_STEP, _BAND = np.uint64(hashing.STEP), np.uint64(hashing.BAND)
_EMPTY = np.uint32(0xFFFFFFFF)
_HALF = np.uint64(32)


def _lowered() -> NDArray[np.uint8]:
    table = np.zeros(256, np.uint8)
    for code in (*range(ord("0"), ord("9") + 1), *range(ord("a"), ord("z") + 1), *range(128, 256)):
        table[code] = code
    table[ord("A") : ord("Z") + 1] = table[ord("a") : ord("z") + 1]
    return table


_LOWER = _lowered()


class NumpyKernel:
    """Implements sketch.interface.Kernel."""

    def name(self) -> str:
        """Return 'numpy'."""
        return "numpy"

    def fold(self, texts: Sequence[str], told: Told | None = None) -> tuple[Packed, Hashes]:
        """Fold texts one by one."""
        plain = [unmask(text) for text in texts]
        if told is not None:
            told.update((at, one.findings) for at, one in enumerate(plain) if one.findings)
        folded = packed(fold_characters(one.text).encode() for one in plain)
        sizes = np.array(lengths(texts), np.uint64)
        return folded, _contents(folded, sizes)

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
        flat, ends = _shingles(texts, length)
        inputs = _inputs(flat)
        a, b = (part[: bands * rows] for part in permutations)
        values = _minima(inputs, ends, (a, b))
        keys = np.empty((bands, texts.texts), np.uint32)
        for band in range(bands):
            key = np.full(texts.texts, np.uint64((band + 1) * hashing.WORD & hashing.MASK))
            for row in range(rows):
                key = (key ^ values[band * rows + row]) * _BAND
                key ^= key >> np.uint64(31)
            keys[band] = key >> np.uint64(32)
        taken = inputs % np.uint32(sampled) == 0
        sample_ends = np.concatenate([ends[:1], np.cumsum(taken)])[ends]
        return Signatures(np.diff(ends).astype(np.uint32), keys, inputs[taken], sample_ends)

    def signatures(self, texts: Packed, length: int, permutations: Permutations) -> Numbers:
        """Compute MinHash signatures."""
        flat, ends = _shingles(texts, length)
        return np.ascontiguousarray(_minima(_inputs(flat), ends, permutations).T)

    def shingle_sets(self, texts: Packed, length: int, key: Key = NO_KEY) -> tuple[Hashes, Indices]:
        """Compute sorted sets of shingle hashes."""
        flat, ends = (
            _shingles(texts, length) if key == NO_KEY else keyed_shingles(*_edges(texts), length, key)
        )
        sets = [np.unique(flat[start:end]) for start, end in pairwise(ends.tolist())]
        sizes = np.fromiter(map(len, sets), np.int64, len(sets))
        return np.concatenate([flat[:0], *sets]), np.concatenate([ends[:1], np.cumsum(sizes)])

    def overlaps(self, sets: Hashes, ends: Indices, a: Indices, b: Indices) -> Numbers:
        """Look up in each set all sets that it is compared with, end to end."""
        shared = np.zeros(len(a), np.uint32)
        sizes = np.diff(ends)
        order = np.argsort(a, kind="stable")
        for pairs in np.split(order, np.flatnonzero(np.diff(a[order])) + 1) if len(a) else ():
            one, others = int(a[pairs[0]]), b[pairs]
            own = sets[ends[one] : ends[one + 1]]
            if not len(own):
                continue
            spans = sizes[others]
            at = np.repeat(ends[others] - np.cumsum(spans) + spans, spans) + np.arange(spans.sum())
            values = sets[at]
            hits = own[np.minimum(np.searchsorted(own, values), len(own) - 1)] == values
            which = np.repeat(np.arange(len(pairs)), spans)[hits]
            shared[pairs] = np.bincount(which, minlength=len(pairs))
        return shared

    def neighbours(self, texts: Hashes, starts: Indices, sizes: Indices, reach: int) -> Hashes:
        """Pair each member with the next, with the one after that, and so on."""
        at = np.repeat(starts, sizes)
        ends = np.repeat(starts + sizes, sizes)
        at += np.arange(len(at)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        pairs = [texts[:0]]
        for step in range(1, reach + 1):
            inside = at + step < ends
            at, ends = at[inside], ends[inside]
            if not len(at):
                break
            a, b = texts[at], texts[at + step]
            pairs.append(np.minimum(a, b) << _HALF | np.maximum(a, b))
        return np.concatenate(pairs)

    def components(self, nodes: int, a: Indices, b: Indices) -> Indices:
        """Label connected components."""
        parent = list(range(nodes))

        def root(node: int) -> int:
            while parent[node] != node:
                parent[node] = parent[parent[node]]
                node = parent[node]
            return node

        for x, y in zip(a.tolist(), b.tolist(), strict=True):
            low, high = sorted((root(x), root(y)))
            parent[high] = low
        return np.fromiter(map(root, range(nodes)), np.int64, nodes)


def _eights(data: NDArray[np.uint8], at: Indices, ends: Indices | int) -> Hashes:
    """Return the eight bytes at each place, zero from `ends` on; `data` has eight bytes behind the last end."""
    eights = np.ndarray(max(len(data) - 7, 0), np.dtype("<u8"), data, strides=(1,))
    size = np.minimum(ends - at, 8).astype(np.uint64)
    found: Hashes = eights[at] & (np.uint64(hashing.MASK) >> ((np.uint64(8) - size) * np.uint64(8)))
    return found


def _contents(folded: Packed, sizes: Hashes) -> Hashes:
    """Return a sum over each text's chunks of eight bytes, every one mixed with its place, begun with `sizes`."""
    data = np.frombuffer(folded.data, np.uint8)
    sums = np.zeros(len(sizes), np.uint64)
    for text, (start, after) in enumerate(pairwise(folded.offsets.tolist())):
        at = np.arange(start, after - 1, 8)
        places = np.arange(1, len(at) + 1, dtype=np.uint64)
        mixed = (_eights(data, at, after - 1) ^ places * _STEP) * _WORD
        sums[text] = (mixed ^ mixed >> np.uint64(32)).sum(dtype=np.uint64)
    values: Hashes = sizes * _FINAL + sums
    return (values ^ values >> np.uint64(32)) * _FINAL


def _word_hashes(data: NDArray[np.uint8], starts: Indices, ends: Indices) -> Hashes:
    """Return the hash of each word data[start:end]; `data` has eight bytes behind the last end."""
    values = np.zeros(len(starts), np.uint64)
    active, at = np.arange(len(starts)), starts
    while len(active):
        mixed = (values[active] ^ _eights(data, at, ends[active])) * _WORD
        values[active] = mixed ^ mixed >> np.uint64(32)
        at = at + 8
        left = at < ends[active]
        active, at = active[left], at[left]
    return values * _FINAL


def _edges(texts: Packed) -> tuple[NDArray[np.uint8], Indices, Indices, Indices]:
    """Return the texts in lower case, where words start and end in them, and the n + 1 places where each text's end."""
    low = _LOWER[np.frombuffer(texts.data, np.uint8)]
    edges = np.flatnonzero(np.diff(low != 0, prepend=False))
    return low, edges[::2], edges[1::2], np.searchsorted(edges[::2], texts.offsets)


def _words(texts: Packed) -> tuple[Hashes, Indices]:
    """Return the hashes of all words, and the n + 1 places where each text's end."""
    low, starts, ends, of_texts = _edges(texts)
    return _word_hashes(low, starts, ends), of_texts


def _shingles(texts: Packed, length: int) -> tuple[Hashes, Indices]:
    """Return the hashes of all shingles, and the n + 1 places where each text's end."""
    words, ends = _words(texts)
    counts = np.diff(ends)
    short = np.flatnonzero((counts > 0) & (counts < length))
    sizes = np.where(counts < length, counts > 0, counts - length + 1)
    out_ends = np.concatenate([ends[:1], np.cumsum(sizes)])
    flat = np.empty(out_ends[-1], np.uint64)
    if len(words) >= length:
        rolled = np.zeros(len(words) - length + 1, np.uint64)
        for i in range(length):
            rolled = rolled * _STEP + words[i : len(rolled) + i]
        long = counts >= length
        # Keep the shingles that begin and end in one text.
        keep = np.ones(len(words), bool)
        for back in range(1, length):
            last = ends[1:] - back
            keep[last[(last >= 0) & (counts >= back)]] = False
        keep = keep[: len(rolled)]
        flat[np.repeat(long, sizes)] = rolled[keep]
    if len(short):
        values = counts[short].astype(np.uint64)
        for i in range(int(counts[short].max())):
            more = counts[short] > i
            values[more] = values[more] * _STEP + words[ends[short[more]] + i]
        flat[out_ends[short]] = values
    flat ^= flat >> np.uint64(32)
    flat *= _WORD
    return flat ^ flat >> np.uint64(29), out_ends


def _inputs(flat: Hashes) -> Numbers:
    """Return what the permutations take in: the upper half of each hash through MurmurHash3's finaliser."""
    h = (flat >> np.uint64(32)).astype(np.uint32)
    h ^= h >> np.uint32(16)
    h *= np.uint32(0x85EBCA6B)
    h ^= h >> np.uint32(13)
    h *= np.uint32(0xC2B2AE35)
    h ^= h >> np.uint32(16)
    return h


def _minima(inputs: Numbers, ends: Indices, permutations: Permutations) -> Numbers:
    """Return the least permuted value of each text, shape (num_perm, texts)."""
    found = np.flatnonzero(np.diff(ends))
    least = np.full((len(permutations[0]), len(ends) - 1), _EMPTY)
    if len(found):
        for row, a, b in zip(least, *permutations, strict=True):
            row[found] = np.minimum.reduceat(inputs * a + b, ends[found])
    return least
