"""Words a second of one core: screening, and detection on clean and on spun news; also as ratios.

Run: python -m bench.spin.speed [--before CHECKOUT] [--rounds 3] [--also TEXTS.jsonl --every 10]
Needs the extra bench; with --before a checkout of another commit, its extensions built in place: both are measured in
turn, and texts on which they do not agree to the byte are counted.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.arguments import parser

_HERE = Path(__file__).parents[2]
_WORK = "import runpy, sys; runpy.run_path(sys.argv[1])['main']()"  # with the forensics of another checkout
_COPIES = 50  # of the texts in memory: one takes a few milliseconds


@dataclass(frozen=True, slots=True)
class Group:
    """Texts, and whether they are to be screened or looked at in full."""

    name: str
    look: str
    texts: tuple[str, ...]

    @property
    def words(self) -> int:
        """Words between white space."""
        return sum(len(text.split()) for text in self.texts)


def main() -> None:
    """Print the figures."""
    options = parser(__doc__)
    options.add_argument("--before", type=Path, help="a checkout to compare with")
    options.add_argument(
        "--rounds", type=int, default=3, help="times that each is measured; the fastest counts"
    )
    options.add_argument("--also", type=Path, nargs="*", default=[], help="JSON Lines with further texts")
    options.add_argument("--every", type=int, default=10, help="of those, one in so many")
    given = options.parse_args()
    further = [
        Group(path.stem, "detect", tuple(json.loads(line)["text"] for line in lines[:: given.every]))
        for path in given.also
        if (lines := path.read_text("utf-8").strip().split("\n"))
    ]
    copied = copy_rate(groups()[0].texts)
    print(
        f"{'':15}{'words a second':>15}{'copies':>10}",
        *(["   before   ratio  differ"] if given.before else []),
    )
    for group in (*groups(), *further):
        now, before = [], []
        for _ in range(given.rounds):
            now.append(looked(group, _HERE))
            if given.before:
                before.append(looked(group, given.before))
        seconds = min(one["seconds"] for one in now)
        row = f"{group.name:15}{group.words / seconds:15,.0f}{copied * seconds / group.words:10,.0f}"
        if given.before:
            then = min(one["seconds"] for one in before)
            differ = sum(a != b for a, b in zip(now[0]["found"], before[0]["found"], strict=True))
            row += f"{group.words / then:10,.0f}{then / seconds:8.2f}{differ:5} of {len(group.texts)}"
        print(row, flush=True)


def groups() -> tuple[Group, ...]:
    """Return what is measured."""
    from bench.spin.training import spun
    from bench.texts.corpora import bbc

    clean = tuple(t for _, t in bbc("fit"))[:150]
    made = tuple(d.text for d in spun("bbc", "fit", ("autoblog",), 40))
    return (
        Group("screen, clean", "screen", clean),
        Group("detect, clean", "detect", clean),
        Group("detect, spun", "detect", made),
    )


def looked(group: Group, checkout: Path) -> dict[str, Any]:
    """Return what the code of a checkout finds in a group, after a first look at some, and its seconds of CPU."""
    warm = {"look": group.look, "texts": group.texts[:10]}
    asked = "".join(json.dumps(one) + "\n" for one in (warm, {"look": group.look, "texts": group.texts}))
    done = subprocess.run(
        [sys.executable, "-P", "-c", _WORK, str(_HERE / "bench/spin/timed.py")],
        input=asked,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(checkout.resolve()), "OMP_NUM_THREADS": "1"},
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def copy_rate(texts: Sequence[str]) -> float:
    """Return words a second of CPU at which the texts are copied in memory, as UTF-8."""
    data = "\n".join(texts).encode()
    start = time.process_time()
    for _ in range(_COPIES):
        bytearray(data)
    return _COPIES * sum(len(t.split()) for t in texts) / (time.process_time() - start)


if __name__ == "__main__":
    main()
