from array import array
from typing import Any

from numpy.typing import NDArray

MARKS: int

Buffer = bytes | bytearray | memoryview | array[int] | NDArray[Any]

def name() -> str: ...
def use(most: str) -> None: ...
def contents(data: Buffer, offsets: Buffer, seeds: Buffer, hashes: Buffer) -> None: ...
def sign(
    data: Buffer,
    offsets: Buffer,
    length: int,
    a: Buffer,
    b: Buffer,
    bands: int,
    rows: int,
    counts: Buffer,
    keys: Buffer,
    signatures: Buffer,
    samples: Buffer,
    sample_ends: Buffer,
    sampled: int = ...,
) -> None: ...
def keyed_sets(
    data: Buffer,
    offsets: Buffer,
    length: int,
    flat: Buffer,
    ends: Buffer,
    word_key: int,
    shingle_key: int,
) -> None: ...
def overlaps(flat: Buffer, ends: Buffer, a: Buffer, b: Buffer, shared: Buffer) -> None: ...
def neighbours(texts: Buffer, starts: Buffer, sizes: Buffer, reach: int, pairs: Buffer) -> None: ...
def components(a: Buffer, b: Buffer, labels: Buffer) -> None: ...
def fold(
    texts: list[str], plain: Buffer, table: Buffer, ends: Buffer, marks: Buffer, sizes: Buffer
) -> bytes: ...
def fold_strings(
    data: bytes, starts: Buffer, stops: Buffer, table: Buffer, ends: Buffer, marks: Buffer
) -> bytes: ...
