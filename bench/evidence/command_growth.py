"""How the cost of each command grows, for inputs made to be slow: by what power of their length.

Run: python -m bench.evidence.command_growth [PART OF A NAME...] [--chars N] [--most POWER]
Needs the package with all extras, and the tests beside it, which make the documents.

CPU seconds of dedupe, spin and trace on a text and a changed copy of it, and of reading it, at N characters (25,000 by
default) and at four times as many; files of other formats are read at forty times as many. The best of two, and of four
where the power is above the most; 1.0 is linear. Ends with 1 where one stays above it.
"""

from __future__ import annotations

import math
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bench.arguments import parser
from bench.evidence.growth import MOST, SLOW
from bench.evidence.slow_files import FILES
from bench.hostile.case import STORY

_TIMES = 4
_LEAST = 0.05  # seconds below which the clock tells, not the work
_READING = 40  # reading is so much quicker than analysing
_FULL = STORY.replace("\n", " ")

TEXTS: dict[str, Callable[[int], str]] = {
    '"a " repeated': lambda n: "a " * (n // 2),
    "one-letter words": lambda n: "a b c d e f " * (n // 12),
    "two words by turns": lambda n: "bridge river " * (n // 13),
    "short paragraphs": lambda n: "It was so.\n\n" * (n // 12),
    "different paragraphs": lambda n: "".join(f"It was {k} of them.\n\n" for k in range(n // 22)),
    "one line": lambda n: _FULL * (n // len(_FULL)),
    "one sentence": lambda n: "the bridge that stands at the river " * (n // 36),
    "one word": lambda n: "a" * n,
    "marks on letters": lambda n: "a\u0301\u0323 " * (n // 4),
    "nested markup": lambda n: "<div>" * (n // 11) + "a" + "</div>" * (n // 11),
    "nested brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "nested spintax": lambda n: "{a|" * (n // 4) + "}" * (n // 4),
    "choices": lambda n: "{we can|we will} " * (n // 17),
    "quotation marks": lambda n: "“a” " * (n // 4),
    "open quotation marks": lambda n: "“a " * (n // 3),
    "apostrophes": lambda n: "'a' " * (n // 4),
    "quotations with speakers": lambda n: "“We have said so,” Jane Smith said. " * (n // 36),
    "numbers": lambda n: "1 2,000 3.5 " * (n // 12),
    "quantities": lambda n: "5 km 6 million tonnes " * (n // 22),
    "dates": lambda n: "7 March 2019, " * (n // 14),
    "names": lambda n: "Jane Smith and John Doe " * (n // 24),
    "one long name": lambda n: "Jane " * (n // 5),
    "different names": lambda n: "".join(f"Jane S{chr(97 + k % 26)}{k:x}son said. " for k in range(n // 20)),
    "sayings": lambda n: "he said she said " * (n // 17),
    "attributions": lambda n: "according to " * (n // 13),
    "addresses": lambda n: "http://a.example/b " * (n // 19),
    "citations": lambda n: "(Smith et al., 2019) " * (n // 21),
    "references": lambda n: "References\n" + "Smith, J. (2019). A study. Journal, 3, 1-7.\n" * (n // 45),
    "furniture": lambda n: "Share\nRead more: a\n" * (n // 19),
    "bylines": lambda n: "By Jane Smith\nLONDON (Reuters) -\n" * (n // 33),
    "full stops": lambda n: "." * n,
    "blank lines": lambda n: "a" + "\n" * n + "b",
    "Chinese": lambda n: "北京的天气很好。" * (n // 8),
    **{
        name: SLOW[name]
        for name in ("look-alikes", "emoji", "line-end hyphens", "digits in words", "accents")
    },
}
"""By name: texts of about so many characters that some analysis might be slow on."""


def commands() -> dict[str, Callable[[str], object]]:
    """Return what each command does with a text, by name."""
    from forensics import DedupeSettings, Document, dedupe, spin, trace

    def two(text: str) -> list[Document]:
        return [
            Document("a", text),
            Document("b", f"{text[: len(text) // 2]} and more {text[len(text) // 3 :]}"),
        ]

    def read(text: str) -> object:
        return reading(".txt", text.encode())

    return {
        "read": read,
        "dedupe": lambda text: dedupe(two(text), settings=DedupeSettings(), jobs=1),
        "spin": lambda text: spin(two(text)[:1]),
        "trace": lambda text: trace(two(text)[:1], against=two(text)[1:]),
    }


def reading(suffix: str, data: bytes) -> object:
    """Read a file."""
    from forensics.documents.corpus import Corpus
    from forensics.settings import ReadSettings

    with tempfile.NamedTemporaryFile(suffix=suffix) as file:
        Path(file.name).write_bytes(data)
        return sum(len(block.texts) for block in Corpus([file.name], ReadSettings()).blocks())


def power(work: Callable[[Any], object], given: Sequence[Any], most: float) -> tuple[float, float]:
    """Return by what power of the length the cost grows between two inputs, and that of the larger in seconds."""
    costs = math.inf, math.inf
    found = 0.0
    for _ in range(4):
        costs = min(costs[0], _cost(work, given[0])), min(costs[1], _cost(work, given[1]))
        found = math.log(max(costs[1], _LEAST) / max(costs[0], _LEAST), _TIMES)
        if found <= most:
            break
    return found, costs[1]


def _cost(work: Callable[[Any], object], given: object) -> float:
    begun = time.process_time()
    work(given)
    return time.process_time() - begun


def main() -> None:
    """Print the powers, and what is above the most."""
    options = parser(__doc__)
    options.add_argument("part", nargs="*", help="only inputs whose name holds one of these")
    options.add_argument("--chars", type=int, default=25_000, help="characters of the smaller text")
    options.add_argument("--most", type=float, default=MOST, help="the most that a power may be")
    options.add_argument("--files", action="store_true", help="only files of other formats")
    given = options.parse_args()
    above: list[str] = []

    def told(name: str, command: str, found: tuple[float, float]) -> str:
        if found[0] > given.most:
            above.append(f"{command} of {name}: {found[0]:.2f}")
        return f"{found[0]:6.2f}{found[1]:7.2f} s"

    works = commands()
    chosen = [name for name in TEXTS if not given.files and _wanted(name, given.part)]
    if chosen:
        print(f"{'':26}" + "".join(f"{command:>15}" for command in works))
    for work in works.values():
        work(_FULL)  # what is loaded once is no growth
    for name in chosen:
        texts = [TEXTS[name](size) for size in (given.chars, _TIMES * given.chars)]
        row = [told(name, command, power(work, texts, given.most)) for command, work in works.items()]
        print(f"{name:26}" + "".join(f"{one:>15}" for one in row), flush=True)
    for name, (suffix, made) in FILES.items():
        if _wanted(name, given.part):
            data = [made(size) for size in (_READING * given.chars // _TIMES, _READING * given.chars)]
            reading(suffix, made(1_000))
            found = power(partial(reading, suffix), data, given.most)
            print(f"{name + ' ' + suffix:26}{told(name, 'read', found):>15}", flush=True)
    print("\n".join([f"above {given.most}: {one}" for one in above]) or f"none above {given.most}")
    sys.exit(bool(above))


def _wanted(name: str, parts: list[str]) -> bool:
    return not parts or any(part in name for part in parts)


if __name__ == "__main__":
    main()
