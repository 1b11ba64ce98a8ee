"""Which documents hold a key, for band keys, fingerprints and samples: `key << 32 | document`, sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import IO, TYPE_CHECKING

from forensics.index.sorted_file import SortedFile, write

if TYPE_CHECKING:
    from numpy import ndarray

    Mask = Callable[[ndarray], ndarray]
    """Which of some document numbers are meant."""

_MERGED = 1 << 22  # integers merged at a time, about; decides nothing but memory


def entries(keys: ndarray, numbers: ndarray) -> ndarray:
    """Return sorted what a section of such a file holds: keys of 32 bits, each with a document number below 2^32."""
    import numpy as np

    made: ndarray = keys.astype(np.uint64) << np.uint64(32) | numbers.astype(np.uint64)
    made.sort()
    return made


def merge_keys(file: IO[bytes], files: Sequence[SortedFile], keep: Mask | None = None) -> list[int]:
    """Write what all of `files` hold as one, without the documents that `keep` leaves out; returns its sizes.

    What comes out does not depend on the order of files. A range of keys is merged at a time, in bounded memory.
    """
    places = range(max((len(one.sections) for one in files), default=0))
    return write(file, (_merged([one.sections[place] for one in files], keep) for place in places))


def _merged(parts: Sequence[ndarray], keep: Mask | None) -> Iterator[ndarray]:
    import numpy as np

    slices = sum(map(len, parts)) // _MERGED + 1
    bounds = np.array([(k << 64) // slices for k in range(1, slices)], dtype=np.uint64)
    cuts = [[0, *np.searchsorted(part, bounds).tolist(), len(part)] for part in parts]
    for k in range(slices):
        some = np.concatenate([part[cut[k] : cut[k + 1]] for part, cut in zip(parts, cuts, strict=True)])
        if keep is not None:
            some = some[keep((some & np.uint64(0xFFFFFFFF)).astype(np.int64))]
        some.sort()
        yield some


def holders(
    parts: Sequence[ndarray],
    keys: ndarray,
    known: Mask | None = None,
    most: int | None = None,
    unknown: int = 0,
) -> tuple[ndarray, ndarray]:
    """Return (places in `keys`, document numbers) of all who hold a key, by key and then number; both int64.

    `parts` are one section of several files. Documents that `known` leaves out are not there; a key that more than
    `most` others hold has no holders. `unknown` says how many documents `known` leaves out at most, so that keys that
    are certainly too common are not looked at.
    """
    import numpy as np

    wanted = keys.astype(np.uint64) << np.uint64(32)
    low = [np.searchsorted(part, wanted, "left") for part in parts]
    high = [np.searchsorted(part, wanted | np.uint64(0xFFFFFFFF), "right") for part in parts]
    sizes = [there - here for here, there in zip(low, high, strict=True)]
    looked = np.ones(len(keys), dtype=bool)
    if most is not None:
        looked = np.sum(sizes, axis=0, initial=0) <= most + unknown
    found = [np.zeros(0, dtype=np.uint64)]
    places = [np.zeros(0, dtype=np.int64)]
    for part, here, size in zip(parts, low, sizes, strict=True):
        size = np.where(looked, size, 0)
        at = np.repeat(here - np.cumsum(size) + size, size) + np.arange(int(size.sum()))
        found.append(part[at] & np.uint64(0xFFFFFFFF))
        places.append(np.repeat(np.arange(len(keys)), size))
    place, number = np.concatenate(places), np.concatenate(found).astype(np.int64)
    if known is not None:
        kept = known(number)
        place, number = place[kept], number[kept]
    if most is not None:
        kept = np.bincount(place, minlength=len(keys))[place] <= most
        place, number = place[kept], number[kept]
    order = np.lexsort((number, place))
    return place[order], number[order]
