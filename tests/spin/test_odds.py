import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensics.spin.odds import log_odds, probability


@pytest.mark.parametrize(("odds", "expected"), [(0.0, 0.5), (math.log(3), 0.75), (-math.log(3), 0.25)])
def test_log_odds_are_probabilities(odds, expected):
    assert probability(odds) == pytest.approx(expected, abs=1e-15)
    assert log_odds(expected) == pytest.approx(odds, abs=1e-15)


@pytest.mark.parametrize(("odds", "expected"), [(1e6, 1.0), (-1e6, 0.0), (math.inf, 1.0), (-math.inf, 0.0)])
def test_no_odds_are_too_long(odds, expected):
    assert probability(odds) == expected


def test_what_is_impossible_has_infinite_odds_against_it():
    assert log_odds(0.0) == -math.inf


@given(st.floats(-30, 30), st.floats(-30, 30))
def test_the_likelier_has_the_higher_probability(a, b):
    low, high = sorted((a, b))
    assert probability(low) <= probability(high)
    assert 0 <= probability(low) <= 1
