"""Texts as they are kept: compressed one by one, with a dictionary that was trained on the first of them."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import zstandard

# Of texts of 1.7 KB level 3 with a dictionary of 112 KB leaves 45 in 100 bytes, without one 56; level 9 leaves 42 and
# takes five times as long (measured over generated news and the Brown corpus). A longer text gains less.
_ZSTANDARD_LEVEL = 3
_DICTIONARY = 112 << 10  # bytes
_LEAST_TO_LEARN = 200  # texts: from fewer zstandard learns nothing that pays, or refuses
_MOST_TO_LEARN = 4_000  # texts
_SAMPLE = 8_000  # bytes of each; more of one text teaches little about others
_LONGEST = 1 << 30  # bytes of one text, so that damage cannot ask for all memory


def trained(texts: Sequence[str]) -> bytes:
    """Return a dictionary for texts like these; empty where they are too few."""
    if len(texts) < _LEAST_TO_LEARN:
        return b""
    step = max(1, len(texts) // _MOST_TO_LEARN)
    samples: list[bytes | bytearray | memoryview] = [
        encoded(text[:_SAMPLE])[:_SAMPLE] for text in texts[::step]
    ]
    # A dictionary takes about a hundredth of what it is learnt from.
    size = min(_DICTIONARY, max(1 << 10, sum(map(len, samples)) // 10))
    try:
        return zstandard.train_dictionary(size, samples, level=_ZSTANDARD_LEVEL).as_bytes()
    except zstandard.ZstdError:  # too little variety to learn from
        return b""


def encoded(text: str) -> bytes:
    """Return `text` in UTF-8; lone surrogates, which hostile input may hold, come back as they were."""
    return text.encode("utf-8", "surrogatepass")


def digest_of(text: str) -> bytes:
    """Return the SHA-256 of a text."""
    return sha256(encoded(text)).digest()


class Texts:
    """Compresses and reads texts with one dictionary, which may be empty."""

    def __init__(self, dictionary: bytes) -> None:
        learnt = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
        self._compressor = zstandard.ZstdCompressor(
            level=_ZSTANDARD_LEVEL, dict_data=learnt, write_checksum=False, write_dict_id=False
        )
        self._decompressor = zstandard.ZstdDecompressor(dict_data=learnt)

    def packed(self, text: str) -> bytes:
        """Return `text` compressed."""
        return self._compressor.compress(encoded(text))

    def text(self, packed: bytes) -> str:
        """Return the text that was compressed; raises ValueError for what is none."""
        try:
            if zstandard.frame_content_size(packed) > _LONGEST:
                raise ValueError("a text of more than a gigabyte")
            return self._decompressor.decompress(packed).decode("utf-8", "surrogatepass")
        except (zstandard.ZstdError, UnicodeDecodeError) as error:
            raise ValueError(f"a text that cannot be read: {error}") from error
