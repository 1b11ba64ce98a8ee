"""In how many chunks each word stands, kept as changes: sorted hashes of words, and by how much each count changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from forensics.index.sorted_file import SortedFile
from forensics.sketch.hashing import word_hash

if TYPE_CHECKING:
    from numpy import ndarray


@lru_cache(maxsize=500_000)
def term_hash(term: str) -> int:
    """Return the 64 bits that stand for a stem."""
    return word_hash(term)


def changes(chunks: Iterable[Sequence[str]], sign: int = 1) -> tuple[ndarray, ndarray]:
    """Return what chunks of distinct stems change: sorted hashes (uint64), and counts (int64) times `sign`.

    A `sign` of -1 takes away what a removed document brought.
    """
    import numpy as np

    hashes = np.fromiter((term_hash(term) for chunk in chunks for term in chunk), dtype=np.uint64)
    terms, counts = np.unique(hashes, return_counts=True)
    return terms, sign * counts.astype(np.int64)


def summed(parts: Sequence[tuple[ndarray, ndarray]]) -> tuple[ndarray, ndarray]:
    """Return the sum of changes, without words that nothing is left of."""
    import numpy as np

    hashes = np.concatenate([np.zeros(0, np.uint64), *(terms for terms, _ in parts)])
    counts = np.concatenate([np.zeros(0, np.int64), *(counts for _, counts in parts)])
    terms, place = np.unique(hashes, return_inverse=True)
    total = np.zeros(len(terms), dtype=np.int64)
    np.add.at(total, place, counts)
    return terms[total != 0], total[total != 0]


def as_sections(terms: ndarray, counts: ndarray) -> tuple[ndarray, ndarray]:
    """Return changes as the two sections of a sorted file."""
    import numpy as np

    return terms, counts.view(np.uint64)


def read_counts(file: SortedFile) -> tuple[ndarray, ndarray]:
    """Return the changes that a file holds."""
    import numpy as np

    terms, counts = file.sections
    return terms, counts.view(np.int64)


def frequencies(parts: Sequence[tuple[ndarray, ndarray]], terms: Sequence[str]) -> list[int]:
    """Return in how many chunks each stem stands, by all changes."""
    import numpy as np

    wanted = np.fromiter(map(term_hash, terms), dtype=np.uint64, count=len(terms))
    total = np.zeros(len(terms), dtype=np.int64)
    for hashes, counts in parts:
        if len(hashes):
            at = np.minimum(np.searchsorted(hashes, wanted), len(hashes) - 1)
            total += np.where(hashes[at] == wanted, counts[at], 0)
    found: list[int] = total.tolist()
    return found
