"""Pairs and clusters that are kept in arrays, and become objects when somebody looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from forensics.dedupe.names import Names
from forensics.dedupe.result import Cluster, Flag, Pair, Relation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from forensics.sketch.kernel import Indices, Words

RELATIONS: tuple[Relation, ...] = ("exact", "near", "contains", "contained", "spun")
UNITS = 10_000  # similarities are kept in these parts of one, rounded down: a threshold reads them as it read the texts
NOT_MEASURED = UNITS + 1
CHAIN_ONLY, OVERSIZED = 1, 2


@dataclass(frozen=True, slots=True, eq=False)
class ListedPairs(Sequence[Pair]):
    """Verified pairs of documents, 13 bytes each."""

    names: Names
    a: Words
    b: Words
    jaccard: NDArray[np.uint16]
    containment: NDArray[np.uint16]
    relation: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.a)

    @overload
    def __getitem__(self, index: int) -> Pair: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Pair]: ...
    def __getitem__(self, index: int | slice) -> Pair | Sequence[Pair]:
        if isinstance(index, slice):
            return tuple(self._made(i) for i in range(*index.indices(len(self))))
        return self._made(range(len(self))[index])

    def __iter__(self) -> Iterator[Pair]:
        return map(self._made, range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def _made(self, index: int) -> Pair:
        return Pair(
            self.names[int(self.a[index])],
            self.names[int(self.b[index])],
            int(self.jaccard[index]) / UNITS,
            int(self.containment[index]) / UNITS,
            RELATIONS[self.relation[index]],
        )


@dataclass(frozen=True, slots=True, eq=False)
class ListedClusters(Sequence[Cluster]):
    """Clusters of documents: `members[starts[i] : starts[i + 1]]` are those of cluster i, the kept one first."""

    names: Names
    members: Words
    starts: Indices
    jaccard: NDArray[np.uint16]
    flags: NDArray[np.uint8]

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
        names = tuple(self.names[member] for member in self.members[start:end].tolist())
        jaccard = tuple(
            None if units == NOT_MEASURED else units / UNITS for units in self.jaccard[start:end].tolist()
        )
        return Cluster(index, names[0], names, jaccard, flags_of(int(self.flags[index])))


def flags_of(bits: int) -> tuple[Flag, ...]:
    """Return the names of a cluster's flags."""
    named: tuple[tuple[int, Flag], ...] = ((CHAIN_ONLY, "chain-only"), (OVERSIZED, "oversized"))
    return tuple(name for bit, name in named if bits & bit)
