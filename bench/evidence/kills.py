"""Runs that are killed, whose disk is full, whose reader goes away: nothing partial, no wrong status, nothing left.

Run from the root of the project, where samples/ is: python -m bench.evidence.kills [COUNT] [--seed N] [--jobs N]
Needs the package installed, and a system with signals and limits (Linux, macOS).

Real commands, each run once to its end for what it writes and how long it takes, then COUNT times (200 by default) with
one harm at a random moment or byte: SIGKILL, SIGTERM, SIGINT, a limit on the size of files (a full disk, to a program),
a pipe whose reader stops. No signal comes before the program has begun: what Python says in its own start is not ours.
Where a result stood before, that or the new one must stand there afterwards. Prints how many times each harm was done,
how the runs ended, and every fault; ends with 1 where there was one.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.arguments import parser

SAMPLES = Path("samples").resolve()
HARMS = ("SIGKILL", "SIGTERM", "SIGINT", "full disk", "closed pipe")
COMMANDS: dict[str, tuple[str, ...]] = {
    "dedupe": ("dedupe", "lines.jsonl", "--json", "-o", "OUT"),
    "dedupe, the kept lines": ("dedupe", "lines.jsonl", "-q", "--write-unique", "OUT"),
    "dedupe, the kept files": ("dedupe", "texts", "-q", "--write-unique", "OUT"),
    "spin": ("spin", "texts/001.txt", "--json", "-o", "OUT"),
    "trace": ("trace", "texts/001.txt", "--against", "texts", "--format", "html", "-o", "OUT"),
    "read": ("read", "lines.jsonl", "--format", "jsonl", "-o", "OUT"),
    "report": ("report", "trace.json", "-o", "OUT"),
    "report, a case": ("report", "results", "-o", "OUT"),
}
_ENDS = {"SIGKILL": {-9}, "SIGTERM": {-15, 143}, "SIGINT": {-2, 130}, "full disk": {2}, "closed pipe": {141}}
# A run that says when it has begun, where anybody listens.
_BEGUN = """
import os, sys
from forensics.__main__ import run
if told := os.environ.pop("BEGUN", ""):
    os.write(int(told), b".")
    os.close(int(told))
