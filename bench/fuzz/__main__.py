"""Look for inputs that break what is promised: offsets inside the text, the same twice, linear time, inert output.

Run: python -m bench.fuzz TARGET... [--minutes N] [--jobs N], with TARGET one of those that --list names, or all
Needs the extra fuzz (pip install -e '.[fuzz]'), and gcc for the targets that run compiled code: it is built with
sanitizers for addresses and undefined behaviour.

An input that breaks a law is kept beside this file, in found/TARGET/, and the tests ask for it from then on. Ends with
status 1 where there was one.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.arguments import parser
from bench.fuzz import guided, sanitized
from bench.fuzz.target import Target
from bench.fuzz.targets import TARGETS

ROOT = Path(__file__).resolve().parents[2]
FOUND = Path(__file__).resolve().parent / "found"


def run(target: Target, seconds: int, runs: int, environment: dict[str, str]) -> tuple[str, bool]:
    """Fuzz one target, and return a line that says how it went, and whether nothing was found."""
    kept = FOUND / target.name
    with tempfile.TemporaryDirectory() as corpus:
        command = [
            sys.executable,
            "-c",
            guided.COMMAND,
            target.name,
            corpus,
            f"-artifact_prefix={corpus}/",
        ]
        command += [
            f"-max_total_time={seconds}",
            f"-runs={runs}",
            "-rss_limit_mb=4096",
            "-print_final_stats=1",
        ]
        command += [str(kept)] if kept.is_dir() else []
        begun = time.monotonic()
        done = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(environment if target.compiled else {})},
            check=False,
        )
        took = time.monotonic() - begun
        said = done.stdout.decode(errors="replace")
        broken = [path for name in ("crash-*", "timeout-*", "oom-*") for path in Path(corpus).glob(name)]
        for path in broken:
            kept.mkdir(parents=True, exist_ok=True)
            (kept / path.name).write_bytes(path.read_bytes())
    count = re.findall(r"Done (\d+) runs|number_of_executed_units: (\d+)", said)
    inputs = max((int(one or other) for one, other in count), default=0)
    line = f"{target.name:16}{took / 60:6.1f} min{inputs:12,} inputs"
    if not done.returncode and not broken:
        return f"{line}  nothing found", True
    reason = re.findall(r"^(?:\w+Error: .*|.*(?:ERROR: |runtime error: ).*)$", said, re.M)
    return f"{line}  {[path.name for path in broken]} {(reason or said.splitlines()[-3:])[0][:600]}", False


def main() -> None:
    """Print how each target went."""
    options = parser(__doc__)
    options.add_argument("target", nargs="*", help="what to fuzz, or all")
    options.add_argument("--minutes", type=float, default=1.0, help="how long each is fuzzed")
    options.add_argument("--runs", type=int, default=-1, help="how many inputs at most; -1 for any number")
    options.add_argument("--jobs", type=int, default=2, help="how many targets run side by side")
    options.add_argument("--list", action="store_true", help="name the targets")
    given = options.parse_args()
    if given.list or not given.target:
        for target in TARGETS.values():
            print(f"{target.name:16}{target.says}")
        return
    if unknown := sorted(set(given.target) - {*TARGETS, "all"}):
        options.error(f"no such target: {', '.join(unknown)}; there are: {', '.join(TARGETS)}")
    if guided.atheris is None:
        options.error(f"fuzzing is led by atheris, which is not installed: {guided.INSTALL}")
    chosen = [target for target in TARGETS.values() if {"all", target.name} & set(given.target)]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(given.jobs) as pool:
        compiled = any(target.compiled for target in chosen)
        environment = sanitized.build(Path(folder), ROOT) if compiled else {}
        clean = True
        for line, sound in pool.map(
            lambda target: run(target, max(1, round(60 * given.minutes)), given.runs, environment), chosen
        ):
            print(line, flush=True)
            clean = clean and sound
    sys.exit(not clean)


if __name__ == "__main__":
    main()
