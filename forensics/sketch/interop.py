"""Signatures as datasketch knows them: its objects, its bytes, its index."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

import numpy as np

from forensics.errors import InputError
from forensics.sketch.bands import Banding
from forensics.sketch.hashing import minhash_input

if TYPE_CHECKING:
    from datasketch import LeanMinHash, MinHash, MinHashLSH

    from forensics.sketch.interface import Numbers

SCHEME = "affine32"
_FORMAT = "forensics-signatures-1"
_SIZE = struct.Struct("<I")


@dataclass(frozen=True, slots=True)
class Header:
    """What signatures in a file have in common; `shingle` is the length of a shingle in words."""

    num_perm: int
    seed: int
    shingle: int
    format: str = _FORMAT
    scheme: str = SCHEME


def hashfunc(length: int) -> Callable[[Sequence[str]], int]:
    """Return the function that makes datasketch agree: MinHash(hashfunc=...).update(words of one shingle)."""
    return lambda words: minhash_input(words, length)


def minhash(text: str, length: int, num_perm: int = 128, seed: int = 1) -> MinHash:
    """Return the datasketch MinHash of `text`'s shingles of `length` words, updatable with words tuples."""
    from datasketch import MinHash

    from forensics.text.shingles import shingles

    made = MinHash(num_perm=num_perm, seed=seed, hashfunc=hashfunc(length), scheme=SCHEME)
    for shingle in sorted(shingles(text, length)):
        made.update(shingle)
    return made


def lean(signatures: Numbers, seed: int) -> list[LeanMinHash]:
    """Return each row of `signatures` (texts, num_perm) as a datasketch LeanMinHash."""
    from datasketch import LeanMinHash

    return [LeanMinHash(seed=seed, hashvalues=row, scheme=SCHEME) for row in signatures]


def index(ids: Iterable[str], signatures: Numbers, seed: int, banding: Banding) -> MinHashLSH:
    """Return a datasketch MinHashLSH with every id in it, cut into the same bands as dedupe cuts."""
    from datasketch import MinHashLSH

    made = MinHashLSH(num_perm=signatures.shape[1], params=(banding.bands, banding.rows))
    with made.insertion_session() as session:
        for name, one in zip(ids, lean(signatures, seed), strict=True):
            session.insert(name, one)
    return made


def write(file: IO[bytes], header: Header, ids: Iterable[str], signatures: Numbers) -> None:
    """Write a line of JSON, then of each text: the size of its id, the id, and what LeanMinHash.serialize gives.

    All numbers are little-endian (`byteorder="<"`); nothing is pickled.
    """
    file.write(json.dumps(asdict(header)).encode() + b"\n")
    start = struct.pack("<qiB", header.seed, -header.num_perm, 1)  # 1: affine32 (datasketch.lean_minhash)
    for name, row in zip(ids, signatures.astype("<u4"), strict=True):
        encoded = name.encode("utf-8", "surrogatepass")
        file.write(_SIZE.pack(len(encoded)) + encoded + start + row.tobytes())


def read(path: str | Path) -> tuple[Header, list[str], Numbers]:
    """Return what `write` wrote: the header, the ids, and the signatures (texts, num_perm).

    Raises InputError where the file is not whole or not one of these.
    """
    data = Path(path).read_bytes()
    first, _, rest = data.partition(b"\n")
    try:
        header = Header(**json.loads(first))
    except (ValueError, TypeError) as error:
        raise InputError(f"{path} does not hold signatures") from error
    if header.format != _FORMAT or header.scheme != SCHEME:
        raise InputError(f"{path} holds signatures of another kind: {header.format}, {header.scheme}")
    ids, rows = [], []
    try:
        for name, row in _records(rest, header.num_perm):
            ids.append(name)
            rows.append(row)
    except (struct.error, ValueError) as error:
        raise InputError(f"{path} ends early") from error
    return header, ids, np.array(rows, np.uint32).reshape(len(ids), header.num_perm)


def _records(data: bytes, num_perm: int) -> Iterator[tuple[str, Numbers]]:
    at = 0
    while at < len(data):
        (size,) = _SIZE.unpack_from(data, at)
        at += _SIZE.size
        name = data[at : at + size].decode("utf-8", "surrogatepass")
        at += size + struct.calcsize("<qiB")
        yield name, np.frombuffer(data, "<u4", num_perm, at)
        at += 4 * num_perm
