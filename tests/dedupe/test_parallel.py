"""Work in threads comes back in order, and what goes wrong in one of them is told."""

import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics.dedupe.parallel import in_order


@settings(deadline=None)
@given(st.lists(st.integers(0, 3), max_size=40), st.integers(1, 5))
def test_results_come_in_the_order_of_the_items(items, jobs):
    def work(item: int) -> int:
        time.sleep(item / 10_000)
        return item

    assert list(in_order(work, items, jobs)) == items


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_few_items_are_held_at_once(jobs):
    made, held = 0, 0

    def items():
        nonlocal made
        for item in range(100):
            made += 1
            yield item

    for done in in_order(lambda item: item, items(), jobs):
        held = max(held, made - done)
    assert made == 100
    assert held <= 2 * jobs + 2


def test_the_thread_that_asks_works_too():
    here = set()

    def work(item: int) -> None:
        here.add(threading.get_ident())
        time.sleep(0.002 if item else 0.05)

    list(in_order(work, range(50), 2))
    assert len(here) == 2
    assert threading.get_ident() in here


@pytest.mark.parametrize("jobs", [1, 3])
def test_an_error_in_the_work_is_raised(jobs):
    with pytest.raises(ZeroDivisionError):
        list(in_order(lambda item: 1 // item, [1, 1, 0, 1, 1], jobs))
