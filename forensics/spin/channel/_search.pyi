from typing import Any

from numpy.typing import NDArray

Buffer = bytes | bytearray | memoryview | NDArray[Any]

def mixture(
    ratio: Buffer,
    known: Buffer,
    counts: Buffer,
    starts: Buffer,
    options: Buffer,
    seen: Buffer,
    among: Buffer,
    least: float,
    most: float,
    rounds: int,
    shares: Buffer,
    expected: Buffer,
    keep: Buffer,
    weight: Buffer,
) -> None: ...
def search(
    model: tuple[Buffer, ...],
    numbers: Buffer,
    edges: Buffer,
    words: Buffer,
    channel: Buffer,
    start: int,
    end: int,
    fit: float,
    beam: int,
    chosen: Buffer,
) -> int: ...
