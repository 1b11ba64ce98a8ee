"""The chain through a similarity matrix keeps the order, takes the best, and tells order from chance."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from forensics.trace.align.sentence_chain import (
    SHAPES,
    THRESHOLD,
    best_chain,
    chain_score,
    order_z,
    shuffles_for,
)

SMALL = arrays.arrays(
    np.float64, st.tuples(st.integers(1, 4), st.integers(1, 4)), elements=st.floats(0, 1, width=16)
)


def _best_by_trying(matrix):
    n, m = matrix.shape
    best = 0.0
    for partners in product(range(-1, m), repeat=n):
        used = [p for p in partners if p >= 0]
        if used == sorted(set(used)):
            best = max(best, sum(matrix[i, p] - THRESHOLD for i, p in enumerate(partners) if p >= 0))
    return best


@given(SMALL)
@settings(max_examples=60)
def test_the_score_is_that_of_the_best_chain_among_all(matrix):
    assert float(chain_score(matrix)) == pytest.approx(_best_by_trying(matrix))


@given(
    arrays.arrays(
        np.float64, st.tuples(st.integers(1, 9), st.integers(1, 9)), elements=st.floats(0, 1, width=16)
    )
)
def test_beads_keep_the_order_and_share_no_sentence(matrix):
    beads = best_chain(matrix)
    for before, after in pairwise(beads):
        assert before.i + before.di <= after.i
        assert before.j + before.dj <= after.j
    assert all((bead.di, bead.dj) in SHAPES for bead in beads)
    assert all(bead.i + bead.di <= matrix.shape[0] and bead.j + bead.dj <= matrix.shape[1] for bead in beads)


def test_one_sentence_split_in_two_is_one_bead():
    matrix = np.full((3, 4), 0.05)
    matrix[0, 0] = matrix[2, 3] = 0.8
    matrix[1, 1], matrix[1, 2] = 0.5, 0.45
    assert [(b.i, b.j, b.di, b.dj) for b in best_chain(matrix)] == [(0, 0, 1, 1), (1, 1, 1, 2), (2, 3, 1, 1)]


def test_what_is_not_alike_is_left_alone():
    assert best_chain(np.full((5, 5), 0.1)) == []


def test_kept_order_stands_far_above_shuffled_sentences_and_lost_order_does_not():
    kept = np.full((12, 12), 0.1) + 0.6 * np.eye(12)
    assert order_z(kept) > 4
    assert order_z(kept[:, np.random.default_rng(3).permutation(12)]) < 2


def test_two_sentences_have_no_order_to_speak_of():
    assert order_z(np.eye(2)) == 0.0


def _shapes(*row):
    return [(bead.di, bead.dj) for bead in best_chain(np.array([row]))]


@pytest.mark.parametrize(("similarity", "beads"), [(0.145, 0), (0.155, 1)])
def test_a_pair_of_sentences_gains_from_a_similarity_of_fifteen_hundredths(similarity, beads):
    assert len(best_chain(np.array([[similarity]]))) == beads


def test_a_second_sentence_joins_a_bead_when_it_pays_for_itself_and_for_the_merging():
    assert _shapes(0.5, 0.305) == [(1, 2)]
    assert _shapes(0.5, 0.295) == [(1, 1)]


def test_no_sentence_of_a_bead_is_quite_unlike_the_others():
    assert _shapes(0.6, 0.105, 0.6) == [(1, 3)]
    assert _shapes(0.6, 0.095, 0.6) == [(1, 1)]


def test_three_sentences_have_an_order():
    assert order_z(np.eye(3)) > 1


def test_the_order_is_shuffled_ninety_nine_times_and_less_often_in_long_texts():
    assert shuffles_for(449, 449) == 99
    assert shuffles_for(450, 450) == 98
    assert shuffles_for(5000, 5000) == 19
    matrix = np.random.default_rng(5).random((6, 6))
    assert order_z(matrix) == order_z(matrix, shuffles=99) != order_z(matrix, shuffles=98)
