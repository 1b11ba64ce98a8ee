"""The pairs that ship as arrays that are mapped into memory: each is made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, overload

from forensics.lang.strings import Strings, mapped
from forensics.lexicon.habits import Habits
from forensics.lexicon.pairs import SpinnerPair

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

Key = TypeVar("Key")
Count = TypeVar("Count", int, float)
T = TypeVar("T")
_REMEMBERED = 1 << 14  # phrases looked for whose pairs are kept at hand


@dataclass(frozen=True, slots=True)
class PairArrays:
    """The table of pairs and what was counted over it, as tools/lexicon/pairs_build writes it.

    `phrases` are the observed phrases in the table's order, then the other originals, then the other words that begin
    a phrase. Observed phrase p's pairs are the columns [starts[p], starts[p + 1]) of `columns`, the best first: the
    number of the original, 1 if it was seen in another inflection only, and the pages of each of `families`.
    `written` and `longest` hold for each phrase what `Habits` calls so, 0 where it is not in there; `replaced` has a
    column for each family and word: the number of the family, the number of the word in the lexicon, and pages.
    """

    phrases: Strings
    starts: Array  # shape (observed phrases + 1,)
    columns: Array  # shape (2 + families, pairs)
    families: tuple[str, ...]
    written: Array  # shape (phrases,)
    longest: Array  # shape (phrases,)
    replaced: Array  # shape (3, words replaced)

    @classmethod
    def opened(cls, folder: Path) -> PairArrays:
        """Return the arrays that lie in `folder`."""
        starts, columns, written, longest, replaced = (
            mapped(folder / f"pairs-{name}.npy")
            for name in ("starts", "columns", "written", "longest", "replaced")
        )
        families = (folder / "pairs-families.txt").read_text("utf-8").split()
        return cls(
            Strings(folder, "pairs-phrases"), starts, columns, tuple(families), written, longest, replaced
        )

    def pairs_of(self, number: int) -> tuple[SpinnerPair, ...]:
        """Return the pairs of the observed phrase with this number."""
        observed = _words(self.phrases[number])
        some = slice(int(self.starts[number]), int(self.starts[number + 1]))
        return tuple(
            SpinnerPair(
                observed,
                _words(self.phrases[original]),
                self._families(pages),
                float(sum(pages)),
                bool(inflected),
            )
            for original, inflected, *pages in self.columns[:, some].T.tolist()
        )

    def _families(self, pages: Sequence[int]) -> tuple[tuple[str, float], ...]:
        seen = [(label, float(n)) for label, n in zip(self.families, pages, strict=True) if n]
        return tuple(sorted(seen, key=lambda item: (-item[1], item[0])))

    def habits(self) -> Habits:
        """Return what was counted over all pairs."""
        replaced: dict[str, dict[int, float]] = {}
        for family, number, pages in self.replaced.T.tolist():
            replaced.setdefault(self.families[family], {})[number] = float(pages)
        return Habits(
            longest=ShippedCounts(self.phrases, self.longest, str, str),
            written=ShippedCounts(self.phrases, self.written, " ".join, _words),
            replaced=replaced,
        )


class ShippedPairs(Mapping[tuple[str, ...], tuple[SpinnerPair, ...]]):
    """Observed words -> their pairs."""

    def __init__(self, arrays: PairArrays) -> None:
        self._arrays = arrays
        self._pairs = lru_cache(_REMEMBERED)(self._looked_up)

    def __len__(self) -> int:
        return len(self._arrays.starts) - 1

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return (_words(self._arrays.phrases[n]) for n in range(len(self)))

    def __getitem__(self, observed: tuple[str, ...]) -> tuple[SpinnerPair, ...]:
        pairs = self._pairs(observed)
        if not pairs:
            raise KeyError(observed)
        return pairs

    @overload
    def get(self, observed: tuple[str, ...], /) -> tuple[SpinnerPair, ...] | None: ...
    @overload
    def get(
        self, observed: tuple[str, ...], /, default: tuple[SpinnerPair, ...] | T
    ) -> tuple[SpinnerPair, ...] | T: ...
    def get(
        self, observed: tuple[str, ...], /, default: tuple[SpinnerPair, ...] | T | None = None
    ) -> tuple[SpinnerPair, ...] | T | None:
        """Return the pairs of a phrase, or `default`: most that is asked for has none, and an error would be slow."""
        return self._pairs(observed) or default

    def _looked_up(self, observed: tuple[str, ...]) -> tuple[SpinnerPair, ...]:
        number = self._arrays.phrases.number(" ".join(observed))
        if number is None or number >= len(self):
            return ()
        pairs = self._arrays.pairs_of(number)
        return pairs if pairs[0].observed == observed else ()  # ("in the",) is not ("in", "the")


class ShippedCounts(Mapping[Key, Count]):
    """What was counted of each phrase, where it is more than 0; `phrase` and `key` turn keys to phrases and back."""

    def __init__(
        self, phrases: Strings, counts: Array, phrase: Callable[[Key], str], key: Callable[[str], Key]
    ) -> None:
        self._phrases, self._counts, self._phrase, self._key = phrases, counts, phrase, key
        self._count: Callable[[Key], Count | None] = lru_cache(_REMEMBERED)(self._looked_up)

    def __len__(self) -> int:
        return int((self._counts > 0).sum())

    def __iter__(self) -> Iterator[Key]:
        return (self._key(self._phrases[n]) for n in self._counts.nonzero()[0].tolist())

    def __getitem__(self, key: Key) -> Count:
        count = self._count(key)
        if count is None:
            raise KeyError(key)
        return count

    @overload
    def get(self, key: Key, /) -> Count | None: ...
    @overload
    def get(self, key: Key, /, default: Count | T) -> Count | T: ...
    def get(self, key: Key, /, default: Count | T | None = None) -> Count | T | None:
        """Return what was counted, or `default`: most that is asked for was not, and an error would be slow."""
        count = self._count(key)
        return default if count is None else count

    def _looked_up(self, key: Key) -> Count | None:
        number = self._phrases.number(self._phrase(key))
        count: Count | None = None if number is None else self._counts[number].item()
        return count if count and self._key(self._phrase(key)) == key else None


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.split(" "))
