"""What spinners write for what: one pair, as the lexicon ships it or as a user adds it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UserPair:
    """A user's own knowledge: spinners write `observed` where `original` stood.

    Both are one to four words (case is ignored); `weight` counts the pages that it was seen on, one when
    nothing more is known; `source` says where it comes from and is shown in the evidence.
    """

    observed: str
    original: str
    weight: float = 1.0
    source: str = "user lexicon"
