"""The MinHash signatures of a corpus, for use elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forensics.dedupe.signing import Texts
from forensics.settings import DedupeSettings
from forensics.sketch.permutations import permutations
from forensics.sketch.select import kernel

if TYPE_CHECKING:
    from forensics.sketch.interface import Numbers


def signatures(corpus: Texts, settings: DedupeSettings) -> tuple[list[str], Numbers]:
    """Return the ids of all documents and their signatures, shape (documents, num_perm).

    They are datasketch's own (scheme affine32); sketch.interop turns them into its objects, its file format
    and its index.
    """
    ids: list[str] = []
    found = [np.empty((0, settings.num_perm), np.uint32)]
    used = kernel()
    for block in corpus.blocks():
        folded, _ = used.fold(block.texts)
        ids += block.ids
        found.append(
            used.signatures(folded, settings.shingle, permutations(settings.num_perm, settings.seed))
        )
    return ids, np.concatenate(found)
