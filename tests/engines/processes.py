"""An engine of other processes: what it is given must be fit to be sent, as a cluster would send it."""

import multiprocessing
import tempfile
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager


class ProcessEngine:
    """Implements engines.interface.Engine; the processes share no memory with this one and stay until `close`."""

    def __init__(self, jobs):
        self._jobs = jobs
        self._pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"))

    def map_in_order(self, work, items):
        """Yield the results of `work` in order."""
        running = deque()
        try:
            for item in items:
                running.append(self._pool.submit(work, item))
                while running and (running[0].done() or len(running) > self._jobs):
                    yield running.popleft().result()
            while running:
                yield running.popleft().result()
        finally:
            for future in running:
                if not future.cancel():
                    future.exception()

    @contextmanager
    def scratch(self):
        """Give temporary files of the system."""
        with ExitStack() as files:
            yield lambda: files.enter_context(tempfile.TemporaryFile())

    def close(self):
        """End the processes."""
        self._pool.shutdown()
