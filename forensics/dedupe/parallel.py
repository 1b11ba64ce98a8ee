"""Work on blocks in threads: the kernel lets go of the interpreter lock."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def in_order(work: Callable[[T], R], items: Iterable[T], jobs: int) -> Iterator[R]:
    """Yield `work(item)` of every item in order, `jobs` at a time; few items are held at once.

    The thread that asks makes the items, and works too where the others have enough to do: one thread more than
    there are cores would keep some core waiting for its turn.
    """
    if jobs <= 1:
        yield from map(work, items)
        return
    with ThreadPoolExecutor(jobs - 1) as pool:
        running: deque[Future[R]] = deque()
        try:
            for item in items:
                if sum(not future.done() for future in running) < 2 * (jobs - 1):
                    running.append(pool.submit(work, item))
                else:
                    running.append(_done(work(item)))
                while running and (running[0].done() or len(running) > 2 * jobs):
                    yield running.popleft().result()
            while running:
                yield running.popleft().result()
        finally:
            for future in running:
                future.cancel()


def _done(result: R) -> Future[R]:
    future: Future[R] = Future()
    future.set_result(result)
    return future
