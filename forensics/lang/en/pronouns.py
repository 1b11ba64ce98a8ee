"""English words that stand for one who was named before."""

from __future__ import annotations

from forensics.lang.groups import Pronouns

PRONOUNS = Pronouns(
    one=frozenset({"he", "she"}),
    several=frozenset({"they"}),
    titles={
        "mr": "he",
        "sir": "he",
        "lord": "he",
        "mrs": "she",
        "ms": "she",
        "miss": "she",
        "dame": "she",
        "lady": "she",
    },
    groups=frozenset("police people team".split()),
)
