"""Records in UTF-16 or UTF-32, whose lines do not end in one byte: read as UTF-8."""

from __future__ import annotations

import codecs

from forensics.documents.model import UnreadableError
from forensics.documents.streams import Readable

_MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHUNK = 1 << 20


def wide(head: bytes, encoding: str) -> str | None:
    """Return the encoding of records whose file begins with `head`, if bytes end no lines in it; else None.

    A byte order mark goes before `encoding`, the one that was asked for.
    """
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    name = codecs.lookup(encoding).name
    return None if "\n".encode(name) == b"\n" or name == "utf-8-sig" else name


class AsUtf8:
    """`file`, which is text in `encoding`, as UTF-8; raises UnreadableError where it is not valid."""

    def __init__(self, file: Readable, encoding: str) -> None:
        self._file = file
        self._encoding = encoding
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._ready, self._place = b"", 0
        self._passed = 0
        self._broken: int | None = None  # the byte at which it is not valid
        self._ended = False

    def read(self, size: int = -1, /) -> bytes:
        """Return at most `size` bytes, and none only at the end."""
        if size < 0:
            return b"".join(iter(lambda: self.read(_CHUNK), b""))
        while self._place == len(self._ready) and not self._ended:
            self._ready, self._place = self._more(), 0
        data = self._ready[self._place : self._place + size]
        self._place += len(data)
        return data

    def _more(self) -> bytes:
        if self._broken is not None:
            raise UnreadableError(f"not valid {self._encoding.upper()} at byte {self._broken}")
        chunk = self._file.read(_CHUNK)
        self._ended = not chunk
        try:
            text = self._decoder.decode(chunk, final=self._ended)
        except UnicodeDecodeError as error:  # what comes before is given first
            held = len(error.object) - len(chunk)  # bytes of a character that began in the chunk before
            self._broken, self._ended = self._passed + error.start - held, False
            text = error.object[: error.start].decode(error.encoding)
        except UnicodeError as error:
            raise UnreadableError(f"not valid {self._encoding.upper()}: {error}") from error
        self._passed += len(chunk)
        return text.removeprefix("\ufeff").encode()
