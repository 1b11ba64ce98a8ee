"""What a document's rates and n-grams come to, and how little a few words say."""

import math
from dataclasses import replace

import numpy as np
import pytest

from forensics import lexicon
from forensics.spin.channel.rate import FAMILY_SOURCES, SOURCES, Rates
from forensics.spin.channel.screen import document_features, sampled, survey
from forensics.spin.channel.weights import shipped_weights
from forensics.spin.channel.word_row import word_row
from forensics.spin.channel.word_runs import word_runs
from tests.spin.small_lexicon import small_lexicon
from tests.spin.texts import INNOCENT

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


EVERY = len(SOURCES)
USUAL = np.full(FAMILY_SOURCES, -2.0)


def features(**given):
    """Return the features of a text whose places count for 400."""
    rates = {
        "shares": np.full(EVERY, 0.002),
        "expected": np.zeros(EVERY),
        "gain": 0.0,
        "close_gain": 0.0,
    } | given
    small = small_lexicon(["plain"])
    reading = word_row(word_runs("plain plain", small), small)
    reading = replace(reading, counts=np.full(len(reading.row), 400 / len(reading.row)))
    return document_features(Rates(**rates), reading, USUAL)


@decides(HERE + "_WORDS_OF_GAIN", -0.5, 0.5)
def test_gains_are_counted_for_the_root_of_the_length_and_for_ten_words():
    assert features(close_gain=30.0, gain=40.0)[:4] == pytest.approx((1.5, 0.5, 0.75, 0.25))


@decides(HERE + "_SHARE_ZERO", -0.1, 0.1)
@pytest.mark.parametrize(("share", "counts"), [(0.002, 0.0), (1 / (1 + math.e**3), 1.0), (0.5, 4.0)])
def test_a_thesaurus_share_counts_from_about_one_in_fifty_five_on(share, counts):
    assert features(shares=np.full(EVERY, share))[5:7] == pytest.approx((counts,) * 2)


@pytest.mark.parametrize("family", range(FAMILY_SOURCES))
def test_the_share_of_any_family_counts_as_far_as_it_is_more_than_usual(family):
    shares = np.full(EVERY, 1 / (1 + math.e**2))
    assert features(shares=shares)[4] == pytest.approx(0.0)
    shares[family] = 0.5
    assert features(shares=shares)[4] == pytest.approx(2.0)


def test_what_a_text_shows_of_a_family_never_clears_it():
    assert shipped_weights().document[:-1].min() >= 0.0


def test_repeating_a_clean_paragraph_accuses_nobody():
    english = lexicon.load()
    paragraph = " ".join(INNOCENT["learner"].split()[:120])
    once = survey(paragraph, english).score
    assert survey("\n\n".join([paragraph] * 12), english).score == pytest.approx(once, abs=0.05)
