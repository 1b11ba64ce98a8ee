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
        taken = self._take(hash(name) & _BITS or 1) >= 0
        if self._taken * 2 >= len(self._slots):
            self._grow()
        return taken

    def take_all(self, names: Sequence[str]) -> bool:
        """Take all names, or where one of them is taken, empty or there twice, none."""
        if not all(names):
            return False
        while (self._taken + len(names)) * 2 >= len(self._slots):
            self._grow()
        filled: list[int] = []
        take = self._take
        for name in names:
            slot = take(hash(name) & _BITS or 1)
            if slot < 0:
                for slot in filled:
                    self._slots[slot] = 0
                self._taken -= len(filled)
                return False
            filled.append(slot)
        return True

    def _take(self, key: int) -> int:
        """Put in `key`, for which there is room, and return where it is; -1 where it is already there."""
        slots = self._slots
        last = len(slots) - 1
        slot = key & last
        while there := slots[slot]:
            if there == key:
                return -1
            slot = (slot + 1) & last
        slots[slot] = key
        self._taken += 1
        return slot

    def _grow(self) -> None:
        old = self._slots
        self._slots, self._taken = array("Q", [0]) * (len(old) * 2), 0
        for key in old:
            if key:
                self._take(key)
