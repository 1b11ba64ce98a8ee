"""The one logistic regression behind every fit, and the two figures that say how good a probability is."""

import numpy as np
import pytest

from bench.logistic import auc, brier, fit_model, logistic
from forensics.trace.models import probability


def drawn(count=400, seed=3):
    """Return columns of very different scales, what was so, and a weight for each row."""
    chance = np.random.default_rng(seed)
    x = chance.normal(size=(count, 3)) * [0.01, 1.0, 300.0] + [5.0, -1.0, 40.0]
    odds = (x - x.mean(0)) / x.std(0) @ [1.0, -2.0, 0.5]
    return x, (chance.random(count) < 1 / (1 + np.exp(-odds))).astype(float), chance.uniform(0.2, 3.0, count)


@pytest.mark.parametrize("ridge", [0.0, 0.7])
@pytest.mark.parametrize("standardised", [False, True])
def test_nothing_near_by_is_better_than_what_is_found(ridge, standardised):
    x, y, weight = drawn()
    found = logistic(x, y, weight, ridge=ridge, standardised=standardised)
    scale = x.std(0) if standardised else np.ones(3)

    def loss(intercept, slopes):
        odds = x @ slopes + intercept
        penalty = ridge / 2 * ((slopes * scale) ** 2).sum()
        return (weight * (np.logaddexp(0, odds) - y * odds)).sum() + penalty

    least = loss(found.intercept, found.slopes)
    steps = 1e-3 / x.std(0)
    for k in range(3):
        for way in (-1, 1):
            moved = found.slopes.copy()
            moved[k] += way * steps[k]
            shift = way * steps[k] * x[:, k].mean()
            assert loss(found.intercept - shift, moved) > least
            assert loss(found.intercept + way * 1e-3, found.slopes) > least


def test_probabilities_are_right_on_average():
    x, y, _ = drawn()
    assert logistic(x, y).probability(x).mean() == pytest.approx(y.mean(), abs=1e-9)


def test_a_ridge_holds_slopes_where_classes_part_cleanly():
    x = np.array([[-2.0], [-1.0], [1.0], [2.0]])
    weak, strong = (logistic(x, [0, 0, 1, 1], ridge=r).slopes[0] for r in (0.001, 1.0))
    assert 0 < strong < weak < np.inf


def test_a_fitted_model_gives_the_probabilities_that_the_regression_does():
    x, y, weight = drawn()
    rows = [dict(zip("abc", row, strict=True)) for row in x.tolist()]
    model = fit_model(rows, y.astype(bool).tolist(), "abc", {}, weight.tolist(), ridge=0.3)
    line = logistic(x, y, weight, ridge=0.3, standardised=True)
    assert [probability(row, model) for row in rows] == pytest.approx(line.probability(x).tolist(), abs=0.01)


def test_evidence_beyond_its_limits_counts_as_the_limit():
    rows = [{"a": v} for v in (0.0, 1.0, 2.0, 50.0)]
    model = fit_model(rows, [False, True, False, True], ["a"], {"a": (0.0, 3.0)})
    held = fit_model([{"a": min(3.0, r["a"])} for r in rows], [False, True, False, True], ["a"], {})
    assert model.weights == held.weights
    assert model.limits == {"a": (0.0, 3.0)}


def test_auc_is_the_share_of_pairs_in_order_and_half_of_those_that_tie():
    assert auc([0.9, 0.8, 0.3], [True, True, False]) == 1.0
    assert auc([0.1, 0.2, 0.3, 0.3], [True, False, True, False]) == pytest.approx((0 + 0 + 1 + 0.5) / 4)


def test_a_brier_score_is_the_mean_squared_error_of_a_probability():
    assert brier([1.0, 0.0, 0.5], [True, True, False]) == pytest.approx((0 + 1 + 0.25) / 3)
    assert brier([1.0, 0.0], [True, True], [3.0, 1.0]) == pytest.approx(0.25)
