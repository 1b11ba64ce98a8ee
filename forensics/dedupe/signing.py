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
from forensics.sketch.bands import Banding
from forensics.sketch.kernel import Kernel
from forensics.sketch.packed import pack
from forensics.sketch.permutations import Permutations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from forensics.documents.corpus import Block
    from forensics.documents.model import Document
    from forensics.progress import Progress
    from forensics.sketch.kernel import Hashes, Indices, Words


class Texts(Protocol):
    """What is deduplicated: documents in blocks, each found again by its position."""

    def blocks(self, chars: int = 2 << 20) -> Iterator[Block]:
        """Yield all documents in order."""

    def read(self, positions: Iterable[int]) -> Iterator[Document]:
        """Yield documents again."""


@dataclass(frozen=True, slots=True)
class Method:
    """How texts are signed."""

    kernel: Kernel
    length: int
    banding: Banding
    permutations: Permutations
    jobs: int


@dataclass(slots=True)
class Signed:
    """What is remembered of each text, in input order; band keys stay in the blocks that they came in."""

    names: Names = field(default_factory=Names)
    positions: array[int] = field(default_factory=lambda: array("q"))
    chars: array[int] = field(default_factory=lambda: array("I"))
    dates: array[float] = field(default_factory=lambda: array("d"))
    counts: Words = field(default_factory=lambda: np.empty(0, np.uint32))
    contents: Hashes = field(default_factory=lambda: np.empty(0, np.uint64))
    keys: list[Words] = field(default_factory=list)

    def band(self, index: int, texts: Indices) -> Words:
        """Return the keys of one band for these texts."""
        if not self.keys:
            return np.empty(0, np.uint32)
        column: NDArray[np.uint32] = np.concatenate([block[index] for block in self.keys])
        return column[texts]


def sign(texts: Texts, method: Method, date_field: str | None, progress: Progress) -> Signed:
    """Read all `texts` once and return what is remembered of them; dates where the field that holds them is named."""
    signed = Signed()
    counts: list[Words] = []
    contents: list[Hashes] = []
    progress.start("reading and signing")
    for block, number, keys, hashes in in_order(partial(_signed_block, method), texts.blocks(), method.jobs):
        signed.names.extend(document.id for document in block.documents)
        signed.positions.extend(block.positions)
        signed.chars.extend([len(document.text) for document in block.documents])
        if date_field is not None:
            signed.dates.extend(when(document.metadata.get(date_field)) for document in block.documents)
        signed.keys.append(keys)
        counts.append(number)
        contents.append(hashes)
        progress.advance(len(block.documents))
    progress.finish()
    if counts:
        signed.counts, signed.contents = np.concatenate(counts), np.concatenate(contents)
    return signed


def _signed_block(method: Method, block: Block) -> tuple[Block, Words, Words, Hashes]:
    texts = [document.text for document in block.documents]
    as_is = pack(texts)
    folded = method.kernel.fold(texts, as_is)
    counts, keys = method.kernel.sign(
        folded, method.length, method.permutations, method.banding.bands, method.banding.rows
    )
    return block, counts, keys, method.kernel.contents(as_is)
