"""Which ids are taken, in 16 to 32 bytes each: a set of a million strings would take ten times that."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

_BITS = (1 << 60) - 1  # what Python still reckons with quickly; two of 10**6 names meet once in 10**6 corpora


class Names:
    """A set of names that keeps only their hashes (open addressing, Knuth vol. 3, 6.4, algorithm L)."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._slots = array("Q", [0]) * 1024
        self._taken = 0
        for name in names:
            self.take(name)

    def take(self, name: str) -> bool:
        """Say whether `name` is free, and take it."""
        slots = self._slots
        last = len(slots) - 1
        key = hash(name) & _BITS or 1
        slot = key & last
        while there := slots[slot]:
            if there == key:
                return False
            slot = (slot + 1) & last
        slots[slot] = key
        self._taken += 1
        if self._taken * 2 > last:
            self._grow()
        return True

    def take_all(self, names: Sequence[str]) -> bool:
        """Take all names, or where one of them is taken, empty or there twice, none."""
        if not all(names):
            return False
        while (self._taken + len(names)) * 2 >= len(self._slots):
            self._grow()
        slots = self._slots
        last = len(slots) - 1
        filled: list[int] = []
        for key in [hash(name) & _BITS or 1 for name in names]:
            slot = key & last
            while there := slots[slot]:
                if there == key:
                    for slot in filled:
                        slots[slot] = 0
                    return False
                slot = (slot + 1) & last
            slots[slot] = key
            filled.append(slot)
        self._taken += len(filled)
        return True

    def _grow(self) -> None:
        old = self._slots
        self._slots = slots = array("Q", [0]) * (len(old) * 2)
        last = len(slots) - 1
        for key in old:
            if key:
                slot = key & last
                while slots[slot]:
                    slot = (slot + 1) & last
                slots[slot] = key
