"""One writer at a time: a lock that goes with its process, and that says who holds it."""

from __future__ import annotations

import json
import os
import socket
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from forensics.index.errors import BusyIndexError

NAME = "lock"
_PAUSE = 0.05  # seconds between two tries; decides nothing but how soon a writer that waits goes on


class WriterLock:
    """Held from entering to leaving; raises BusyIndexError where another holds it for longer than `wait` seconds.

    The system lets go of it when its process ends, however that ends: a dead holder holds nothing. What stands in the
    file is for people.
    """

    def __init__(self, home: Path, wait: float = 0.0) -> None:
        self._home, self._wait = home, wait
        self._descriptor = -1

    def __enter__(self) -> Self:
        self._descriptor = os.open(self._home / NAME, os.O_RDWR | os.O_CREAT, 0o666)
        until = time.monotonic() + self._wait
        while not _taken(self._descriptor):
            if time.monotonic() >= until:
                holder = _holder(os.pread(self._descriptor, 1000, 0))
                os.close(self._descriptor)
                raise BusyIndexError(self._home, holder)
            time.sleep(_PAUSE)
        os.ftruncate(self._descriptor, 0)
        said = {"pid": os.getpid(), "host": socket.gethostname()}
        os.pwrite(self._descriptor, json.dumps(said).encode(), 0)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.ftruncate(self._descriptor, 0)
        os.close(self._descriptor)


def _taken(descriptor: int) -> bool:
    try:
        import fcntl
    except ImportError:
        return _taken_on_windows(descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _taken_on_windows(descriptor: int) -> bool:
    import msvcrt

    try:
        os.lseek(
            descriptor, 1 << 20, os.SEEK_SET
        )  # beyond what is written, so that others can read who holds it
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return False
    return True


def _holder(said: bytes) -> str:
    try:
        holder = json.loads(said)
        return f"process {int(holder['pid'])} on {str(holder['host'])[:100]}"
    except (ValueError, KeyError, TypeError):
        return "another process"
