"""A result as one JSON document."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

import msgspec

from forensics.dedupe.columns import ClusterColumns, PairColumns
from forensics.envelope import Envelope
from forensics.report.column_json import clusters_as_json, pairs_as_json
from forensics.report.interface import RenderOptions

_AT_ONCE = 2000
# JSON leaves these as they are, but a terminal acts on them: DEL, C1 controls, bidirectional controls.
_ACTIVE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def document(envelope: Envelope[Any, Any]) -> bytes:
    """Return the whole envelope as one indented JSON document in UTF-8, with a newline at its end."""
    return b"".join(_parts(envelope))


def render(envelope: Envelope[Any, Any], options: RenderOptions) -> Iterator[bytes]:  # noqa: ARG001
    """Return what `document` returns piece by piece: findings made on demand are never held all at once."""
    return _parts(envelope)


def digest(envelope: Envelope[Any, Any]) -> str:
    """Return the SHA-256, in hexadecimal, of the document without its digest and without white space."""
    hashed = sha256()
    for piece in compact(envelope):
        hashed.update(piece)
    return hashed.hexdigest()


def compact(envelope: Envelope[Any, Any]) -> Iterator[bytes]:
    """Yield the document without its digest as canonical JSON: its keys in their order, no white space."""
    plain, listed = set_apart(envelope)
    rest = msgspec.json.encode(plain)
    rest = rest[: rest.rindex(b',"digest":')] + b"}"
    for name, findings in listed.items():
        before, mark, rest = rest.partition(b'"%b":[' % name.encode())
        yield before + mark
        for number, part in enumerate(_elements(findings)):
            yield b"," * (number > 0) + msgspec.json.format(f"[{part}]".encode(), indent=-1)[1:-1]
    yield rest


def _parts(envelope: Envelope[Any, Any]) -> Iterator[bytes]:
    plain, listed = set_apart(replace(envelope, digest=digest(envelope)))
    rest = msgspec.json.format(msgspec.json.encode(plain), indent=2)
    for name, findings in listed.items():
        before, mark, rest = rest.partition(b'\n    "%b": [' % name.encode())
        yield inert(before) + mark
        for number, part in enumerate(_elements(findings)):
            yield b"," * (number > 0) + _made_inert(part)
        yield b"\n    " * (len(findings) > 0)
    yield inert(rest) + b"\n"


def _elements(findings: Sequence[Any]) -> Iterator[str]:
    """Yield the elements of an array of the result, many at a time, as they stand in the whole document."""
    if isinstance(findings, PairColumns):
        yield from pairs_as_json(findings)
        return
    if isinstance(findings, ClusterColumns) and not findings.paragraphs:
        yield from clusters_as_json(findings)
        return
    for start in range(0, len(findings), _AT_ONCE):
        part = msgspec.json.format(msgspec.json.encode(findings[start : start + _AT_ONCE]), indent=2)
        yield part[1:-2].replace(b"\n", b"\n    ").decode()


def set_apart(envelope: Envelope[Any, Any]) -> tuple[Envelope[Any, Any], dict[str, Sequence[Any]]]:
    """Return `envelope` without the findings that are made on demand (sequences, not tuples), and these by name."""
    result = envelope.result
    listed = {
        field.name: value
        for field in dataclasses.fields(result)
        if isinstance(value := getattr(result, field.name), Sequence) and not isinstance(value, tuple | str)
    }
    emptied = dataclasses.replace(result, **dict.fromkeys(listed, ()))
    return dataclasses.replace(envelope, result=emptied), listed


def inert(encoded: bytes) -> bytes:
    """Return JSON that no terminal acts on, and that reads the same: active characters as their escapes."""
    return _made_inert(encoded.decode())


def _made_inert(text: str) -> bytes:
    if text.isascii() and "\x7f" not in text:
        return text.encode()
    return _ACTIVE.sub(lambda m: f"\\u{ord(m.group()):04x}", text).encode()
