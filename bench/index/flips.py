"""Flip single bits of an index's files: each is named by `verify`, or changes no answer.

Run: python -m bench.index.flips [--count 500] [--seed 1]
Needs nothing beyond forensics.

Half of the flips go to a file at random, half to a byte at random.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from bench.arguments import parser
from bench.index.kills import questions
from bench.index.work import answers, live
from forensics.errors import ForensicsError
from forensics.index.disk.verifying import problems

_STEPS = 15


def flipped(path: Path, place: int, bit: int) -> bytes:
    """Flip a bit of a file, and return what it held before."""
    data = path.read_bytes()
    changed = bytearray(data)
    changed[place] ^= 1 << bit
    path.write_bytes(changed)
    return data


def main() -> None:
    """Flip, ask, verify, mend; end with 1 where a flip changed an answer and was not named."""
    options = parser(__doc__)
    options.add_argument("--count", type=int, default=500, help="flips")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    drawn = random.Random(given.seed)
    named = harmless = missed = 0
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "index"
        list(live(home, _STEPS, given.seed))
        asked = questions(_STEPS, given.seed)
        right = answers(home, asked)
        for at in range(given.count):
            files = sorted(path for path in home.rglob("*") if path.is_file() and path.stat().st_size)
            sizes = [path.stat().st_size for path in files]
            path = drawn.choices(files, sizes)[0] if at % 2 else drawn.choice(files)
            place, bit = drawn.randrange(path.stat().st_size), drawn.randrange(8)
            before = flipped(path, place, bit)
            try:
                if list(problems(home)):
                    named += 1
                elif _said(home, asked) == right:
                    harmless += 1
                else:
                    missed += 1
                    print(f"not named: {path.relative_to(home)} byte {place} bit {bit}", flush=True)
            finally:
                path.write_bytes(before)
                for left in home.glob("*.db-*"):
                    left.unlink()
    print(f"{given.count} flips: {named} named, {harmless} change no answer, {missed} missed")
    sys.exit(bool(missed))


def _said(home: Path, asked: list) -> object:
    try:
        return answers(home, asked)
    except ForensicsError as error:
        return error.message


if __name__ == "__main__":
    main()
