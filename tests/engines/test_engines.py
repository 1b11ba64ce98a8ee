"""One suite over every engine: the same results in the same order, and nothing left behind."""

import tempfile
import time
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forensics.engines.local import LocalEngine
from forensics.engines.processes import ProcessEngine
from tests.engines.work import leave_traces, plus, refuse_seven, same, waited

ENGINES = {
    "local-1": (LocalEngine, 1),
    "local-2": (LocalEngine, 2),
    "local-5": (LocalEngine, 5),
    "processes-2": (ProcessEngine, 2),
}


@pytest.fixture(scope="module", params=ENGINES)
def jobs_and_engine(request):
    make, jobs = ENGINES[request.param]
    made = make(jobs)
    yield jobs, made
    if hasattr(made, "close"):
        made.close()


@pytest.fixture(scope="module")
def engine(jobs_and_engine):
    return jobs_and_engine[1]


class Counted:
    """Numbers from 0, and how many have been taken."""

    def __init__(self, size):
        self.size, self.taken = size, 0

    def __iter__(self):
        for item in range(self.size):
            self.taken += 1
            yield item


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(items=st.lists(st.integers(0, 3), max_size=40))
def test_results_come_in_the_order_of_the_items(engine, items):
    assert list(engine.map_in_order(waited, items)) == items


def test_work_may_be_a_function_with_some_of_its_data_given(engine):
    assert list(engine.map_in_order(partial(plus, 100), range(5))) == [100, 101, 102, 103, 104]


def test_an_error_in_the_work_comes_in_the_place_of_its_result(engine):
    results = engine.map_in_order(refuse_seven, range(100))
    assert [next(results) for _ in range(7)] == list(range(7))
    with pytest.raises(ArithmeticError, match="seven"):
        next(results)


def test_an_error_in_the_items_is_raised(engine):
    def items():
        yield 1
        raise LookupError("no second item")

    with pytest.raises(LookupError, match="no second"):
        list(engine.map_in_order(same, items()))


def test_no_item_is_taken_before_a_result_is_asked_for(engine):
    items = Counted(10)
    results = engine.map_in_order(same, items)
    assert items.taken == 0
    assert list(results) == list(range(10))


@pytest.mark.parametrize("work", [same, waited], ids=["quick", "slow"])
def test_few_items_are_held_at_once(jobs_and_engine, work):
    jobs, engine = jobs_and_engine
    items, most = Counted(60), 0
    for done, _ in enumerate(engine.map_in_order(work, items), 1):
        most = max(most, items.taken - done)
    assert items.taken == 60
    assert most <= 2 * jobs + 2


def test_what_is_closed_early_leaves_no_work_running(engine, tmp_path):
    items = Counted(1000)
    results = engine.map_in_order(partial(leave_traces, tmp_path), items)
    assert [next(results), next(results)] == [0, 1]
    results.close()
    taken, begun = items.taken, len(list(tmp_path.glob("*.begun")))
    assert len(list(tmp_path.glob("*.ended"))) == begun < 1000
    time.sleep(0.05)
    assert (items.taken, len(list(tmp_path.glob("*.begun")))) == (taken, begun)


def test_an_error_leaves_no_work_running_either(engine, tmp_path):
    def items():
        yield from range(8)
        raise LookupError

    with pytest.raises(LookupError):
        list(engine.map_in_order(partial(leave_traces, tmp_path), items()))
    assert len(list(tmp_path.glob("*.ended"))) == len(list(tmp_path.glob("*.begun")))


def test_what_is_put_into_scratch_is_read_back(engine):
    with engine.scratch() as open_file:
        one, other = open_file(), open_file()
        one.write(b"first")
        other.write(b"second")
        one.seek(0)
        other.seek(0)
        assert (one.read(), other.read()) == (b"first", b"second")


@pytest.mark.parametrize("ended_by", [None, KeyboardInterrupt], ids=["in order", "by an exception"])
def test_scratch_is_gone_afterwards(engine, tmp_path, monkeypatch, ended_by):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    files = []

    def fill():
        with engine.scratch() as open_file:
            for _ in range(3):
                files.append(open_file())
                files[-1].write(bytes(1000))
            files[0].close()
            if ended_by is not None:
                raise ended_by

    if ended_by is None:
        fill()
    else:
        with pytest.raises(ended_by):
            fill()
    assert [file.closed for file in files] == [True, True, True]
    assert not list(tmp_path.iterdir())
