"""Whether changes are a spinner's, from measures made by hand. Refit? Say so in docs/spin-reference.md, and here."""

import math

import pytest

from forensics.spin.reference.verdict import judge, measures, reads_reversed
from forensics.spin.reference.word_pairing import Pairing
from forensics.spin.result import Evidence, Substitution
from tests.spin.small_lexicon import small_lexicon

decides = pytest.mark.decides
HERE = "forensics.spin.reference.verdict."


def log_odds(probability):
    return math.log(probability / (1 - probability))


@decides(HERE + "_CHANGE_WEIGHTS[0]", -0.05, 0.05)
@decides(HERE + "_CHANGE_WEIGHTS[1]", -0.05, 0.05)
@decides(HERE + "_CHANGE_WEIGHTS[2]", -0.05, 0.05)
@decides(HERE + "_CHANGE_WEIGHTS[3]", -0.05, 0.05)
@decides(HERE + "_CHANGE_WEIGHTS[4]", -0.05, 0.05)
def test_the_measures_weigh_as_they_were_fitted():
    # -19.57 + 3.25 * 4.5 + 3.11 * 0.8 + 0.38 * 4 + 5.21 * 0.2
    assert judge((4.5, 0.8, 4.0, 0.2)) == ("suspect", round(1 / (1 + math.exp(-0.105)), 4))


@decides(HERE + "_SPUN_BY_CHANGES", -0.01, 0.01)
@decides(HERE + "_SUSPECT_BY_CHANGES", -0.01, 0.01)
@pytest.mark.parametrize(
    ("score", "verdict"), [(0.495, "clean"), (0.505, "suspect"), (0.895, "suspect"), (0.905, "spun")]
)
def test_changes_are_suspect_from_a_half_and_spun_from_nine_tenths_on(score, verdict):
    substituted = (log_odds(score) + 19.57) / 3.25
    assert judge((substituted, 0.0, 0.0, 0.0)) == (verdict, score)


def test_where_nothing_was_substituted_nobody_spun():
    assert judge((0.0, 1.0, 9.0, 1.0)) == ("clean", 0.0)


@decides(HERE + "_REVERSED_DENSITY", -2, 2)
@decides(HERE + "_REVERSED_GAIN", -0.01, 0.01)
@pytest.mark.parametrize(
    ("per_thousand", "gain", "reversed_"), [(61, -0.155, True), (59, -0.155, False), (61, -0.145, False)]
)
def test_a_reference_that_reads_worse_where_much_was_substituted_is_the_spun_side(
    per_thousand, gain, reversed_
):
    assert reads_reversed((math.log1p(per_thousand), 0.9, 4.0, gain)) is reversed_


@decides(HERE + "_GAIN_SCALE", -0.1, 0.1)
@decides(HERE + "_UNIGRAM_SHARE", -0.02, 0.02)
def test_of_a_gain_in_fluency_what_a_commoner_word_gains_is_taken_off_in_part():
    small = small_lexicon({"instructed": -11.0, "told": -8.0, "him": -9.0})
    told = Substitution(0, 10, "instructed", "told", (), 0.99, (Evidence("lexicon", "", 0.0),), "synonym")
    found = measures([told], [Pairing(0, 1, 0, 1)], ["instructed", "him"], ["told", "him"], small)
    # The original is three nats commoner and fits as much better, of which six tenths count, in units of three.
    assert found == pytest.approx((math.log1p(500), 1 / 2, math.log1p(500), math.tanh(0.6 * 3 / 3)))
