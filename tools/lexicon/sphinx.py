"""Read the trigram model that the pocketsphinx package ships (a reversed trie, bit-packed, 16-bit quantised)."""

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

_MAGIC = b"Trie Language Model"
_NATS = 1e-4  # the file counts in logarithms to base 1.0001
_BINS = 1 << 16


@dataclass(frozen=True)
class Trigrams:
    """All n-grams as word numbers in reading order, with log-probabilities and back-off weights in nats."""

    words: list[str]
    unigram: np.ndarray
    unigram_backoff: np.ndarray
    bigram: np.ndarray  # shape (n, 2)
    bigram_log: np.ndarray
    bigram_backoff: np.ndarray
    trigram: np.ndarray  # shape (n, 3)
    trigram_log: np.ndarray


def read(path: Path) -> Trigrams:
    """Return the model stored at `path`; raises ValueError for any other kind of file."""
    raw = path.read_bytes()
    if not raw.startswith(_MAGIC) or raw[len(_MAGIC)] != 3:
        raise ValueError(f"{path} is no trigram trie")
    at = len(_MAGIC) + 1
    n1, n2, n3 = struct.unpack_from("<3I", raw, at)
    at += 16  # the counts, and the kind of quantisation
    tables = np.frombuffer(raw, "<f4", 3 * _BINS, at).reshape(3, _BINS) * _NATS
    at += 12 * _BINS
    nodes = np.frombuffer(raw, [("log", "<f4"), ("backoff", "<f4"), ("next", "<u4")], n1 + 1, at)
    at += nodes.nbytes
    word_bits, next_bits = n1.bit_length(), n3.bit_length()
    middle = word_bits + 32 + next_bits
    longest = word_bits + 16
    size2 = ((1 + n2) * middle + 7) // 8 + 8
    size3 = ((1 + n3) * longest + 7) // 8 + 8
    bits2, bits3 = raw[at : at + size2], raw[at + size2 : at + size2 + size3]
    words = raw[at + size2 + size3 + 4 :].decode("utf-8").split("\0")[:n1]

    earlier = _field(bits2, n2 + 1, middle, 0, word_bits)
    backoff2 = _field(bits2, n2, middle, word_bits, 16)
    log2 = _field(bits2, n2, middle, word_bits + 16, 16)
    next2 = _field(bits2, n2 + 1, middle, word_bits + 32, next_bits)
    earliest = _field(bits3, n3, longest, 0, word_bits)
    log3 = _field(bits3, n3, longest, word_bits, 16)

    # The header counts a few bigrams more than there are: the sentinel after the last word knows.
    last = np.repeat(np.arange(n1), np.diff(nodes["next"].astype(np.int64)))
    n2 = len(last)
    bigram = np.stack([earlier[:n2], last], axis=1)
    parent = np.repeat(np.arange(n2), np.diff(next2[: n2 + 1]))
    trigram = np.concatenate([earliest[:, None], bigram[parent]], axis=1)
    return Trigrams(
        words,
        nodes["log"][:n1] * _NATS,
        nodes["backoff"][:n1] * _NATS,
        bigram,
        tables[0][log2[:n2]],
        tables[1][backoff2[:n2]],
        trigram,
        tables[2][log3],
    )


def _field(raw: bytes, count: int, stride: int, offset: int, width: int) -> np.ndarray:
    """Return `count` numbers of `width` bits, `stride` bits apart (little-endian bit order)."""
    bytes_ = np.frombuffer(raw + b"\0" * 8, np.uint8)
    at = np.arange(count, dtype=np.int64) * stride + offset
    value = np.zeros(count, np.uint64)
    for k in range((width + 14) // 8):
        value |= bytes_[(at >> 3) + k].astype(np.uint64) << np.uint64(8 * k)
    return ((value >> (at & 7).astype(np.uint64)) & np.uint64((1 << width) - 1)).astype(np.int64)
