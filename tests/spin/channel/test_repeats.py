"""What each place of a text counts for."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensics.spin.channel.word_row import word_row
from forensics.spin.channel.word_runs import word_runs
from tests.spin.small_lexicon import small_lexicon

WORDS = "red green blue grey".split()
SMALL = small_lexicon([*WORDS, "plain"])


def counted(text):
    return word_row(word_runs(text, SMALL), SMALL)


def test_words_that_stand_once_count_once():
    reading = counted("red green blue")
    assert sorted(reading.counts.tolist(), reverse=True)[:3] == [1.0, 1.0, 1.0]
    assert reading.counts.sum() == pytest.approx(3.0)
    assert reading.new == 3


def test_a_word_in_three_contexts_counts_little_more_than_once():
    reading = counted("red green red blue red grey")
    assert reading.counts.sum() == pytest.approx(3 + 1 + math.log(3))


def test_a_sentence_said_again_adds_nothing():
    once, thrice = counted("red green blue."), counted("red green blue.\n\n" * 3)
    assert thrice.counts.sum() == pytest.approx(once.counts.sum())
    assert thrice.new == once.new


@given(st.lists(st.sampled_from(WORDS), max_size=7))
def test_no_place_counts_for_more_than_itself_and_no_pause_counts_at_all(words):
    reading = counted(" ".join(words))
    assert (reading.counts <= 1).all()
    assert (reading.counts > 0).sum() == len(words)
