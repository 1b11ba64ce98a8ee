"""Bytes as they are stored: hashed as they pass, seen through gzip and zstd, never more than fits."""

from __future__ import annotations

import hashlib
import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

from forensics.documents.model import UnreadableError

_MEMBER = b"\x1f\x8b\x08"  # how a member of gzip begins
GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_SKIPPABLE = b"\x2a\x4d\x18"  # after a byte from 0x50 to 0x5f: a frame of something else (RFC 8878, 3.1.2)
LARGEST = 256 << 20
"""Bytes of the largest single text, record or archive member that is taken into memory."""

_WINDOW = 1 << 28  # bytes that zstd --long may look back: as many as the largest text has
_ZSTD_HEAD = 18  # bytes of the longest head of a frame
_PIECE = 4096  # compressed bytes at a time: a hostile one grows to 128 MB at most


class Readable(Protocol):
    """What can be read forward."""

    def read(self, size: int = -1, /) -> bytes:
        """Return at most `size` bytes, none at the end."""
        ...


class Hashed:
    """A file that is read once from its start to its end; `sha256` covers what has been read."""

    def __init__(self, file: Readable) -> None:
        self._file = file
        self._hash = hashlib.sha256()

    def read(self, size: int = -1, /) -> bytes:
        """Return at most `size` bytes."""
        data = self._file.read(size)
        self._hash.update(data)
        return data

    def digest(self) -> bytes:
        """Read what is left, and return the SHA-256 of the whole."""
        while self.read(1 << 20):
            pass
        return self._hash.digest()


class _Unpacked(ABC):
    """A compressed file as one stream; where it is damaged, what came before is given first, in any reads."""

    def __init__(self, file: Readable) -> None:
        self._file = file
        self._ready, self._place = b"", 0

    @abstractmethod
    def _more(self) -> bytes:
        """Return what comes next, and nothing at the end; raise what `broken` turns."""

    def read(self, size: int = -1, /) -> bytes:
        """Return at most `size` bytes, and none only at the end."""
        if size < 0:
            return b"".join(iter(lambda: self.read(1 << 20), b""))
        if self._place == len(self._ready):
            self._ready, self._place = self._more(), 0
        data = self._ready[self._place : self._place + size]
        self._place += len(data)
        return data


class _Gunzipped(_Unpacked):
    """Members of gzip one after another (RFC 1952), perhaps with zeros after the last.

    One that `mends` goes on with the next member where one is damaged, after a blank line; `lost` counts these.
    """

    def __init__(self, file: Readable, *, mends: bool = False) -> None:
        super().__init__(file)
        self._mends = mends
        self.lost = 0
        self._member = zlib.decompressobj(31)
        self._rest = b""
        self._begun = False

    def _more(self) -> bytes:
        while True:
            if self._member.eof:
                self._rest, self._begun = self._member.unused_data, False
                self._member = zlib.decompressobj(31)
            piece = self._rest or self._file.read(1 << 16)
            if not self._begun:  # between two members
                piece = piece.lstrip(b"\0")
            if piece:
                self._begun = True
            elif self._rest:
                self._rest = b""
                continue
            elif self._begun:
                raise EOFError
            else:
                return b""
            try:
                data = self._member.decompress(piece, 1 << 20)
                self._rest = self._member.unconsumed_tail
            except zlib.error:
                if not self._mends:
                    raise
                return self._mended(piece)
            if data:
                return data

    def _mended(self, piece: bytes) -> bytes:
        """Go to the next member after one that breaks in `piece`, and return what stands for what was lost."""
        self.lost += 1
        self._member, self._begun = zlib.decompressobj(31), False
        rest = piece[1:]
        while (at := rest.find(_MEMBER)) < 0 and (more := self._file.read(1 << 16)):
            rest = rest[-2:] + more
        self._rest = rest[at:] if at >= 0 else b""
        return b"\r\n\r\n"


