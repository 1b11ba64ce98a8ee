"""Threads of this process: the kernel lets go of the interpreter lock."""

from __future__ import annotations

import os
import tempfile
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import IO, TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from forensics.engines.interface import OpenFile

T = TypeVar("T")
R = TypeVar("R")


class LocalEngine:
    """Implements engines.interface.Engine with `jobs` threads in all (None: one for each core of this process)."""

    def __init__(self, jobs: int | None = None) -> None:
        self._jobs = _cores() if jobs is None else jobs

    def map_in_order(self, work: Callable[[T], R], items: Iterable[T]) -> Generator[R, None, None]:
        """Yield the results of `work` in order.

        The thread that asks makes the items, and works too where the others have enough to do: one thread more
        than there are cores would keep some core waiting for its turn.
        """
        if self._jobs <= 1:
            yield from map(work, items)
            return
        others = self._jobs - 1
        with ThreadPoolExecutor(others) as pool:
            running: deque[Future[R]] = deque()
            try:
                for item in items:
                    if sum(not future.done() for future in running) < 2 * others:
                        running.append(pool.submit(work, item))
                    else:
                        running.append(_done(work, item))
                    while running and (running[0].done() or len(running) > 2 * self._jobs):
                        yield running.popleft().result()
                while running:
                    yield running.popleft().result()
            finally:
                for future in running:
                    future.cancel()

    @contextmanager
    def scratch(self) -> Iterator[OpenFile]:
        """Give temporary files of the system."""
        with ExitStack() as files:
            yield partial(_opened, files)


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def _done(work: Callable[[T], R], item: T) -> Future[R]:
    """Return `work(item)` as it would come from another thread."""
    future: Future[R] = Future()
    try:
        future.set_result(work(item))
    except Exception as error:  # it is raised in its turn
        future.set_exception(error)
    return future


def _opened(files: ExitStack) -> IO[bytes]:
    return files.enter_context(tempfile.TemporaryFile(prefix="forensics-"))
