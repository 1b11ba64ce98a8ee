"""Run hostile inputs through read, dedupe, spin, trace and report: none may crash, hang, lie about its end or vanish.

Run: python -m bench.hostile [PART OF A NAME...] [--jobs N]
Needs the package with all extras, Linux or macOS, and the tests beside it, which make the documents.

Each input is made by script (bench/hostile/), and it is said there what is to become of it: how many documents are read,
and for which reason the others are skipped. Every run has caps of memory and time. Prints each input that went otherwise,
then how many went well, and the dearest; ends with status 1 where one did not.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from bench.arguments import parser
from bench.hostile.catalogue import catalogue
from bench.hostile.checks import ANALYSES, Outcome, tried
from bench.hostile.running import preload

_DEAREST = 5


def outcome(name: str, analyses: Sequence[str]) -> Outcome:
    """Return what became of one input."""
    folder = tempfile.mkdtemp(prefix="forensics-hostile-")
    try:
        return tried(catalogue()[name], Path(folder), analyses)
    finally:
        subprocess.run(["rm", "-rf", folder], check=False)  # of folders deeper than Python's own removal goes


def main() -> None:
    """Print what went otherwise than it should."""
    options = parser(__doc__)
    options.add_argument("part", nargs="*", help="only inputs whose name holds one of these")
    options.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, help="how many are tried side by side"
    )
    options.add_argument("--read-only", action="store_true", help="run read alone, which is quick")
    options.add_argument("--list", action="store_true", help="name them, and what is to become of each")
    given = options.parse_args()
    names = [name for name in catalogue() if not given.part or any(part in name for part in given.part)]
    if given.list:
        for case in map(catalogue().__getitem__, names):
            print(
                f"{case.name}: {case.reads} read{', skipped: ' * bool(case.reason)}{case.reason}, status {case.ends}"
            )
        return
    outcomes = []
    preload()
    with ProcessPoolExecutor(given.jobs, mp_context=get_context("fork")) as pool:
        for one in pool.map(partial(outcome, analyses=() if given.read_only else ANALYSES), names):
            outcomes.append(one)
            for fault in one.faults:
                print(f"{one.name}: {fault}", flush=True)
    bad = sum(bool(one.faults) for one in outcomes)
    print(
        f"{len(outcomes) - bad:,} of {len(outcomes):,} hostile inputs went as they should, {sum(one.runs for one in outcomes):,} runs"
    )
    for one in sorted(outcomes, key=lambda one: -one.seconds)[:_DEAREST]:
        print(f"dearest: {one.name}: {one.seconds:.1f} s, {one.megabytes:,} MB")
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
