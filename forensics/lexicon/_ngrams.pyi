from typing import Any

from numpy.typing import NDArray

Buffer = bytes | bytearray | memoryview | NDArray[Any]

def trigrams(
    model: tuple[Buffer, ...], earlier: Buffer, before: Buffer, word: Buffer, out: Buffer
) -> None: ...
def chains(
    model: tuple[Buffer, ...], around: Buffer, words: Buffer, sizes: Buffer, end: int, out: Buffer
) -> None: ...
