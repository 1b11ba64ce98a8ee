"""Other processes of this machine: for work that holds the interpreter lock."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

from forensics.engines.local import LocalEngine

T = TypeVar("T")
R = TypeVar("R")


class ProcessEngine(LocalEngine):
    """Implements engines.interface.Engine with `jobs` processes; one job works in this process.

    They are started anew for every map, and import what the work needs: it has to be worth that.
    """

    def __init__(self, jobs: int) -> None:
        super().__init__(jobs)
        self._processes = jobs

    def map_in_order(self, work: Callable[[T], R], items: Iterable[T]) -> Generator[R, None, None]:
        """Yield the results of `work` in order."""
        if self._processes <= 1:
            yield from map(work, items)
            return
        # Not forked: a thread that draws progress, or one of a library, may hold a lock at that moment.
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(self._processes, context, _left_to_the_parent) as pool:
            running: deque[Future[R]] = deque()
            try:
                for item in items:
                    running.append(pool.submit(work, item))
                    while running and (running[0].done() or len(running) > 2 * self._processes):
                        yield running.popleft().result()
                while running:
                    yield running.popleft().result()
            finally:
                for future in running:
                    if not future.cancel():
                        future.exception()


def _left_to_the_parent() -> None:
    """Ignore the interrupt of a terminal, which all processes get: the one that was started ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
