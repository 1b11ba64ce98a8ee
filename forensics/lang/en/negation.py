"""English words that deny."""

from __future__ import annotations

from forensics.lang.groups import Negation

NEGATION = Negation(
    negations=frozenset("not no never none nobody nothing nowhere neither nor cannot without".split()),
    denials=frozenset(
        """fail fails failed failing refuse refuses refused refusing deny denies denied denying lack lacks lacked
        lacking hardly barely scarcely unable refrain refrains refrained decline declines declined neglect
        neglected avoid avoided avoids little few""".split()
    ),
    limited=frozenset("all only just merely least".split()),
    prefixes=("un", "in", "im", "il", "ir", "dis", "non", "non-"),
)
