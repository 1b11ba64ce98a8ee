"""The numbered terms of the lexicon: the words of English, then the phrases that a thesaurus joins them with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import TypeVar, overload

from forensics.lang.strings import Strings

T = TypeVar("T")

_REMEMBERED = 1 << 16  # terms looked for whose numbers are kept at hand


class Terms(Sequence[str]):
    """All terms, by number."""

    def __init__(self, words: Strings, phrases: Strings) -> None:
        self._words, self._phrases = words, phrases
        self._term = lru_cache(_REMEMBERED)(self._read)

    def __len__(self) -> int:
        return len(self._words) + len(self._phrases)

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[n] for n in range(len(self))[number]]
        return self._term(number)

    def _read(self, number: int) -> str:
        words = len(self._words)
        if number < 0:
            number += len(self)
        return self._words[number] if number < words else self._phrases[number - words]

    def __iter__(self) -> Iterator[str]:
        return chain(self._words, self._phrases)


class Numbers(Mapping[str, int]):
    """The number of each term."""

    def __init__(self, words: Strings, phrases: Strings) -> None:
        self._words, self._phrases = words, phrases
        self._number = lru_cache(_REMEMBERED)(self._looked_up)

    def __len__(self) -> int:
        return len(self._words) + len(self._phrases)

    def __iter__(self) -> Iterator[str]:
        return chain(self._words, self._phrases)

    def __getitem__(self, term: str) -> int:
        number = self._number(term)
        if number is None:
            raise KeyError(term)
        return number

    def __contains__(self, term: object) -> bool:
        return isinstance(term, str) and self._number(term) is not None

    @overload
    def get(self, term: str, /) -> int | None: ...
    @overload
    def get(self, term: str, /, default: int | T) -> int | T: ...
    def get(self, term: str, /, default: int | T | None = None) -> int | T | None:
        """Return the number of a term, or `default`: most that is asked for is no term, and an error would be slow."""
        number = self._number(term)
        return default if number is None else number

    def _looked_up(self, term: str) -> int | None:
        if " " not in term:
            return self._words.number(term)
        number = self._phrases.number(term)
        return None if number is None else len(self._words) + number
