"""Opening regular files, and nothing that could make the reader wait or do harm."""

from __future__ import annotations

import os
import stat
from typing import IO

from forensics.documents.model import UnreadableError
from forensics.documents.streams import GZIP, LARGEST, ZSTD

# A named pipe without a writer would keep a plain open() waiting for ever.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_KINDS = (
    (stat.S_ISFIFO, "a named pipe (cat it into -)"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)

About = tuple[int, int]
"""Size and time of change in ns: what tells that a file is no longer what it was."""


def regular(path: str) -> tuple[IO[bytes], About]:
    """Return the regular file at `path` open for reading; raises UnreadableError for others, OSError."""
    descriptor = os.open(path, _FLAGS)
    try:
        about = _about(descriptor)
        return os.fdopen(descriptor, "rb", 0), about  # what is read is read in large pieces, or once
    except BaseException:
        os.close(descriptor)
        raise


def contents(path: str) -> tuple[bytes, About]:
    """Return the bytes of the regular file at `path`; of a large compressed file only its magic.

    Raises UnreadableError where it is larger than one text may be, OSError.
    """
    descriptor = os.open(path, _FLAGS)
    try:
        about = _about(descriptor)
        size = about[0]
        if size > LARGEST:
            if os.read(descriptor, 4).startswith((GZIP, ZSTD)):
                return GZIP, about
            raise UnreadableError(f"larger than {LARGEST >> 20} MB as one text")
        data = os.read(descriptor, size + 1)
        while len(data) < size and (more := os.read(descriptor, size + 1 - len(data))):
            data += more
        return data, about
    finally:
        os.close(descriptor)


def _about(descriptor: int) -> About:
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        what = next((what for is_kind, what in _KINDS if is_kind(found.st_mode)), "a folder")
        raise UnreadableError(f"not a regular file: {what}")
    return found.st_size, found.st_mtime_ns
