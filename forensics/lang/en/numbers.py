"""English numbers in words."""

from __future__ import annotations

from forensics.lang.groups import Numbers

_UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

NUMBERS = Numbers(
    words={word: n for n, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, 2)},
    tens=frozenset(_TENS),
    scales={
        "dozen": 12,
        "hundred": 100,
        "thousand": 1000,
        "million": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
    },
    short_scales={"k": 1000, "mn": 10**6, "bn": 10**9, "tn": 10**12, "mln": 10**6, "bln": 10**9},
    parts={
        "half": 2,
        "third": 3,
        "thirds": 3,
        "quarter": 4,
        "quarters": 4,
        "fifth": 5,
        "fifths": 5,
        "tenths": 10,
    },
    about=frozenset("about around approximately some roughly nearly almost estimated circa approx".split()),
    over=frozenset("over exceeding above".split()),
    under=frozenset("under below".split()),
    bounds={
        ("more", "than"): "over",
        ("greater", "than"): "over",
        ("at", "least"): "over",
        ("less", "than"): "under",
        ("fewer", "than"): "under",
        ("lower", "than"): "under",
        ("up", "to"): "under",
        ("at", "most"): "under",
    },
    typical="ten",
)
