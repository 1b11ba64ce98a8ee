"""A verdict as one of its two texts sees it."""

from __future__ import annotations

from forensics.trace.result import PairVerdict


def covered(verdict: PairVerdict, id: str) -> float:
    """Return the share of a document's words, 0 to 1, that the other side of the verdict covers and that counts."""
    return verdict.counted_a if verdict.a == id else verdict.counted_b


def other(verdict: PairVerdict, id: str) -> str:
    """Return the id of the other text."""
    return verdict.b if verdict.a == id else verdict.a
