"""Run everything beside each other, interleaved, and write the page of results and its plot.

Run: python -m bench.dedupe.run WORK --size 20000 --size 100000 --own-size 1000000 --runs 3 \\
        --peer datasketch=/path/to/python --peer rensa=/path/to/python ...
Needs wordfreq where corpora are made, and each peer in an environment of its own.

WORK holds corpora and truth (made where absent: corpus_N.jsonl, truth_N.npz; beyond 100,000 documents without
truth). Every program runs whole, in a process of its own; CPU is its user and system time, memory its peak. Peers
run once at a size from 100,000 on. Results go to bench/dedupe/results.json, docs/dedupe-bench.md and
docs/dedupe-cost.svg; `--page-only` writes the latter two again. What is not run this time keeps its row.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from bench.arguments import parser
from bench.dedupe.page import write_page
from bench.dedupe.score import pairs_of_json, score
from bench.texts.places import ROOT

RESULTS = Path(__file__).parent / "results.json"


@dataclass
class Run:
    name: str
    documents: int
    wall: float
    cpu: float
    peak_mb: float


def measured(name: str, documents: int, command: list[str], **environment: str) -> Run:
    """Run `command` and return what it took."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, cwd=ROOT, env={**os.environ, **environment}
    )
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{name} ended with status {status}")
    wall = time.perf_counter() - started
    return Run(name, documents, wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def ours(corpus: Path, documents: int, out: Path, jobs: int, **environment: str) -> Run:
    """Run forensics dedupe to its whole JSON."""
    kernel = " (numpy twin)" if environment else ""
    command = [sys.executable, "-m", "forensics", "dedupe", str(corpus), "--json", "-o", str(out)]
    return measured(
        f"forensics, {jobs} job{'s' * (jobs > 1)}{kernel}",
        documents,
        [*command, "--jobs", str(jobs)],
        **environment,
    )


def main() -> None:
    options = parser(__doc__)
    options.add_argument("work", type=Path)
    options.add_argument("--size", type=int, action="append", default=[])
    options.add_argument("--own-size", type=int, action="append", default=[])
    options.add_argument("--peer", action="append", default=[])
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--page-only", action="store_true")
    asked = options.parse_args()
    if not asked.page_only:
        found = everything(
            asked.work, asked.size, asked.own_size, dict(p.split("=", 1) for p in asked.peer), asked.runs
        )
        old = json.loads(RESULTS.read_text())["rows"] if RESULTS.exists() else []
        RESULTS.write_text(json.dumps({**found, "rows": merged(old, found["rows"])}, indent=1) + "\n")
    write_page(json.loads(RESULTS.read_text()), ROOT / "docs")


def scored(found: Path, truth: Path) -> dict[str, Any]:
    """Return `score` of the pairs in two files; in a process of its own, for a child's peak begins at its parent's."""
    with ProcessPoolExecutor(1) as apart:
        return apart.submit(_scored, found, truth).result()


def _scored(found: Path, truth: Path) -> dict[str, Any]:
    pairs = np.load(found)["pairs"] if found.suffix == ".npz" else pairs_of_json(found.read_text(), 0.7)
    return asdict(score(pairs, np.load(truth)["pairs"]))


def merged(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return `new` rows and, with the commit they were measured at, those `old` ones that they do not replace."""
    again = {(row["name"], row["documents"]) for row in new}
    kept = [row for row in old if (row["name"], row["documents"]) not in again]
    return sorted([*kept, *new], key=lambda row: (row["documents"], not row["name"].startswith("forensics")))


def commit() -> str:
    """Return the commit that is checked out."""
    git = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
    return subprocess.run(git, check=True, capture_output=True, text=True).stdout.strip()


def everything(
    work: Path, sizes: list[int], own: list[int], peers: dict[str, str], runs: int
) -> dict[str, Any]:
    """Measure all programs at all sizes."""
    rows, measured_at = [], commit()
    work = work.resolve()
    generate, join = ([sys.executable, "-m", f"bench.dedupe.{name}"] for name in ("generate", "truth"))
    for size in sorted({*sizes, *own}):
        corpus, truth = work / f"corpus_{size}.jsonl", work / f"truth_{size}.npz"
        if not corpus.exists():
            subprocess.run([*generate, str(size), str(corpus)], check=True, cwd=ROOT)
        if not truth.exists() and size <= 100_000:
            subprocess.run([*join, str(corpus), str(truth)], check=True, cwd=ROOT)
        taken: dict[str, list[Run]] = {}
        scores = {}
        for number in range(runs if size < 1_000_000 else 1):
            out = work / "found.json"
            for jobs in (1, 2) if size < 1_000_000 else (2,):
                run = ours(corpus, size, out, jobs)
                taken.setdefault(run.name, []).append(run)
                if truth.exists() and number == 0:
                    scores[run.name] = scored(out, truth)
            if size in sizes and number == 0 and size <= 100_000:
                run = ours(corpus, size, out, 1, FORENSICS_KERNEL="numpy")
                taken.setdefault(run.name, []).append(run)
                scores[run.name] = scored(out, truth)
            for name, python in peers.items() if size in sizes and (number == 0 or size < 100_000) else ():
                found = work / f"found_{name}.npz"
                run = measured(
                    name, size, [python, "-m", "bench.dedupe.peers", name, str(corpus), str(found)]
                )
                taken.setdefault(run.name, []).append(run)
                if number == 0:
                    scores[run.name] = scored(found, truth)
        for name, some in taken.items():
            rows.append(
                {
                    "name": name,
                    "documents": size,
                    "megabytes": round(corpus.stat().st_size / 1e6),
                    "runs": len(some),
                    "commit": measured_at,
                    **{
                        key: round(median(getattr(one, key) for one in some), 2)
                        for key in ("wall", "cpu", "peak_mb")
                    },
                    **scores.get(name, {}),
                }
            )
            print(rows[-1], flush=True)
    return {"machine": f"{os.cpu_count()} cores, Python {platform.python_version()}", "rows": rows}


if __name__ == "__main__":
    main()
