"""The one pass over all texts: what is remembered of each is some two hundred bytes."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Protocol

import numpy as np

from forensics.dedupe.names import Names
from forensics.documents.dates import when
from forensics.documents.strings import lengths
from forensics.sketch.band_store import BandStore
from forensics.text.disguise.findings import DisguisedDocument, Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forensics.dedupe.method import Method
    from forensics.documents.model import Block, Input
    from forensics.engines.interface import Engine
    from forensics.progress import Progress
    from forensics.sketch.interface import Hashes, Indices, Numbers, Signatures
    from forensics.sketch.spill import Spill

_CHARS = 1 << 18  # code points of the documents that are signed together


class RereadableTexts(Protocol):
    """What is deduplicated: documents in blocks, in the order of their positions, each found again by its own."""

    @property
    def first_new(self) -> int | None:
        """The least position of a new document, where those below, read before it, are known; None: all are new."""

    def blocks(self, chars: int = 2 << 20) -> Iterator[Block]:
        """Yield all documents in order."""

    def texts(self, positions: Sequence[int]) -> Sequence[str]:
        """Return the texts at `positions` again."""


class ReadTexts(RereadableTexts, Protocol):
    """Such documents with what they were read from, once they have been."""

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The files that gave documents, with their SHA-256."""


@dataclass(slots=True)
class Signed:
    """What is remembered of each text, in input order.

    The first `known` are known documents, where new ones are held `against` any. `samples` are of the shingles (see
    sketch.interface.Signatures), `sampled` how many of each text.
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
    disguised: list[DisguisedDocument] = field(default_factory=list)
    known: int = 0
    against: bool = False

    def positions_of(self, documents: Indices) -> Indices:
        """Return the positions at which these documents are read again."""
        return np.frombuffer(self.positions, np.int64)[documents]


@dataclass(frozen=True, slots=True)
class SignedBlock:
    """What is remembered of the documents of one block, in its order; `dates` is empty where none are wanted."""

    ids: list[str]
    positions: list[int]
    chars: Sequence[int]
    dates: list[float]
    signatures: Signatures
    contents: Hashes
    disguised: Told


def sign(
    texts: RereadableTexts,
    method: Method,
    date_field: str | None,
    engine: Engine,
    spill: Spill | None,
    progress: Progress,
) -> Signed:
    """Read all `texts` once and return what is remembered; dates where the field that holds them is named."""
    signed = Signed(BandStore(spill))
    counts, contents, samples, sampled = array("I"), array("Q"), array("I"), array("I")  # they grow in place
    progress.start("reading and signing")
    for block in engine.map_in_order(partial(sign_block, method, date_field), texts.blocks(_CHARS)):
        signed.disguised += [
            DisguisedDocument(block.ids[at], told)
            for at, told in sorted(block.disguised.items())
            if texts.first_new is None or block.positions[at] >= texts.first_new
        ]
        signed.names.extend(block.ids)
        signed.positions.extend(block.positions)
        signed.chars.extend(iter(block.chars))
        signed.dates.extend(block.dates)
        signed.keys.append(block.signatures.keys)
        counts.frombytes(block.signatures.counts.tobytes())
        contents.frombytes(block.contents.tobytes())
        samples.frombytes(block.signatures.samples.tobytes())
        sampled.frombytes(np.diff(block.signatures.ends).astype(np.uint32).tobytes())
        progress.advance(len(block.ids))
    progress.finish()
    signed.known = 0 if texts.first_new is None else bisect_left(signed.positions, texts.first_new)
    signed.counts, signed.contents = np.frombuffer(counts, np.uint32), np.frombuffer(contents, np.uint64)
    signed.samples, signed.sampled = np.frombuffer(samples, np.uint32), np.frombuffer(sampled, np.uint32)
    return signed


def sign_block(method: Method, date_field: str | None, block: Block) -> SignedBlock:
    """Return what is remembered of the documents of `block`."""
    told: Told = {}
    signatures, contents = method.sign(block.texts, told)
    dates = [] if date_field is None else list(map(when, block.values(date_field)))
    return SignedBlock(block.ids, block.positions, lengths(block.texts), dates, signatures, contents, told)
