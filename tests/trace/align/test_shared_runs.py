"""Runs of words that two texts share, whatever the texts hold."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensics.trace.align.shared_runs import Run, shared_runs

WORDS = st.lists(st.sampled_from(["a", "b", "c", None]), max_size=60)


def test_the_longest_run_is_taken_at_each_place():
    assert shared_runs("a b c d x".split(), "a b c y a b c d".split(), 3) == [Run(0, 4, 4)]


@pytest.mark.parametrize(("least", "runs"), [(3, [Run(0, 1, 3)]), (4, [])])
def test_shorter_runs_are_none(least, runs):
    assert shared_runs("a b c".split(), "x a b c y".split(), least) == runs


def test_no_run_goes_over_what_stands_between():
    assert shared_runs(["a", "b", None, "c", "d"], ["a", "b", "c", "d"], 3) == []


@given(WORDS, WORDS)
def test_every_run_stands_in_both_and_none_overlaps(a, b):
    free = 0
    for run in shared_runs(a, b, 3):
        assert run.i >= free
        assert run.length >= 3
        assert a[run.i : run.i + run.length] == b[run.j : run.j + run.length]
        assert None not in a[run.i : run.i + run.length]
        free = run.i + run.length


@given(WORDS)
def test_a_text_shares_all_of_itself(a):
    whole = [word for word in a if word is not None]
    if len(whole) >= 3:
        assert sum(run.length for run in shared_runs(whole, whole, 3)) == len(whole)


def test_one_word_ten_thousand_times_takes_time_in_proportion():
    def spent(n):
        start = time.process_time()
        shared_runs(["said"] * n, ["said"] * n, 6)
        return time.process_time() - start

    spent(1000)
    assert spent(40_000) < 20 * max(spent(10_000), 0.01)
