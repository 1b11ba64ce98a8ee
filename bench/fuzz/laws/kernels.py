"""Laws of the compiled code: the bytes of the twins in Python, whatever it is given, and nothing read outside them."""

from __future__ import annotations

import io
import json
from array import array
from contextlib import suppress
from typing import Any

from bench.fuzz.laws.texts import SEEDS
from bench.fuzz.target import Law, Target
from bench.fuzz.text import all_bytes_of, text_of

_LINES = (
    b'{"id": "a", "text": "one"}\n{"text":"\\ud83d\\ude00 \\u00e9", "id": 7}\n',
    b'{"a": [1, -2.5e3, {"b": [true, false, null]}], "text": "\xc3\xa9"}\n\n{"text": 5}\n{"text": "cut',
    b'\x1e{"text": "a", "text": "b"}\r\n{"id": -0, "text": " "}\n{"te\\u0078t": "a"}\n{"text": "\\ud83d"}',
)


def hashing() -> Law:
    """Return the law of the signature kernel: in C, with any instructions, as in numpy."""
    import numpy as np

    from forensics.documents.strings import Strings
    from forensics.sketch import native
    from forensics.sketch.numpy_kernel import NumpyKernel
    from forensics.sketch.permutations import permutations

    def given_as(texts: list[str], as_json: bool) -> Any:
        if not as_json:
            return texts
        stored = [json.dumps(text, ensure_ascii=len(text) % 2 == 0).encode() for text in texts]
        ends = np.cumsum([0, *map(len, stored)]).tolist()
        starts = array("q", [start + 1 for start in ends[:-1]])
        return Strings(
            b"".join(stored), starts, array("q", [end - 1 for end in ends[1:]]), array("q", map(len, texts))
        )

    def made(kernel: Any, texts: Any, length: int, key: tuple[int, int]) -> list[bytes]:
        told: dict[int, Any] = {}
        folded, contents = kernel.fold(texts, told)
        signed = kernel.sign(folded, length, permuted, 8, 4)
        flat, ends = kernel.shingle_sets(folded, length)
        keyed, _ = kernel.shingle_sets(folded, length, key)
        many = len(texts)
        left, right = (part.ravel() for part in np.indices((many, many)))
        arrays = (
            folded.offsets,
            contents,
            signed.counts,
            signed.keys,
            signed.samples,
            signed.ends,
            flat,
            ends,
            keyed,
        )
        return [
            bytes(folded.data)[: folded.offsets[-1]],
            repr(sorted(told.items())).encode(),
            kernel.signatures(folded, length, permuted).tobytes(),
            kernel.overlaps(flat, ends, left, right).tobytes(),
            *(one.tobytes() for one in arrays),
        ]

    kernels = {instructions: native.NativeKernel(instructions) for instructions in native.INSTRUCTIONS}
    plain, permuted = NumpyKernel(), permutations(32, 1)

    def law(data: bytes) -> None:
        head, rest = data[:2].ljust(2, b"\0"), data[2:]
        texts = [text_of(part) for part in rest.split(b"\xfe")]
        length, key = head[0] % 9 + 1, (head[1] + 1, 2**61 - 2 - head[0])
        expected = made(plain, texts, length, key)
        for instructions, kernel in kernels.items():
            native._kernel.use(instructions)
            for as_json in (False, True):
                found = made(kernel, given_as(texts, as_json), length, key)
                assert found == expected, f"{instructions} (as JSON: {as_json}) is not what numpy makes"

    return law


def arrays() -> Law:
    """Return the law of the compiled functions by themselves: arrays that do not fit are refused."""
    import numpy as np

    from forensics.sketch import _kernel
    from forensics.sketch.native import INSTRUCTIONS

    interesting = (0, 1, 2, 3, 8, -1, 2**31 - 1, 2**31, 2**32, 2**61, 2**62, 2**63 - 1, -(2**63))

    def law(data: bytes) -> None:
        turn = iter(data)

        def number() -> int:
            byte = next(turn, 0)
            return interesting[byte - 128] if 0 <= byte - 128 < len(interesting) else byte % 40

        def integers() -> Any:
            return np.array([number() for _ in range(next(turn, 0) % 6)], np.int64)

        _kernel.use(INSTRUCTIONS[next(turn, 0) % 3])
        texts = bytes(next(turn, 0) for _ in range(next(turn, 0) % 40)) + bytes(16 * (next(turn, 0) % 2))
        numbers = np.arange(next(turn, 0) % 9, dtype=np.uint64)
        calls = (
            lambda: _kernel.overlaps(
                numbers, integers(), integers(), integers(), np.empty(number() % 9, np.uint32)
            ),
            lambda: _kernel.neighbours(
                numbers, integers(), integers(), number(), np.empty(number() % 40, np.uint64)
            ),
            lambda: _kernel.components(integers(), integers(), np.arange(number() % 9)),
            lambda: _kernel.contents(texts, integers(), integers(), np.empty(number() % 5, np.uint64)),
            lambda: _kernel.keyed_sets(
                texts,
                integers(),
                number(),
                np.empty(number() % 40, np.uint64),
                integers(),
                abs(number()),
                abs(number()),
            ),
            lambda: _kernel.sign(
                texts,
                integers(),
                number(),
                np.ones(4, np.uint32),
                np.ones(4, np.uint32),
                number(),
                number(),
                np.empty(number() % 5, np.uint32),
                np.empty(number() % 9, np.uint32),
                bytearray(),
                np.empty(number() % 40, np.uint32),
                integers(),
            ),
            lambda: _kernel.fold_strings(
                texts,
                integers(),
                integers(),
                bytes(8 * 0x110000),
                integers(),
                np.empty(number() % 5, np.uint8),
            ),
        )
        with suppress(ValueError, OverflowError, MemoryError):
            calls[next(turn, 0) % len(calls)]()

    return law


def json_lines() -> Law:
    """Return the law of the scanner of JSON Lines: it finds what decoding line by line finds."""
    from forensics.documents import scanning
    from forensics.documents.jsonl import JsonLines
    from forensics.documents.names import Names
    from forensics.documents.records import Reading
    from forensics.documents.strings import lengths
    from forensics.settings import ReadSettings

    compiled = scanning._jsonl
    assert compiled is not None, "the scanner was not built: pip install -e . builds it"

    def read(data: bytes) -> Any:
        skipped: list[Any] = []
        reading = Reading(ReadSettings(), skipped.append, skipped.append, False, Names())
        records = JsonLines("f", reading)
        blocks = list(records.blocks(io.BytesIO(data)))
        found = [
            one
            for block in blocks
            for one in zip(block.positions, block.ids, block.texts, lengths(block.texts), strict=True)
        ]
        assert all(len(text) == length for _, _, text, length in found), (
            "a text has another length than is told"
        )
        return found, skipped

    def law(data: bytes) -> None:
        found = read(data)
        scanning._jsonl = None
        try:
            assert read(data) == found, "scanning finds something else than decoding"
        finally:
            scanning._jsonl = compiled

    return law


TARGETS = (
    Target(
        "kernels",
        "the signature kernels in C and numpy",
        hashing,
        lambda: [b"\4\1" + one for one in all_bytes_of(SEEDS)],
        200,
        compiled=True,
    ),
    Target(
        "arrays",
        "the compiled functions given arrays that do not fit",
        arrays,
        lambda: [bytes(range(n, n + 60)) for n in range(0, 196, 28)],
        80,
        compiled=True,
    ),
    Target(
        "jsonl",
        "the scanner of JSON Lines in C and decoding",
        json_lines,
        lambda: list(_LINES),
        300,
        compiled=True,
    ),
)
