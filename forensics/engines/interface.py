"""What a stage asks of the place where it runs."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import AbstractContextManager
from typing import IO, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")

OpenFile = Callable[[], IO[bytes]]


class Engine(Protocol):
    """Runs the work of stages, and has a place for what does not fit in memory; no engine changes a result."""

    def map_in_order(self, work: Callable[[T], R], items: Iterable[T]) -> Generator[R, None, None]:
        """Yield `work(item)` of every item, in the order of the items however many are worked on at once.

        `work` is a function that a module has at its top, or a functools.partial of one over plain data: it, the
        items and the results can be pickled, and the work may be done in another process or twice. Items are
        taken one by one as there is room, so that few are held at once. Where `work` raises, the results before
        are yielded and then its exception is raised; what `items` raises is raised. Closing the generator takes
        no further item and returns when no work is running any more.
        """

    def scratch(self) -> AbstractContextManager[OpenFile]:
        """Return a context in which files can be opened: empty, without a name, written and read as bytes.

        When the context ends, by an exception too, all of them are closed and take no room any more.
        """
