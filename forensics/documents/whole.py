"""Files that are one document each: plain text, and what text can be taken out of."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from forensics.documents import formats
from forensics.documents.model import UnreadableError
from forensics.settings import ReadSettings


def text_of(kind: str, data: bytes, settings: ReadSettings) -> str:
    """Return the text of a file of format `kind` whose decompressed bytes are `data`.

    Raises UnreadableError with the reason where there is none, MissingExtraError where a reader is not installed.
    """
    if not data:
        raise UnreadableError("empty")
    text = _plain(data, settings.encoding) if kind == "text" else _READERS[kind](data, settings)
    if not text or text.isspace():
        raise UnreadableError("no text")
    return text


def _plain(data: bytes, encoding: str) -> str:
    """Return `data` decoded, and nothing else: no newline is translated, no byte order mark dropped."""
    try:
        if b"\0" in data[:8192] and encoding == "utf-8":
            raise UnreadableError(f"binary file ({formats.binary(data)})" + _marked(data))
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if sort := formats.binary(data):
            raise UnreadableError(f"binary file ({sort})") from error
        advice = _marked(data) or (" (try --encoding latin-1)" if encoding == "utf-8" else "")
        raise UnreadableError(f"not valid {encoding.upper()} at byte {error.start}{advice}") from error
    if "\0" in text:
        raise UnreadableError("binary file (NUL bytes)")
    return text


def _marked(data: bytes) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return " (try --encoding utf-16)" if wide else ""


_READERS: dict[str, Callable[[bytes, ReadSettings], str]] = {}
