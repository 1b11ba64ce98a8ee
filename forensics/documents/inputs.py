"""What has been read so far, a few bytes a file: folders of a million files are met."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Inputs:
    """The files that gave documents: their numbers, SHA-256, lengths in code points and documents."""

    numbers: array[int] = field(default_factory=lambda: array("Q"))
    documents: array[int] = field(default_factory=lambda: array("Q"))
    _chars: array[int] = field(default_factory=lambda: array("Q"))
    _digests: bytearray = field(default_factory=bytearray)

    def add(self, number: int, digest: bytes, chars: int, documents: int) -> None:
        """Note file `number`, whose stored bytes have the SHA-256 `digest`."""
        self.numbers.append(number)
        self.documents.append(documents)
        self._chars.append(chars)
        self._digests += digest

    def digest_of(self, number: int) -> bytes:
        """Return the SHA-256 of file `number`, which is among them."""
        n = bisect_left(self.numbers, number)
        return bytes(self._digests[32 * n : 32 * n + 32])

    def __iter__(self) -> Iterator[tuple[int, str, int, int]]:
        """Yield number, SHA-256 in hexadecimal, length and documents of each file."""
        for n, number in enumerate(self.numbers):
            yield number, self._digests[32 * n : 32 * n + 32].hex(), self._chars[n], self.documents[n]
