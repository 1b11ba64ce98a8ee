"""Logistic regression, and how well a probability separates and how far it can be taken at its word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from forensics.trace.models import Model

Array = NDArray[np.float64]

_MOST_STEPS = 200
_SETTLED = (
    1e-9  # the largest step of a coefficient, in standard deviations of its column, that ends the search
)


@dataclass(frozen=True, slots=True)
class Logistic:
    """Log odds are `intercept` plus the sum of `slopes` (one a column) times what the columns hold."""

    intercept: float
    slopes: Array

    def probability(self, x: Array) -> Array:
        """Return the probability of each row of `x`."""
        return 1 / (1 + np.exp(-(x @ self.slopes + self.intercept)))


def logistic(
    x: Array, y: ArrayLike, weight: ArrayLike | None = None, *, ridge: float = 0.0, standardised: bool = False
) -> Logistic:
    """Return the logistic regression of `y` (0 or 1 a row) on the columns of `x`, which must all vary.

    It makes the least of the sum of `weight` (1 a row where it is None) times each row's negative log likelihood
    plus `ridge` / 2 times the sum of the squared slopes, those of the columns in standard deviations where
    `standardised`. Source: Newton's method (iteratively reweighted least squares; Nelder & Wedderburn 1972), a step
    halved as long as it makes things worse.
    """
    mean, spread = x.mean(0), x.std(0) + 1e-9
    columns = np.column_stack([np.ones(len(x)), (x - mean) / spread])
    truth = np.asarray(y, float)
    weights = np.ones(len(x)) if weight is None else np.asarray(weight, float)
    penalty = np.concatenate([[0.0], np.full(x.shape[1], ridge) if standardised else ridge / spread**2])

    def loss(at: Array) -> float:
        odds = columns @ at
        return float((weights * (np.logaddexp(0, odds) - truth * odds)).sum() + (penalty * at**2).sum() / 2)

    found = np.zeros(columns.shape[1])
    for _ in range(_MOST_STEPS):
        p = 1 / (1 + np.exp(-columns @ found))
        curve = (
            (columns.T * (weights * p * (1 - p))) @ columns + np.diag(penalty) + 1e-12 * np.eye(len(found))
        )
        step = np.linalg.solve(curve, columns.T @ (weights * (truth - p)) - penalty * found)
        least = loss(found)
        while np.abs(step).max() >= _SETTLED and not loss(found + step) <= least:
            step /= 2
        found = found + step
        if np.abs(step).max() < _SETTLED:
            break
    slopes = found[1:] / spread
    return Logistic(float(found[0] - slopes @ mean), slopes)


def held(x: Array, y: ArrayLike, weight: Array, *, ridge: float, least: Array) -> Logistic:
    """Return the logistic regression whose slopes are at least `least` (one a column), as `logistic` has it else.

    Source: L-BFGS-B (Byrd et al. 1995).
    """
    from scipy.optimize import minimize

    spread = x.std(0) + 1e-9
    columns = np.column_stack([x / spread, np.ones(len(x))])
    truth = np.asarray(y, float)
    penalty = np.append(ridge / spread**2, 0.0)

    def loss(at: Array) -> tuple[float, Array]:
        odds = columns @ at
        value = (weight * (np.logaddexp(0, odds) - truth * odds)).sum() + (penalty * at**2).sum() / 2
        off = weight * (1 / (1 + np.exp(-odds)) - truth)
        return float(value), np.asarray(columns.T @ off + penalty * at)

    bounds = [(float(v) * float(s), None) for v, s in zip(least, spread, strict=True)]
    found = minimize(
        loss, np.zeros(columns.shape[1]), jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)]
    )
    return Logistic(float(found.x[-1]), found.x[:-1] / spread)


def fit_model(
    rows: Sequence[Mapping[str, float]],
    labels: Sequence[bool],
    names: Sequence[str],
    limits: Mapping[str, tuple[float, float]],
    weights: Sequence[float] | None = None,
    ridge: float = 1.0,
) -> Model:
    """Return the model of the evidence `names` in `rows`, held to `limits`; `ridge` is in standard deviations."""
    x = np.array([[_held(row.get(n, 0.0), limits.get(n)) for n in names] for row in rows])
    found = logistic(x, labels, weights, ridge=ridge, standardised=True)
    slopes = {n: round(float(s), 4) for n, s in zip(names, found.slopes, strict=True)}
    return Model(intercept=round(found.intercept, 4), weights=slopes, limits=dict(limits))


def auc(scores: ArrayLike, labels: ArrayLike) -> float:
    """Return the area under the ROC curve: the chance that a positive outranks a negative, half where they tie."""
    score, positive = np.asarray(scores, float), np.asarray(labels, bool)
    high, low = score[positive][:, None], score[~positive][None]
    return float((high > low).mean() + (high == low).mean() / 2)


def brier(scores: ArrayLike, labels: ArrayLike, weights: ArrayLike | None = None) -> float:
    """Return the mean squared difference of probabilities and what was so, 0 or 1 (Brier 1950)."""
    off = (np.asarray(scores, float) - np.asarray(labels, float)) ** 2
    return float(np.average(off, weights=None if weights is None else np.asarray(weights, float)))


def _held(value: float, limits: tuple[float, float] | None) -> float:
    return min(limits[1], max(limits[0], value)) if limits else value
