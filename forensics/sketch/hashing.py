"""The hash of a shingle, in plain Python: what the kernels compute, and what datasketch is given to agree."""

from __future__ import annotations

from collections.abc import Sequence

MASK = (1 << 64) - 1
WORD = 0x9E3779B97F4A7C15
FINAL = 0xFF51AFD7ED558CCD
STEP = 0xD6E8FEB86659FD93
BAND = 0xC4CEB9FE1A85EC53
PRIME = (1 << 61) - 1
STRETCH = 7  # bytes of a word taken at once: fewer bits than the prime has


def word_hash(word: str) -> int:
    """Return the 64-bit hash of one folded word, read as UTF-8 in little-endian steps of eight bytes."""
    data = word.encode("utf-8", "surrogatepass")
    value = 0
    for start in range(0, len(data), 8):
        value = ((value ^ int.from_bytes(data[start : start + 8], "little")) * WORD) & MASK
        value ^= value >> 32
    return value * FINAL & MASK


def shingle_hash(words: Sequence[str], length: int) -> int:
    """Return the 64-bit hash of a shingle of `length` words, or of a whole text that has fewer.

    A polynomial over the words' hashes (Karp & Rabin 1987), so that the next shingle costs one step,
    then mixed. Not cryptographic: whoever wants two shingles to collide can have it.
    """
    value = len(words) if len(words) < length else 0
    for word in words:
        value = (value * STEP + word_hash(word)) & MASK
    value ^= value >> 32
    value = value * WORD & MASK
    return value ^ value >> 29


def minhash_input(words: Sequence[str], length: int) -> int:
    """Return the 32 bits of a shingle's hash that datasketch's affine32 scheme takes in."""
    return shingle_hash(words, length) >> 32


def keyed_hash(words: Sequence[str], key: tuple[int, int]) -> int:
    """Return the 64-bit hash of a shingle under a key of two numbers from 1 to 2^61 - 2.

    Polynomials modulo 2^61 - 1, over a word's stretches of seven bytes and over the words, each begun so that two
    lengths never agree; then mixed, one to one. Two given shingles of n stretches agree under fewer than n in 2^61
    keys (Carter & Wegman 1979, Universal classes of hash functions): who does not know the key cannot find any.
    """
    value = len(words)
    for word in words:
        data, hashed = word.encode("utf-8", "surrogatepass"), 1
        for start in range(0, len(data), STRETCH):
            hashed = (hashed * key[0] + int.from_bytes(data[start : start + STRETCH], "little")) % PRIME
        value = (value * key[1] + hashed) % PRIME
    value ^= value >> 32
    value = value * WORD & MASK
    return value ^ value >> 29
