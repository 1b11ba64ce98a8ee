"""Kill a writer at random moments, and see that its index is whole each time and ends as one that nobody disturbed.

Run: python -m bench.index.kills [--count 100] [--steps 24] [--seed 1]
Needs nothing beyond forensics.

A process lives through a made-up history of additions, replacements, removals and the merges that follow from them, and
is killed (SIGKILL). Then the index has to open, `verify` has to find it sound, and the history is gone on with until
the next kill, or begun anew where it has ended. Each history that ends is held against an uninterrupted one: all
documents, all leaders with their scores, all that share a band.
"""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from bench.arguments import parser
from bench.index.work import answers, history, live
from forensics.documents.model import Document
from forensics.errors import ForensicsError
from forensics.index.disk.verifying import problems
from forensics.index.errors import NoIndexError

_QUESTIONS = 40
_SOONEST, _LATEST = 0.0, 1.2  # seconds after the process has begun to write


def questions(steps: int, seed: int) -> list[Document]:
    """Return documents of a history, of any time in it."""
    every = [one for step in history(steps, seed) for one in step.documents]
    return random.Random(seed).sample(every, _QUESTIONS)


def disturbed(home: Path, steps: int, seed: int, wait: float) -> bool:
    """Go on with a history, kill it after `wait` seconds, and tell whether it had ended before."""
    command = [sys.executable, "-m", "bench.index.work", str(home), str(steps), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            process.wait(wait)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        return process.returncode == 0


def wrong(home: Path) -> list[str]:
    """Return what is wrong with an index after a kill."""
    try:
        return [f"{one.file}: {one.problem}" for one in problems(home)]
    except NoIndexError:
        return []  # killed before there was one
    except ForensicsError as error:
        return [error.message]


def main() -> None:
    """Kill, check, go on; tell of each history, and end with 1 where anything was wrong."""
    options = parser(__doc__)
    options.add_argument("--count", type=int, default=100, help="kills")
    options.add_argument("--steps", type=int, default=24, help="steps of a history")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    drawn = random.Random(given.seed)
    kills = histories = unsound = unlike = 0
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        while kills < given.count:
            seed = given.seed + histories
            home = Path(folder) / f"killed-{histories}"
            asked = questions(given.steps, seed)
            ended = False
            while not ended:
                many = kills < given.count
                ended = disturbed(home, given.steps, seed, drawn.uniform(_SOONEST, _LATEST) if many else 600)
                kills += not ended
                if not ended and (found := wrong(home)):
                    unsound += 1
                    print(f"kill {kills}:", *found[:5], sep="\n  ")
            begun = time.perf_counter()
            whole = Path(folder) / f"whole-{histories}"
            list(islice(live(whole, given.steps, seed), given.steps + 1))
            slowest = max(slowest, time.perf_counter() - begun)
            alike = answers(home, asked) == answers(whole, asked)
            unlike += not alike
            histories += 1
            print(f"{kills} kills, history {histories} ends {'alike' if alike else 'UNLIKE'}", flush=True)
            shutil.rmtree(home)
            shutil.rmtree(whole)
    print(
        f"{kills} kills in {histories} histories: {unsound} left an index unsound, {unlike} histories end otherwise"
    )
    sys.exit(bool(unsound or unlike))


if __name__ == "__main__":
    main()
