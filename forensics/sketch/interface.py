"""What every signature kernel does, and the arrays that it takes and gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forensics.sketch.packed import Packed
    from forensics.sketch.permutations import Permutations
    from forensics.text.disguise.findings import Told

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.uint32]
Indices = NDArray[np.int64]
Key = tuple[int, int]
"""What words and shingles are hashed under, from 1 to 2^61 - 2 each; zeros for none."""

NO_KEY: Key = (0, 0)

# One shingle in so many is remembered by its hash (_minhash.h says the same). Chosen: an article of 400 words
# has a dozen samples, in 50 bytes.
SAMPLED = 32


@dataclass(frozen=True, slots=True)
class Signatures:
    """Of n texts: `counts` of shingles; `keys` of bands, shape (bands, n); and `samples` of the shingles.

    Band j's key hashes values j * rows to (j + 1) * rows of the MinHash signature. Text i's samples are
    `samples[ends[i] : ends[i + 1]]`: the permutations' input for those shingles where it is divisible by
    32, or by the power of two asked for. (Broder 1997, section 3: sketches modulo m estimate containment, which
    MinHash does not)
    """

    counts: Numbers
    keys: Numbers
    samples: Numbers
    ends: Indices


class Kernel(Protocol):
    """What signs and compares texts; every implementation gives the same bytes (see sketch.hashing)."""

    def name(self) -> str:
        """Return what is in use: 'c-avx512', 'c-avx2', 'c' or 'numpy'."""

    def fold(self, texts: Sequence[str], told: Told | None = None) -> tuple[Packed, Hashes]:
        """Return `texts` folded (see text.fold), which all below take, and a hash of each.

        The hash is of the folded bytes and the length of the text as it stands: equal texts have equal hashes, and
        texts that differ hardly ever. `told` takes in what disguises those texts that are disguised, by their place.
        """

    def sign(
        self,
        texts: Packed,
        length: int,
        permutations: Permutations,
        bands: int,
        rows: int,
        sampled: int = SAMPLED,
    ) -> Signatures:
        """Return what is remembered of each folded text's shingles of `length` words; one in `sampled` is a sample.

        That is a power of two.
        """

    def signatures(self, texts: Packed, length: int, permutations: Permutations) -> Numbers:
        """Return the MinHash signatures of folded texts, shape (texts, num_perm); all ones for an empty one."""

    def shingle_sets(self, texts: Packed, length: int, key: Key = NO_KEY) -> tuple[Hashes, Indices]:
        """Return each folded text's sorted set of shingle hashes, end to end, and the n + 1 places they end.

        Under a `key` nobody can have two shingles collide (see hashing.keyed_hash); without one, who wants can.
        """

    def overlaps(self, sets: Hashes, ends: Indices, a: Indices, b: Indices) -> Numbers:
        """Return how many elements sets a[i] and b[i] have in common."""

    def neighbours(self, texts: Hashes, starts: Indices, sizes: Indices, reach: int) -> Hashes:
        """Return the pairs of members of each bucket that stand at most `reach` apart, in no order.

        Bucket i is texts[starts[i] : starts[i] + sizes[i]], with one member or more; a pair is a << 32 | b, a < b.
        """

    def components(self, nodes: int, a: Indices, b: Indices) -> Indices:
        """Return for each of `nodes` the least node that edges a[i] - b[i] connect it to."""
