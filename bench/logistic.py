"""Logistic regression by Newton's method, and how well a score separates: all that the fits here need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from forensics.trace.models import Model


def fit(
    rows: Sequence[Mapping[str, float]],
    labels: Sequence[bool],
    names: Sequence[str],
    limits: Mapping[str, tuple[float, float]],
    weights: Sequence[float] | None = None,
    ridge: float = 1.0,
) -> Model:
    """Return the model of `names` over `rows` with a ridge penalty on standardised weights."""
    raw = np.array([[_held(row.get(n, 0.0), limits.get(n)) for n in names] for row in rows])
    mean, spread = raw.mean(0), raw.std(0) + 1e-9
    x = np.column_stack([np.ones(len(raw)), (raw - mean) / spread])
    y, w = np.array(labels, dtype=float), np.ones(len(raw)) if weights is None else np.array(weights)
    penalty = np.diag([0.0] + [ridge] * len(names))
    beta = np.zeros(x.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-x @ beta))
        step = np.linalg.solve(
            (x.T * (w * p * (1 - p))) @ x + penalty + 1e-9 * np.eye(len(beta)),
            x.T @ (w * (y - p)) - penalty @ beta,
        )
        beta += step
        if np.abs(step).max() < 1e-9:
            break
    slopes = beta[1:] / spread
    return Model(
        intercept=round(float(beta[0] - slopes @ mean), 4),
        weights={n: round(float(s), 4) for n, s in zip(names, slopes, strict=True)},
        limits=dict(limits),
    )


def auc(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """Return the area under the ROC curve: the chance that a positive outranks a negative."""
    positive = [s for s, y in zip(scores, labels, strict=True) if y]
    negative = [s for s, y in zip(scores, labels, strict=True) if not y]
    wins = sum((p > n) + 0.5 * (p == n) for p in positive for n in negative)
    return wins / (len(positive) * len(negative))


def _held(value: float, limits: tuple[float, float] | None) -> float:
    return min(limits[1], max(limits[0], value)) if limits else value
