"""How the cost of taking disguises off grows, for texts made to be slow: by what power of their length.

Run: python -m bench.evidence.growth
Needs nothing beside the package.

CPU of `unmask` and of folding, each the best of three, at 100,000 and 400,000 characters; 1.0 is linear. Ends with 1
where a power is above 1.25.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable

from bench.arguments import parser
from forensics.text.disguise.unmask import unmask
from forensics.text.fold import fold

MOST = 1.25
SLOW: dict[str, Callable[[int], str]] = {
    "marks on one letter": lambda n: "a" + "\u0301\u0323" * (n // 2),
    "marks of four classes": lambda n: "a" + "\u0323\u0301\u05b0\u0591" * (n // 4),
    "marks on many letters": lambda n: ("a" + 50 * "\u0301" + " ") * (n // 52),
    "zero width": lambda n: "a" + "\u200b" * n + "b",
    "a zero width a letter": lambda n: "a\u200b" * (n // 2),
    "soft hyphens": lambda n: "a\u00ad" * (n // 2),
    "emoji": lambda n: "👨\u200d👩\u200d👧 " * (n // 6),
    "decomposed": lambda n: "e\u0301 a\u0300 " * (n // 6),
    "one Latin word": lambda n: n * "a" + "а",
    "look-alikes": lambda n: "hаr " * (n // 4),
    "small capitals": lambda n: "ᴛʜᴇ " * (n // 4),
    "Cyrillic": lambda n: "лодка и море " * (n // 13),
    "letters apart": lambda n: "a b  " * (n // 5),
    "underscores": lambda n: "a_" * (n // 2),
    "line-end hyphens": lambda n: "ab-\ncd" * (n // 6),
    "one divided word": lambda n: n * "a" + "-\nb",
    "line numbers": lambda n: "".join(f"{k} ab\n" for k in range(n // 8)),
    "spaces": lambda n: n * " " + "\n" + n * " " + "1",
    "blank lines": lambda n: n * "\n",
    "equal lines": lambda n: (29 * "x" + " \n") * (n // 31),
    "ampersands": lambda n: n * "&",
    "broken entities": lambda n: "&#1" * (n // 3),
    "digits in words": lambda n: "th3 b0y " * (n // 8),
    "one word of digits": lambda n: "a1" * (n // 2),
    "tags": lambda n: "a\U000e0041" * (n // 2),
    "accents": lambda n: "thé " * (n // 4),
    "jamo": lambda n: "\u1112\u1161\u11ab" * (n // 3),
    "styled": lambda n: n * "𝐓",
    "fillers": lambda n: "a\u3164" * (n // 2),
    "comments": lambda n: "<!--" * (n // 4),
}
"""By name: texts of about so many characters that some pattern or sort might be slow on."""


def main() -> None:
    """Print the powers."""
    parser(__doc__).parse_args()
    worst = 0.0
    for name, made in SLOW.items():
        powers = [power(work, made) for work in (unmask, fold)]
        worst = max(worst, *powers)
        print(f"{name:24}{powers[0]:6.2f}{powers[1]:6.2f}", flush=True)
    sys.exit(worst > MOST)


def power(work: Callable[[str], object], made: Callable[[int], str]) -> float:
    """Return by what power of its length the cost of a text grows."""
    once, more = (_cost(work, made(n)) for n in (100_000, 400_000))
    return math.log(more / once, 4)


def _cost(work: Callable[[str], object], text: str) -> float:
    best = math.inf
    for _ in range(3):
        start = time.process_time()
        work(text)
        best = min(best, time.process_time() - start)
    return max(best, 0.005)  # below that the clock tells


if __name__ == "__main__":
    main()
