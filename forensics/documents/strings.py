"""Texts that are left as they are stored, and decoded where somebody looks."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

import msgspec


@dataclass(frozen=True, slots=True, eq=False)
class Strings(Sequence[str]):
    """JSON strings: string i is `data[starts[i] : ends[i]]` without its quotes, valid, `chars[i]` code points."""

    data: bytes
    starts: array[int]
    ends: array[int]
    chars: array[int]

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        return msgspec.json.decode(b'"%b"' % self.stored(index), type=str)

    def stored(self, index: int) -> bytes:
        """Return a string as it is stored; two that are stored alike are alike."""
        return self.data[self.starts[index] : self.ends[index]]


def lengths(texts: Sequence[str]) -> Sequence[int]:
    """Return the code points of each text."""
    return texts.chars if isinstance(texts, Strings) else list(map(len, texts))


def equal(texts: Sequence[str], a: int, b: int) -> bool:
    """Say whether two of `texts` are the same."""
    if isinstance(texts, Strings) and texts.stored(a) == texts.stored(b):
        return True
    return texts[a] == texts[b]
