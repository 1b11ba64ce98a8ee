"""What odd and large inputs cost: growth with length, cost beside ordinary prose of the same length, peak memory.

Run: python -m bench.spin.growth [--large 20]
Needs the extra bench and Linux or macOS.

Each shape is read by the command in a process of its own, at three lengths; the exponent is that of the two longest,
less what a start costs. With --large, one text of so many megabytes, in one line and in paragraphs, and 10,000 texts.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench.arguments import parser

_LENGTHS = (125_000, 250_000, 500_000)  # characters
_MEGABYTE = 1_000_000
_TEXTS = 10_000
_KILOBYTES = 1 if sys.platform == "darwin" else 1024  # of what the system counts memory in


def main() -> None:
    """Print the figures."""
    options = parser(__doc__)
    options.add_argument("--large", type=int, default=0, metavar="MB", help="megabytes of a single text")
    given = options.parse_args()
    from bench.texts.corpora import bbc

    prose = "\n".join(text for _, text in list(bbc("fit"))[:40])
    with tempfile.TemporaryDirectory() as folder:
        start, _ = cost(Path(folder), "One text.")
        usual = {n: cost(Path(folder), repeated(prose, n))[0] - start for n in _LENGTHS}
        print(f"{'':22}{'500 KB':>8}{'exponent':>10}{'of prose':>10}{'peak':>9}")
        for name, shape in shapes(prose).items():
            spent = {n: cost(Path(folder), shape(n)) for n in _LENGTHS}
            (_, half, whole) = (spent[n][0] - start for n in _LENGTHS)
            exponent = math.log2(max(whole, 0.01) / max(half, 0.01))
            print(
                f"{name:22}{whole:7.1f}s{exponent:10.2f}{whole / usual[_LENGTHS[-1]]:10.2f}"
                f"{max(peak for _, peak in spent.values()):6.0f} MB",
                flush=True,
            )
        if given.large:
            size = given.large * _MEGABYTE
            for name, text in (
                ("one line", repeated(prose.replace("\n", " "), size)),
                ("paragraphs", repeated(prose, size)),
            ):
                told(f"{given.large} MB, {name}", *cost(Path(folder), text))
            told(f"{_TEXTS:,} texts", *cost(Path(folder), records(prose), ".jsonl"))


def shapes(prose: str) -> dict[str, Callable[[int], str]]:
    """Return odd texts by name, each a function of its length in characters."""
    words = prose.split()
    return {
        "prose": lambda n: repeated(prose, n),
        "prose in one line": lambda n: repeated(" ".join(words), n),
        'quoted letters: "a"': lambda n: repeated('"a" ', n),
        "words of one letter": lambda n: repeated("a b c d e f ", n),
        "short paragraphs": lambda n: repeated("".join(f"The {w} rose again.\n\n" for w in words), n),
        "no full stop": lambda n: repeated(" ".join(w.strip(".,;:") for w in words), n),
        "one word": lambda n: "x" * n,
        "one paragraph again": lambda n: repeated(prose[:600] + "\n\n", n),
        "marks": lambda n: repeated("{|}[]()<>", n),
        "quotation marks": lambda n: repeated("“he said ", n),
    }


def repeated(text: str, length: int) -> str:
    """Return `length` characters of `text` over and over."""
    return (text * (length // len(text) + 1))[:length]


def records(prose: str) -> str:
    """Return many texts as JSON Lines, each a stretch of the prose."""
    step = max(1, len(prose) // _TEXTS)
    return "".join(json.dumps({"text": prose[i * step :][:2000]}) + "\n" for i in range(_TEXTS))


def cost(folder: Path, text: str, suffix: str = ".txt") -> tuple[float, float]:
    """Return the seconds of CPU and the peak memory (MB) of the command on one file."""
    path = folder / f"text{suffix}"
    path.write_text(text, "utf-8")
    asked = [sys.executable, "-m", "forensics", "spin", "-q", "--format", "jsonl", str(path)]
    with subprocess.Popen(asked, stdout=subprocess.DEVNULL) as run:
        _, status, spent = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode:
        raise SystemExit(f"the command ended with {run.returncode}")
    return spent.ru_utime + spent.ru_stime, spent.ru_maxrss * _KILOBYTES / _MEGABYTE


def told(name: str, seconds: float, peak: float) -> None:
    """Print what a large input costs."""
    print(f"{name:22}{seconds:7.1f}s{'':20}{peak:6.0f} MB", flush=True)


if __name__ == "__main__":
    main()