class _Unzstd(_Unpacked):
    """Frames of zstd one after another; the library's own reader takes a truncated one for a whole."""

    def __init__(self, file: Readable) -> None:
        import zstandard

        super().__init__(file)
        self._decompressor = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
        self._frame = self._decompressor.decompressobj()
        self._begun = False

    def _more(self) -> bytes:
        while True:
            piece = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof:
                self._frame, self._begun = self._decompressor.decompressobj(), False
            piece = piece or self._file.read(_PIECE)
            if not piece:
                if self._begun:
                    raise EOFError
                return b""
            if not self._begun:
                piece = self._checked(piece)
            self._begun = True
            data: bytes = self._frame.decompress(piece)
            if data:
                return data

    def _checked(self, piece: bytes) -> bytes:
        """Return a frame's first bytes, enough for its head; raises UnreadableError for what cannot be had."""
        import zstandard

        while len(piece) < _ZSTD_HEAD and (more := self._file.read(_ZSTD_HEAD - len(piece))):
            piece += more
        if piece.startswith(ZSTD):
            with suppress(zstandard.ZstdError):
                about = zstandard.get_frame_parameters(piece)
                if about.dict_id:
                    raise UnreadableError(
                        f"needs the zstd dictionary {about.dict_id} (unpack it with zstd -d -D FILE)"
                    )
                if about.window_size > _WINDOW:
                    raise UnreadableError(
                        f"unpacking it takes {about.window_size >> 20} MB of memory, and {_WINDOW >> 20} MB is "
                        "the most that is taken (zstd -d --long=31 unpacks it)"
                    )
        return piece


def damage() -> tuple[type[Exception], ...]:
    """Return what is raised where compressed data is damaged."""
    import zstandard

    return EOFError, zlib.error, zstandard.ZstdError


@contextmanager
def broken() -> Iterator[None]:
    """Turn the decompressors' errors into UnreadableError."""
    try:
        yield
    except EOFError as error:
        raise UnreadableError("compressed data ends early (truncated?)") from error
    except damage() as error:
        raise UnreadableError(f"compressed data is damaged: {error}") from error


def is_compressed(head: bytes) -> bool:
    """Say whether `head`, the first bytes of a file, begins gzip or zstd data."""
    return head.startswith((GZIP, ZSTD)) or _is_skippable(head)


def decompressed(file: Readable, head: bytes, *, mends: bool = False) -> Readable:
    """Return `file`, which begins with the bytes `head`, seen through one layer of compression.

    `mends`: the caller sees for itself where data was damaged, so that what comes after is given too.
    """
    if head.startswith(GZIP):
        return _Gunzipped(file, mends=mends)
    return _Unzstd(file) if head.startswith(ZSTD) or _is_skippable(head) else file


def _is_skippable(head: bytes) -> bool:
    return head[1:4] == _SKIPPABLE and 0x50 <= head[0] <= 0x5F


class Peeked:
    """`file`, of which the first bytes, at most `size`, have been looked at: `head`."""

    def __init__(self, file: Readable, size: int = 4) -> None:
        self._file = file
        self.head = first(file, size)
        self._ready = self.head

    def read(self, size: int = -1, /) -> bytes:
        """Return at most `size` bytes."""
        if not self._ready:
            return self._file.read(size)
        data, self._ready = (self._ready, b"") if size < 0 else (self._ready[:size], self._ready[size:])
        return data if size >= 0 else data + self._file.read()


def first(file: Readable, size: int) -> bytes:
    """Return the first `size` bytes of `file`, or all where it has fewer."""
    data = b""
    while len(data) < size and (more := file.read(size - len(data))):
        data += more
    return data


def bounded(file: Readable, limit: int = LARGEST, what: str = "as one text") -> bytes:
    """Return all of `file`; raises UnreadableError where that is more than `limit` bytes `what`."""
    parts, size = [], 0
    while part := file.read(1 << 20):
        size += len(part)
        if size > limit:
            raise UnreadableError(f"larger than {limit >> 20} MB {what}")
        parts.append(part)
    return b"".join(parts)
