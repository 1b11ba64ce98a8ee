"""What a document's rates and n-grams come to, and how little a few words say."""

import math

import numpy as np
import pytest

from forensics.spin.channel.rate import Rates
from forensics.spin.channel.screen import document_features, sampled
from forensics.spin.channel.word_row import word_row
from forensics.spin.channel.word_runs import word_runs
from tests.spin.small_lexicon import small_lexicon

decides = pytest.mark.decides
HERE = "forensics.spin.channel.screen."


@decides(HERE + "_UNREAD", -0.1, 0.1)
def test_a_text_of_which_nothing_was_read_is_spun_once_in_twenty_times():
    assert sampled(5.0, 0) == -3.0
    assert 1 / (1 + math.exp(3.0)) == pytest.approx(1 / 20, abs=0.003)


@decides(HERE + "FEW_WORDS", -1, 1)
def test_what_sixty_words_say_counts_in_full():
    assert sampled(5.0, 60) == 5.0
    assert sampled(5.0, 59) < 5.0
    assert sampled(5.0, 6000) == 5.0


@decides(HERE + "_SHORTNESS", -0.1, 0.1)
def test_what_half_of_them_say_counts_for_a_quarter():
    assert sampled(5.0, 30) == pytest.approx(-3.0 + 8.0 / 4)


def features(**given):
    rates = {"shares": np.full(4, 0.002), "expected": np.zeros(4), "gain": 0.0, "close_gain": 0.0} | given
    small = small_lexicon(["plain"])
    return document_features(Rates(**rates), word_row(word_runs("plain plain", small), small), 400)


@decides(HERE + "_WORDS_OF_GAIN", -0.5, 0.5)
def test_gains_are_counted_for_the_root_of_the_length_and_for_ten_words():
    assert features(close_gain=30.0, gain=40.0)[:4] == pytest.approx((1.5, 0.5, 0.75, 0.25))


@decides(HERE + "_SHARE_ZERO", -0.1, 0.1)
@pytest.mark.parametrize(("share", "counts"), [(0.002, 0.0), (1 / (1 + math.e**3), 1.0), (0.5, 4.0)])
def test_a_share_counts_from_about_one_in_fifty_five_on(share, counts):
    assert features(shares=np.full(4, share))[4:8] == pytest.approx((counts,) * 4)


@decides(HERE + "_WORDS_OF_KNOWN", -1, 1)
def test_words_known_to_be_replaced_are_counted_in_a_hundred():
    assert features(expected=np.array([30.0, 10.0, 99.0, 99.0]))[8] == pytest.approx(math.log(11))
