"""What a server sent, as web archives keep it: a page out of an HTTP response."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from typing import Any, Literal, cast

from forensics.documents.model import UnreadableError
from forensics.documents.streams import GZIP, LARGEST, ZSTD, bounded, broken, decompressed
from forensics.errors import MissingExtraError

_WRAPPED = (
    b"WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
    b"Content-Length: %d\r\n\r\n"
)
_CHARSET = re.compile(r"\bcharset\s*=\s*[\"']?([^\s\"';,]+)", re.I)
_PACKED = (GZIP, ZSTD)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_UNTRUE = "its headers name an encoding that it is not in: read as it stands"


@dataclass(frozen=True, slots=True)
class Message:
    """The body of a response, unpacked, what its headers say of it, and what is to be told."""

    body: bytes
    kind: str
    charset: str | None
    warning: str = ""


def message(block: bytes) -> Message:
    """Return what the HTTP response `block` brings, its transfer and content encodings undone.

    Archives often keep a body as it was unpacked and its headers as they came: where an encoding cannot be undone
    because there is none, the body is taken as it stands, and that is told. Raises UnreadableError where it is
    damaged, MissingExtraError.
    """
    warning = ""
    try:
        record, body = _parsed(block, "transfer")
    except ValueError:
        (record, body), warning = _parsed(block, "none"), _UNTRUE
    headers = {name.lower(): value for name, value in record.http_headers.items()}
    kind, charset = content_type(headers.get("content-type", ""))
    encoding = headers.get("content-encoding", "").strip().lower()
    if encoding not in ("", "identity", "none"):
        try:
            body = _undone(block, body, encoding)
        except (EOFError, ValueError, zlib.error) as error:
            if body.startswith(_PACKED) or (b"\0" in body[:1000] and not body.startswith(_WIDE)):
                raise UnreadableError("its content encoding is damaged") from error
            warning = _UNTRUE
    if len(body) > LARGEST:
        raise UnreadableError(f"larger than {LARGEST >> 20} MB as one text")
    return Message(body, kind, charset, warning)


def content_type(header: str) -> tuple[str, str | None]:
    """Return the type that a header names, in lower case, and its charset."""
    kind, _, rest = header.partition(";")
    found = _CHARSET.search(rest)
    return kind.strip().lower(), found[1] if found else None


def _undone(block: bytes, body: bytes, encoding: str) -> bytes:
    """Return `body` unpacked; raises EOFError, ValueError, zlib.error and UnreadableError."""
    if encoding in ("gzip", "x-gzip"):
        return _inflated(body, 31)
    if encoding == "deflate":  # some servers leave out zlib's head
        try:
            return _inflated(body, 15)
        except zlib.error:
            return _inflated(body, -15)
    if encoding == "zstd" and body.startswith(ZSTD):
        with broken():
            return bounded(decompressed(io.BytesIO(body), ZSTD))
    if encoding == "br":
        return _parsed(block, "all")[1]
    raise ValueError(encoding)


def _inflated(body: bytes, bits: int) -> bytes:
    unpacking = zlib.decompressobj(bits)
    data = unpacking.decompress(body, LARGEST + 1)
    if not unpacking.eof and len(data) <= LARGEST:
        raise EOFError
    return data


def _parsed(block: bytes, undo: Literal["all", "transfer", "none"]) -> tuple[Any, bytes]:
    """Return a response as fastwarc has it, and its body; raises ValueError where an encoding is not there to undo."""
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError as error:
        raise MissingExtraError("reading WARC", "warc") from error
    wrapped = io.BytesIO(_WRAPPED % len(block) + block + b"\r\n\r\n")
    try:
        record = next(ArchiveIterator(cast("Any", wrapped), auto_decode=undo), None)
    except (OSError, ValueError) as error:
        raise UnreadableError("its HTTP headers are damaged") from error
    if record is None or record.http_headers is None:
        raise UnreadableError("its HTTP headers are damaged")
    try:
        return record, record.reader.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise ValueError(undo) from error
