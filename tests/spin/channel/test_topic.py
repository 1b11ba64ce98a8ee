"""What a text is about, in a lexicon whose vectors a test chooses: up is medicine, to the right are games."""

import math

import numpy as np
import pytest

from forensics.spin.channel.candidates import gather
from forensics.spin.channel.topic import topic_terms
from forensics.spin.channel.word_row import word_row
from forensics.spin.channel.word_runs import word_runs
from tests.spin.small_lexicon import small_lexicon

decides = pytest.mark.decides
HERE = "forensics.spin.channel.topic."
UP, RIGHT = (0, 127), (127, 0)
VECTORS = {"tolerant": RIGHT, "patient": UP, "tumour": UP, "game": RIGHT, "common": UP}
LINKS = {"tolerant": [("patient", 1, 0.5)], "odd": [("patient", 1, 0.5)]}


def topic(text, logs=()):
    """Return closeness, and how much better "patient" fits the words near it and the wider text."""
    words = dict.fromkeys(VECTORS, -11.0) | {"x": -20.0} | dict(logs)
    small = small_lexicon(words, links=LINKS, vectors=VECTORS)
    runs = word_runs(text, small)
    reading = word_row(runs, small)
    (row,) = topic_terms(reading, gather(runs, reading, small), small)
    return row.tolist()


def test_a_word_of_the_texts_subject_keeps_better_company():
    closeness, near, wide = topic("tumour tolerant tumour")
    assert closeness == 0.0
    assert near == wide > 0
    assert topic("game tolerant game")[1] < 0


def test_words_without_a_vector_tell_nothing():
    assert topic("x tolerant x") == [0.0, 0.0, 0.0]
    assert topic("tumour odd tumour") == [0.0, 0.0, 0.0]


@decides(HERE + "_TELLING_NOTHING", -1.0, 1.0)
@decides(HERE + "_COMMONEST_LOG", -1.0, 1.0)
def test_a_word_counts_by_the_nats_that_it_is_rarer_than_the_commonest_beside_ten_that_tell_nothing():
    # One word of six nats that points all the way to the original, among 6 + 10 nats: once to it, once from the other.
    assert topic("tumour tolerant x")[1] == pytest.approx(6 / 16)


@decides(HERE + "_MOST_TELLING", -1.0, 1.0)
def test_no_word_counts_for_more_than_eight_nats():
    assert topic("tumour tolerant x", {"tumour": -16.0})[1] == pytest.approx(8 / 18)


def test_the_commonest_words_tell_nothing():
    assert topic("common tolerant x", {"common": -4.0}) == [0.0, 0.0, 0.0]


@decides(HERE + "_NEAR", -1, 1)
@pytest.mark.parametrize(("between", "near"), [(4, True), (5, False)])
def test_near_are_five_words_on_either_side(between, near):
    assert (topic("tumour " + "x " * between + "tolerant")[1] > 0) is near


@decides(HERE + "_WIDE", -1, 1)
@pytest.mark.parametrize(("between", "seen"), [(39, True), (40, False)])
def test_the_wider_text_are_forty_words_on_either_side(between, seen):
    text = "tumour " + "the " * between + "tolerant"
    assert (topic(text)[2] > 0) is seen


@pytest.mark.parametrize(
    ("other", "cosine"), [(UP, 1.0), (RIGHT, 0.0), ((0, -127), -1.0), ((90, 90), math.sqrt(0.5))]
)
def test_closeness_is_the_cosine_of_the_two(other, cosine):
    small = small_lexicon({}, links=LINKS, vectors={"tolerant": other, "patient": UP})
    runs = word_runs("tolerant", small)
    reading = word_row(runs, small)
    found = topic_terms(reading, gather(runs, reading, small), small)
    assert found[:, 0].tolist() == pytest.approx([cosine])


def test_a_phrase_points_where_its_words_do_together():
    small = small_lexicon({}, links={"tolerant": [("game tumour", 1, 0.5)]}, vectors=VECTORS)
    runs = word_runs("tolerant", small)
    reading = word_row(runs, small)
    (row,) = topic_terms(reading, gather(runs, reading, small), small)
    assert row[0] == pytest.approx(math.sqrt(0.5))
    assert np.isfinite(row).all()
