"""The one pass over all texts: what is remembered of each is some two hundred bytes."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Protocol

import numpy as np

from forensics.dedupe.dates import when
from forensics.dedupe.names import Names
from forensics.dedupe.parallel import in_order
from forensics.documents.strings import lengths
from forensics.sketch.band_store import BandStore
from forensics.sketch.bands import Banding
from forensics.sketch.interface import Kernel, Signatures
from forensics.sketch.permutations import Permutations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from forensics.documents.model import Block
    from forensics.progress import Progress
    from forensics.sketch.interface import Hashes, Numbers
    from forensics.sketch.packed import Packed

_BLOCK = 1 << 18  # code points


class Texts(Protocol):
    """What is deduplicated: documents in blocks, each found again by its position."""

    def blocks(self, chars: int = 2 << 20) -> Iterator[Block]:
        """Yield all documents in order."""

    def texts(self, positions: Sequence[int]) -> Sequence[str]:
        """Return the texts at `positions` again."""


@dataclass(frozen=True, slots=True)
class Method:
    """How texts are signed and compared.

    `most_bytes` is what each larger table may take in memory (None: all); `certify_at` the threshold at which
    candidates are found exactly (None: from bands); `spelt` rewrites each text first (None: as it stands).
    """

    kernel: Kernel
    length: int
    banding: Banding
    permutations: Permutations
    jobs: int
    most_bytes: int | None = None
    certify_at: float | None = None
    spelt: Callable[[str], str] | None = None

    def fold(self, texts: Sequence[str]) -> tuple[Packed, Hashes]:
        """Return texts folded for the kernel, along synonyms first where that is asked for."""
        return self.kernel.fold(texts if self.spelt is None else list(map(self.spelt, texts)))


@dataclass(slots=True)
class Signed:
    """What is remembered of each text, in input order.

    `samples` are of the shingles (see sketch.interface.Signatures), `sampled` how many of each text.
    """

    keys: BandStore
    names: Names = field(default_factory=Names)
    positions: array[int] = field(default_factory=lambda: array("q"))
    chars: array[int] = field(default_factory=lambda: array("I"))
    dates: array[float] = field(default_factory=lambda: array("d"))
    counts: Numbers = field(default_factory=lambda: np.empty(0, np.uint32))
    contents: Hashes = field(default_factory=lambda: np.empty(0, np.uint64))
    samples: Numbers = field(default_factory=lambda: np.empty(0, np.uint32))
    sampled: Numbers = field(default_factory=lambda: np.empty(0, np.uint32))


def sign(texts: Texts, method: Method, date_field: str | None, progress: Progress) -> Signed:
    """Read all `texts` once and return what is remembered; dates where the field that holds them is named."""
    signed = Signed(BandStore(method.most_bytes))
    counts, contents, samples, sampled = array("I"), array("Q"), array("I"), array("I")  # they grow in place
    progress.start("reading and signing")
    for block, found, hashes in in_order(partial(_signed_block, method), texts.blocks(_BLOCK), method.jobs):
        signed.names.extend(block.ids)
        signed.positions.extend(block.positions)
        signed.chars.extend(iter(lengths(block.texts)))
        if date_field is not None:
            signed.dates.extend(map(when, block.values(date_field)))
        signed.keys.append(found.keys)
        counts.frombytes(found.counts.tobytes())
        contents.frombytes(hashes.tobytes())
        samples.frombytes(found.samples.tobytes())
        sampled.frombytes(np.diff(found.ends).astype(np.uint32).tobytes())
        progress.advance(len(block.ids))
    progress.finish()
    signed.counts, signed.contents = np.frombuffer(counts, np.uint32), np.frombuffer(contents, np.uint64)
    signed.samples, signed.sampled = np.frombuffer(samples, np.uint32), np.frombuffer(sampled, np.uint32)
    return signed


def _signed_block(method: Method, block: Block) -> tuple[Block, Signatures, Hashes]:
    folded, contents = method.fold(block.texts)
    banding = method.banding
    found = method.kernel.sign(folded, method.length, method.permutations, banding.bands, banding.rows)
    return block, found, contents
