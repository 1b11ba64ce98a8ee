"""Hashes under a key, in numpy: polynomials modulo the prime 2^61 - 1 (see hashing.keyed_hash)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forensics.sketch import hashing

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.sketch.interface import Hashes, Indices, Key

_PRIME = np.uint64(hashing.PRIME)
_HALF, _LOW = np.uint64(32), np.uint64((1 << 32) - 1)
_PART, _PART_BITS = np.uint64((1 << 29) - 1), np.uint64(29)
_BITS = np.uint64(61)


def keyed_shingles(
    low: NDArray[np.uint8], starts: Indices, ends: Indices, of_texts: Indices, length: int, key: Key
) -> tuple[Hashes, Indices]:
    """Return the hashes of all shingles under `key`, and the n + 1 places where each text's end.

    Words are `low[starts[i] : ends[i]]`, those of text t from `of_texts[t]` to `of_texts[t + 1]`.
    """
    words = _keyed_words(low, starts, ends, np.uint64(key[0]))
    counts = np.diff(of_texts)
    sizes = np.where(counts < length, counts > 0, counts - length + 1)
    out_ends = np.concatenate([of_texts[:1], np.cumsum(sizes)])
    first = np.repeat(of_texts[:-1] - out_ends[:-1], sizes) + np.arange(out_ends[-1])
    head = np.repeat(np.minimum(counts, length), sizes)
    values = head.astype(np.uint64)
    shingle_key = np.uint64(key[1])
    for place in range(min(length, int(counts.max(initial=0)))):
        more = head > place
        values[more] = _plus(_times(values[more], shingle_key), words[first[more] + place])
    values ^= values >> np.uint64(32)
    values *= np.uint64(hashing.WORD)
    return values ^ values >> np.uint64(29), out_ends


def _keyed_words(low: NDArray[np.uint8], starts: Indices, ends: Indices, key: np.uint64) -> Hashes:
    eights = np.ndarray(max(len(low) - 7, 0), np.dtype("<u8"), np.ascontiguousarray(low), strides=(1,))
    values = np.ones(len(starts), np.uint64)
    active, at = np.arange(len(starts)), starts
    while len(active):
        size = np.minimum(ends[active] - at, hashing.STRETCH).astype(np.uint64)
        taken = eights[at] & (np.uint64(hashing.MASK) >> ((np.uint64(8) - size) * np.uint64(8)))
        values[active] = _plus(_times(values[active], key), taken)
        at = at + hashing.STRETCH
        left = at < ends[active]
        active, at = active[left], at[left]
    return values


def _times(a: Hashes, b: np.uint64) -> Hashes:
    """Return a * b modulo the prime: from products of halves, since 2^64 is 8 and 2^61 is 1 modulo it."""
    a_high, a_low, b_high, b_low = a >> _HALF, a & _LOW, b >> _HALF, b & _LOW
    middle = a_high * b_low + a_low * b_high
    lowest = a_low * b_low
    total = (a_high * b_high << np.uint64(3)) + (middle >> _PART_BITS) + ((middle & _PART) << _HALF)
    total += (lowest & _PRIME) + (lowest >> _BITS)
    return _plus(total & _PRIME, total >> _BITS)


def _plus(a: Hashes, b: Hashes) -> Hashes:
    total = a + b
    total[total >= _PRIME] -= _PRIME
    return total
