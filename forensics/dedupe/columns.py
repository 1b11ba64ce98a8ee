"""Pairs and clusters that are kept in arrays, and become objects when somebody looks."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, overload

import numpy as np

from forensics.dedupe.names import Names
from forensics.dedupe.paragraphs import place
from forensics.dedupe.result import Cluster, Flag, Pair, Relation

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from forensics.sketch.interface import Indices, Numbers

RELATIONS: tuple[Relation, ...] = ("exact", "near", "contains", "contained", "spun", "overlaps")
# Similarities are kept in these parts of one, rounded down: a threshold reads them as it read the texts.
# Chosen: four digits, of which two bytes hold any.
UNITS = 10_000
NOT_MEASURED = UNITS + 1
# Of a unit: a share that is whole in units is not one less for how doubles are multiplied, 0.0003 * 10000 < 3.
_UNIT_ROUNDING = 1e-6
CHAIN_ONLY, OVERSIZED = 1, 2
_FLAGS: tuple[tuple[int, Flag], ...] = ((CHAIN_ONLY, "chain-only"), (OVERSIZED, "oversized"))
_AT_ONCE = 2048


@dataclass(frozen=True, slots=True, eq=False)
class PairColumns(Sequence[Pair]):
    """Verified pairs of documents, 13 bytes each; those numbered below `known` are known documents."""

    names: Names
    a: Numbers
    b: Numbers
    jaccard: NDArray[np.uint16]
    containment: NDArray[np.uint16]
    relation: NDArray[np.uint8]
    known: int = 0

    def only(self, which: NDArray[np.bool_] | Indices) -> PairColumns:
        """Return the pairs marked in `which`, or at these places."""
        return PairColumns(
            self.names,
            self.a[which],
            self.b[which],
            self.jaccard[which],
            self.containment[which],
            self.relation[which],
            self.known,
        )

    def __len__(self) -> int:
        return len(self.a)

    @overload
    def __getitem__(self, index: int) -> Pair: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Pair]: ...
    def __getitem__(self, index: int | slice) -> Pair | Sequence[Pair]:
        if isinstance(index, slice):
            return self._made(index)
        place = range(len(self))[index]
        return self._made(slice(place, place + 1))[0]

    def __iter__(self) -> Iterator[Pair]:
        for start in range(0, len(self), _AT_ONCE):
            yield from self._made(slice(start, start + _AT_ONCE))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def named(
        self, which: slice, written: Callable[[list[str]], list[str]] = list
    ) -> tuple[list[str], list[str]]:
        """Return the ids of both sides of some pairs, as `written` gives them; each is looked up and written once."""
        both = np.concatenate([self.a[which], self.b[which]])
        known, place = np.unique(both, return_inverse=True)
        distinct = written(self.names.some(known))
        found = [distinct[at] for at in place.tolist()]
        half = len(found) // 2
        return found[:half], found[half:]

    def _made(self, which: slice) -> tuple[Pair, ...]:
        return tuple(
            map(
                Pair,
                *self.named(which),
                (self.jaccard[which] / UNITS).tolist(),
                (self.containment[which] / UNITS).tolist(),
                [RELATIONS[relation] for relation in self.relation[which].tolist()],
                (self.a[which] < self.known).tolist(),
            )
        )


@dataclass(frozen=True, slots=True, eq=False)
class ClusterColumns(Sequence[Cluster]):
    """Clusters of documents: `members[starts[i] : starts[i + 1]]` are those of cluster i, the kept one first.

    `positions` says where every document of the corpus, clustered or not, is read again. Documents numbered below
    `known` are known.
    """

    names: Names
    members: Numbers
    starts: Indices
    jaccard: NDArray[np.uint16]
    flags: NDArray[np.uint8]
    positions: array[int] | None = None
    paragraphs: bool = False
    known: int = 0

    def staying(self, documents: int, held: Numbers | Indices) -> NDArray[np.bool_]:
        """Return which of so many documents stay: the new ones that are no copy of another and not among `held`."""
        stays = np.ones(documents, np.bool_)
        stays[self.members] = False
        stays[self.members[self.starts[:-1]]] = True
        stays[held] = False
        stays[: self.known] = False
        return stays

    def __len__(self) -> int:
        return len(self.starts) - 1

    @overload
    def __getitem__(self, index: int) -> Cluster: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Cluster]: ...
    def __getitem__(self, index: int | slice) -> Cluster | Sequence[Cluster]:
        if isinstance(index, slice):
            return tuple(self._made(i) for i in range(*index.indices(len(self))))
        return self._made(range(len(self))[index])

    def __iter__(self) -> Iterator[Cluster]:
        return map(self._made, range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def _made(self, index: int) -> Cluster:
        start, end = int(self.starts[index]), int(self.starts[index + 1])
        names = tuple(self.names.some(self.members[start:end]))
        jaccard = tuple(
            None if units == NOT_MEASURED else units / UNITS for units in self.jaccard[start:end].tolist()
        )
        places = tuple(map(place, names)) if self.paragraphs else ()
        known = int(np.count_nonzero(self.members[start:end] < self.known))
        return Cluster(index, names[0], names, jaccard, flags_of(int(self.flags[index])), places, known)


def in_units(share: NDArray[np.float64]) -> NDArray[np.uint16]:
    """Return shares of one in whole units, rounded down."""
    return (share * UNITS + _UNIT_ROUNDING).astype(np.uint16)


def least_units(threshold: float) -> int:
    """Return the least whole units that reach a threshold."""
    return int(np.ceil(threshold * UNITS - _UNIT_ROUNDING))


@cache
def flags_of(bits: int) -> tuple[Flag, ...]:
    """Return the names of a cluster's flags."""
    return tuple(name for bit, name in _FLAGS if bits & bit)


def bits_of(flags: tuple[Flag, ...]) -> int:
    """Return a cluster's flags as bits."""
    return sum(bit for bit, name in _FLAGS if name in flags)
