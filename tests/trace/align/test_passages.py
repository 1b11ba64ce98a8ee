"""Shared passages: seeds that are clearly alike, grown, cut at weak ends, and kept where they are evidence."""

import numpy as np
import pytest

from forensics.trace.align.passages import find_passages

WORDS = 20


def _found(matrix, words=WORDS):
    n, m = matrix.shape
    return [
        [(bead.i, bead.j) for bead in passage.beads]
        for passage in find_passages(matrix, [words] * n, [words] * m)
    ]


def _matrix(size, cells):
    matrix = np.zeros((size, size))
    for place, value in cells.items():
        matrix[place] = value
    return matrix


def test_a_lone_pair_of_sentences_is_a_passage_when_it_is_half_alike():
    assert _found(_matrix(3, {(1, 1): 0.505})) == [[(1, 1)]]
    assert _found(_matrix(3, {(1, 1): 0.495})) == []


def test_two_pairs_in_a_row_need_less():
    # (.36 - .2) + (.345 - .2) = .305; a bead below .3 seeds nothing, yet joins one that does.
    assert _found(_matrix(3, {(0, 0): 0.36, (1, 1): 0.345})) == [[(0, 0), (1, 1)]]
    assert _found(_matrix(3, {(0, 0): 0.36, (1, 1): 0.335})) == []


def test_a_pair_seeds_a_passage_from_three_tenths_on():
    cells = {(k, k): 0.295 for k in range(5)}
    assert _found(_matrix(5, cells)) == []
    assert _found(_matrix(5, cells | {(2, 2): 0.305})) == [[(k, k) for k in range(5)]]


def test_a_passage_reaches_two_sentences_beyond_its_seeds():
    cells = {(0, 0): 0.9, (1, 1): 0.25, (2, 2): 0.25, (3, 3): 0.25}
    assert _found(_matrix(4, cells)) == [[(0, 0), (1, 1), (2, 2)]]


def test_weak_ends_of_a_passage_are_cut_off():
    assert _found(_matrix(2, {(0, 0): 0.9, (1, 1): 0.195})) == [[(0, 0)]]
    assert _found(_matrix(2, {(0, 0): 0.9, (1, 1): 0.205})) == [[(0, 0), (1, 1)]]


def test_up_to_four_other_sentences_may_stand_inside_a_passage():
    assert _found(_matrix(7, {(0, 0): 0.9, (5, 5): 0.9})) == [[(0, 0), (5, 5)]]
    assert _found(_matrix(7, {(0, 0): 0.9, (6, 6): 0.9})) == [[(0, 0)], [(6, 6)]]


def test_a_pair_is_a_seed_only_if_neither_sentence_has_a_far_better_partner():
    cells = {(0, 0): 0.9, (10, 10): 0.9, (5, 30): 0.75, (30, 5): 0.75}
    assert [(0, 0), (5, 5), (10, 10)] in _found(_matrix(31, cells | {(5, 5): 0.61}))
    assert [(0, 0)] in _found(_matrix(31, cells | {(5, 5): 0.59}))


def test_a_bridge_between_two_seeds_breaks_when_its_sentences_belong_elsewhere():
    cells = {(0, 0): 0.9, (1, 1): 0.3, (2, 2): 0.9, (1, 20): 0.65, (20, 1): 0.65}
    assert [(0, 0), (2, 2)] in _found(_matrix(21, cells))
    assert [(0, 0), (1, 1), (2, 2)] in _found(_matrix(21, cells | {(1, 1): 0.35}))


@pytest.mark.parametrize(("words", "passages"), [(5, 0), (6, 1)])
def test_a_passage_has_six_words_at_least(words, passages):
    assert len(_found(_matrix(1, {(0, 0): 0.9}), words)) == passages


def test_a_text_told_backwards_is_found_for_twelve_sentences_and_no_further():
    assert len(_found(np.fliplr(np.eye(12) * 0.9))) == 12
    assert len(_found(np.fliplr(np.eye(14) * 0.9))) == 12


def test_a_sentence_belongs_to_the_stronger_of_two_passages():
    cells = {(0, 0): 0.7, (1, 1): 0.7, (2, 2): 0.7}
    stronger = [(2, 22), (3, 23), (4, 24)]
    assert _found(_matrix(30, cells | dict.fromkeys(stronger, 0.9))) == [[(0, 0), (1, 1)], stronger]


def test_a_passage_is_given_up_when_stronger_ones_take_the_most_of_it():
    cells = {(0, 0): 0.7, (1, 1): 0.7, (2, 2): 0.7}
    stronger = [(1, 21), (2, 22), (3, 23)]
    assert _found(_matrix(30, cells | dict.fromkeys(stronger, 0.9))) == [stronger]
