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
