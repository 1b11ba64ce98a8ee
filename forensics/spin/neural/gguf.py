"""What a model file says of itself: its licence, read from the head of a GGUF file before anything runs it."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import IO

# Types of values, as the format numbers them, with the bytes of those of a fixed size.
_SIZES = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
_TEXT, _ARRAY = 8, 9
_MOST_KEYS, _LONGEST_TEXT = 10_000, 1 << 16  # keys, bytes: more is no model's head; chosen
_LICENCE = "general.license"


class _BrokenError(Exception):
    """The head is not what the format asks for."""


def licence(path: Path) -> str | None:
    """Return the licence that a GGUF file names, None where it names none or its head cannot be read.

    Source: the GGUF specification of ggml, versions 2 and 3.
    """
    try:
        with path.open("rb") as file:
            if file.read(4) != b"GGUF":
                return None
            _number(file, "<IQ")  # version, tensors
            for _ in range(min(_number(file, "<Q"), _MOST_KEYS)):
                key, kind = _text(file), _number(file, "<I")
                if key == _LICENCE and kind == _TEXT:
                    return _text(file).strip() or None
                _pass_over(file, kind)
    except (OSError, _BrokenError):
        pass
    return None


def _number(file: IO[bytes], layout: str) -> int:
    data = file.read(struct.calcsize(layout))
    if len(data) < struct.calcsize(layout):
        raise _BrokenError
    return int(struct.unpack(layout, data)[-1])


def _text(file: IO[bytes]) -> str:
    size = _number(file, "<Q")
    if size > _LONGEST_TEXT:
        raise _BrokenError
    data = file.read(size)
    if len(data) < size:
        raise _BrokenError
    return "".join(c for c in data.decode("utf-8", "replace") if c.isprintable())


def _pass_over(file: IO[bytes], kind: int) -> None:
    if kind in _SIZES:
        file.seek(_SIZES[kind], 1)
    elif kind == _TEXT:
        file.seek(min(_number(file, "<Q"), _LONGEST_TEXT), 1)
    elif kind == _ARRAY:
        inner, count = _number(file, "<I"), _number(file, "<Q")
        if count > _MOST_KEYS:  # what names a licence stands before the lists of tokens
            raise _BrokenError
        for _ in range(count):
            if inner == _ARRAY:
                raise _BrokenError
            _pass_over(file, inner)
    else:
        raise _BrokenError
