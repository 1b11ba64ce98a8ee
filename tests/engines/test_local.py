"""Threads of this process."""

import threading
import time

from forensics.engines.local import LocalEngine


def test_the_thread_that_asks_works_too():
    here = set()

    def work(item: int) -> None:
        here.add(threading.get_ident())
        time.sleep(0.002 if item else 0.05)

    list(LocalEngine(2).map_in_order(work, range(50)))
    assert len(here) == 2
    assert threading.get_ident() in here


def test_with_one_job_no_thread_is_begun():
    here = set(LocalEngine(1).map_in_order(lambda _: threading.get_ident(), range(5)))
    assert here == {threading.get_ident()}
