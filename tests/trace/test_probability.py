"""How evidence becomes a probability."""

import math

import pytest

from forensics.trace.models import Model, probability, shipped_models

ONE = Model(0.5, {"order_z": 2.0}, {"order_z": (0.0, 6.0)})


def test_evidence_is_held_to_the_range_that_it_was_fitted_on():
    assert probability({"order_z": 7.0}, ONE) == probability({"order_z": 6.0}, ONE)
    assert probability({"order_z": -1.0}, ONE) == probability({}, ONE) == 1 / (1 + math.exp(-0.5))


def test_evidence_without_a_weight_is_not_used():
    assert probability({"cosine": 1.0}, ONE) == probability({}, ONE)


@pytest.mark.parametrize(("score", "same"), [(29.0, False), (31.0, True), (1e6, True)])
def test_no_score_is_too_large_to_be_told(score, same):
    model = Model(0.0, {"x": 1.0}, {})
    for sign in (1, -1):
        at_bound = probability({"x": sign * 30.0}, model)
        assert (probability({"x": sign * score}, model) == at_bound) is same
        assert 0.0 < at_bound < 1.0


def test_the_models_that_ship_weigh_pairs_and_passages():
    assert probability({}, shipped_models().pair) < 0.1
    assert probability({}, shipped_models().passage) < 0.5
