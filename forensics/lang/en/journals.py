"""English words by which the name of a journal is known."""

from __future__ import annotations

from forensics.lang.groups import Journals

JOURNALS = Journals(
    before=frozenset("journal journals".split()),
    houses=frozenset("bmj bmc plos jama lancet frontiers nature".split()),
    collections=frozenset("journal annals archives proceedings transactions bulletin".split()),
    joints=frozenset("of for in".split()),
    last_joint="and",
    inside=frozenset("of for in and the on".split()),
    no_titles=frozenset("press release group study editor publishing journals".split()),
    listed=(
        "The Lancet",
        "British Medical Journal",
        "Science magazine",
        "Nature magazine",
        "JAMA",
        "PLOS ONE",
    ),
)
