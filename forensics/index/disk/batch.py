"""What is made of some documents before they are written: their rows, chunks, fingerprints and band keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forensics.documents.model import Document
from forensics.index.chunks import SourceWords, read_source
from forensics.index.disk import shape
from forensics.index.key_files import entries
from forensics.sketch.permutations import permutations
from forensics.sketch.select import kernel

if TYPE_CHECKING:
    from forensics.sketch.interface import Hashes, Numbers


@dataclass(frozen=True, slots=True)
class Batch:
    """Some documents, numbered from `first`, with what is kept of each.

    `bands` are the entries of key_files for each band, `prints` those of all fingerprints.
    """

    first: int
    documents: Sequence[Document]
    words: Sequence[SourceWords]
    bands: Sequence[Hashes]
    prints: Hashes

    @property
    def last(self) -> int:
        """The number of the last one."""
        return self.first + len(self.documents) - 1

    @property
    def chunks(self) -> int:
        """How many chunks they have."""
        return sum(len(one.chunks) for one in self.words)


def prepare(documents: Sequence[Document], first: int) -> Batch:
    """Return what is kept of some documents."""
    import numpy as np

    words = [read_source(one.text) for one in documents]
    numbers = np.arange(first, first + len(documents))
    keys = band_keys([one.text for one in documents])
    prints = np.concatenate([np.zeros(0, np.uint64), *(one.prints for one in words)])
    owners = np.repeat(numbers, [len(one.prints) for one in words])
    return Batch(
        first,
        documents,
        words,
        [entries(band, numbers) for band in keys],
        entries(prints, owners),
    )


def band_keys(texts: Sequence[str]) -> Numbers:
    """Return the keys of the texts' bands, shape (bands, texts): those of `forensics dedupe` unless told otherwise."""
    signing = kernel()
    folded, _ = signing.fold(texts)
    drawn = permutations(shape.NUM_PERM, shape.SEED)
    return signing.sign(folded, shape.SHINGLE, drawn, shape.BANDING.bands, shape.BANDING.rows).keys
