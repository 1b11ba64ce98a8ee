"""Inputs that come but once, or compressed, kept in temporary files so that they can be sought in and read again."""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from contextlib import closing, suppress
from typing import IO, Any, cast

from forensics.documents.model import UnreadableError
from forensics.documents.streams import Readable, damage, decompressed, is_compressed
from forensics.documents.wide import AsUtf8
from forensics.errors import InputError


def spooled(file: Readable) -> IO[bytes]:
    """Return a nameless temporary file with `file` in it (of a damaged one what is sound), at its start.

    Raises InputError where the disk is full.
    """
    kept = tempfile.TemporaryFile(buffering=0, prefix="forensics-")  # noqa: SIM115 (as long as its corpus)
    try:
        with suppress(UnreadableError, *damage()):
            shutil.copyfileobj(file, kept, 1 << 20)
    except OSError as error:
        kept.close()
        raise InputError(
            f"cannot keep the input in {tempfile.gettempdir()}: {error.strerror}",
            "TMPDIR names another folder for temporary files",
        ) from error
    kept.seek(0)
    return kept


def seekable(file: IO[bytes], encoding: str | None = None, *, mends: bool = False) -> IO[bytes]:
    """Return `file` decompressed and open for seeking: itself, or a temporary copy of what is in it.

    Where `encoding` is given, it is read as text in it, and the copy is UTF-8.
    """
    head = file.read(4)
    file.seek(0)
    if not is_compressed(head) and encoding is None:
        return file
    with closing(file):
        stream = decompressed(file, head, mends=mends)
        return spooled(stream if encoding is None else AsUtf8(stream, encoding))


def standard_input() -> IO[bytes]:
    """Return all of standard input as a temporary file, so that it can be read again."""
    return spooled(sys.stdin.buffer if sys.stdin is not None else io.BytesIO())


def piped(path: str) -> IO[bytes]:
    """Return all that comes through the pipe at `path` as a temporary file."""
    with open(path, "rb") as pipe:  # noqa: PTH123 (a descriptor of this process, not a place on disk)
        return spooled(pipe)


def another(file: IO[bytes]) -> IO[bytes]:
    """Return the open temporary `file` as a file of its own, at its start, with a place of its own."""
    return cast("IO[bytes]", _View(file))


class _View(io.RawIOBase):
    """An open file seen through its descriptor: os.dup would share one place between all its users."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._place = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._file.fileno()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = (0, self._place, os.fstat(self._file.fileno()).st_size)[whence]
        self._place = start + offset
        return self._place

    def tell(self) -> int:
        return self._place

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 (any writable buffer)
        data = os.pread(self._file.fileno(), len(buffer), self._place)
        buffer[: len(data)] = data
        self._place += len(data)
        return len(data)
