"""Words set side by side: every word of both texts once, in order."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from forensics.trace.align.word_alignment import align


@given(
    arrays.arrays(
        np.float64, st.tuples(st.integers(0, 8), st.integers(0, 8)), elements=st.sampled_from([0, 0.4, 1])
    )
)
def test_every_word_of_both_sides_comes_once_and_in_order(likeness):
    pairs = align(likeness)
    assert [i for i, _ in pairs if i is not None] == list(range(likeness.shape[0]))
    assert [j for _, j in pairs if j is not None] == list(range(likeness.shape[1]))


def test_a_word_that_nothing_resembles_fills_the_slot_between_equal_neighbours():
    likeness = np.zeros((3, 3))
    likeness[0, 0] = likeness[2, 2] = 1
    assert align(likeness) == [(0, 0), (1, 1), (2, 2)]


def test_an_inserted_word_stands_alone():
    likeness = np.zeros((3, 2))
    likeness[0, 0] = likeness[2, 1] = 1
    assert align(likeness) == [(0, 0), (1, None), (2, 1)]


def _strays(first, second, last):
    """Return whether `align` gives up the pairs (first, second) for the better one across them, at two gaps."""
    return (1, 0) in align(np.array([[first, 0], [last, second]]))


def test_a_word_without_partner_costs_a_tenth():
    assert _strays(0.395, 0.395, 1)  # 1 - 2 gaps > .79
    assert not _strays(0.405, 0.405, 1)


def test_two_strangers_in_a_slot_cost_little_more_than_a_gap():
    assert _strays(0.945, 0, 1)  # 1 - 2 gaps > .945 - .15
    assert not _strays(0.955, 0, 1)