run()
"""
_OLD = b"what stood here before\n"


@dataclass(frozen=True, slots=True)
class Whole:
    """What a command writes when nothing happens to it: its digest, its bytes, and how long it takes."""

    digest: str
    size: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Trial:
    """One run that was harmed: how it ended, and what was wrong about it."""

    command: str
    harm: str
    ended: str
    faults: tuple[str, ...]


def prepare(folder: Path) -> None:
    """Put what the commands read into `folder`."""
    shutil.copytree(SAMPLES, folder / "texts")
    texts = [path.read_text("utf-8") for path in sorted(SAMPLES.iterdir())]
    lines = [
        json.dumps({"id": f"{n}-{k}", "text": f"{text} {k % 7}"})
        for k in range(60)
        for n, text in enumerate(texts)
    ]
    (folder / "lines.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "results").mkdir()
    trace = ["trace", "texts/001.txt", "--against", "texts", "--json", "-o", "trace.json"]
    subprocess.run(_command(trace), cwd=folder, check=True, capture_output=True)
    shutil.copy(folder / "trace.json", folder / "results" / "trace.json")


def run_whole(folder: Path, command: Sequence[str]) -> Whole:
    """Return what `command` writes, run to its end."""
    out = folder / "whole"
    begun = time.monotonic()
    subprocess.run(_command(command, "whole"), cwd=folder, check=True, capture_output=True)
    seconds = time.monotonic() - begun
    found = Whole(digest(out), sum(path.stat().st_size for path in _files(out)), seconds)
    shutil.rmtree(out) if out.is_dir() else out.unlink()
    return found


def harmed(inputs: Path, wholes: dict[str, Whole], seed: int) -> Trial:
    """Run one command, do it one harm, and look at what is left."""
    chance = random.Random(seed)
    harm = HARMS[seed % len(HARMS)]
    name = chance.choice(sorted(COMMANDS))
    if harm == "closed pipe":
        return _piped(inputs, chance)
    whole = wholes[name]
    with tempfile.TemporaryDirectory(dir=inputs.parent) as place:
        folder = Path(place)
        for path in inputs.iterdir():
            (folder / path.name).symlink_to(path)
        before = {path.name for path in folder.iterdir()}
        makes_folder = name in ("dedupe, the kept files", "report, a case")
        old = chance.random() < 0.5 and not makes_folder
        if old:
            (folder / "out").write_bytes(_OLD)
        limit = chance.randrange(whole.size) if harm == "full disk" else None
        begun, tell = os.pipe()
        with subprocess.Popen(
            _command(COMMANDS[name], "out"),
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={**os.environ, "BEGUN": str(tell)},
            pass_fds=[tell],
            preexec_fn=None if limit is None else partial(_limit, limit),
        ) as process:
            os.close(tell)
            if limit is None:
                os.read(begun, 1)
                time.sleep(chance.uniform(0, 1.2 * whole.seconds))
                process.send_signal(getattr(signal, harm))
            said = process.communicate(timeout=600)[1].decode("utf-8", "replace")
        os.close(begun)
        left = sorted({path.name for path in folder.iterdir()} - before - {"out"})
        faults = _faults(harm, process.returncode, said, folder / "out", whole, old=old)
        if left and not (harm == "SIGKILL" and all(one.startswith(".") for one in left)):
            faults.append(f"left behind: {left}")
        return Trial(name, harm, str(process.returncode), tuple(faults))


def _faults(harm: str, status: int, said: str, out: Path, whole: Whole, *, old: bool) -> list[str]:
    faults = []
    there = digest(out) if out.exists() else None
    kept = hashlib.sha256(_OLD).hexdigest() if old else None
    if status == 0 and there != whole.digest:
        faults.append("status 0, and the output is not the whole one")
    if status not in {0, *_ENDS[harm]}:
        faults.append(f"status {status} after {harm}: {said[-300:]}")
    if there not in {kept, whole.digest, None} or (old and there is None):
        faults.append(f"status {status}, and half an output")
    if status == 2 and there == whole.digest:
        faults.append("status 2, and the output is whole")
    if "Traceback" in said or "internal error" in said:
        faults.append(f"a traceback: {said[-300:]}")
    return faults


def _piped(inputs: Path, chance: random.Random) -> Trial:
    name = chance.choice(["dedupe", "spin", "read", "trace"])
    command = [one for one in COMMANDS[name] if one not in ("-o", "OUT")]
    whole = subprocess.run(_command(command), cwd=inputs, check=True, capture_output=True).stdout
    wanted = chance.randrange(len(whole))
    with subprocess.Popen(
        _command(command), cwd=inputs, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        read = process.stdout.read(wanted)
        process.stdout.close()
        said = process.stderr.read().decode("utf-8", "replace")
        status = process.wait(600)
    faults = [] if whole.startswith(read) else ["what was read is no beginning of the output"]
    if status not in (0, 141):
        faults.append(f"status {status} after a closed pipe: {said[-300:]}")
    if "Traceback" in said or "Exception ignored" in said:
        faults.append(f"a traceback: {said[-300:]}")
    return Trial(name, "closed pipe", str(status), tuple(faults))


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, or of all files of a folder with their names."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    found = hashlib.sha256()
    for file in _files(path):
        found.update(str(file.relative_to(path)).encode() + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest()


def _files(path: Path) -> list[Path]:
    return [path] if path.is_file() else sorted(one for one in path.rglob("*") if one.is_file())


def _command(arguments: Sequence[str], out: str = "out") -> list[str]:
    return [sys.executable, "-c", _BEGUN, *(out if one == "OUT" else one for one in arguments)]


def _limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def trials(count: int, seed: int, jobs: int) -> list[Trial]:
    """Return how `count` runs ended."""
    os.environ["PYTHONPATH"] = str(SAMPLES.parent)
    with tempfile.TemporaryDirectory(prefix="forensics-kills-") as place, ThreadPoolExecutor(jobs) as pool:
        inputs = Path(place) / "inputs"
        inputs.mkdir()
        prepare(inputs)
        wholes = {name: run_whole(inputs, command) for name, command in COMMANDS.items()}
        return list(pool.map(partial(harmed, inputs, wholes), range(seed, seed + count)))


def main() -> None:
    """Print what was done and how it ended."""
    options = parser(__doc__)
    options.add_argument("count", nargs="?", type=int, default=200, help="how many runs are harmed")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--jobs", type=int, default=2, help="how many run side by side")
    given = options.parse_args()
    done = trials(given.count, given.seed, given.jobs)
    for harm in HARMS:
        ended = Counter(one.ended for one in done if one.harm == harm)
        if ended:
            told = ", ".join(f"status {status}: {times}" for status, times in ended.most_common())
            print(f"{harm:12}{sum(ended.values()):5}  {told}")
    faults = [f"{one.command}, {one.harm}: {fault}" for one in done for fault in one.faults]
    print("\n".join(faults) or f"{len(done):,} runs: nothing partial, no wrong status, nothing left behind")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
