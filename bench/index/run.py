"""Measure the index beside SQLite's FTS5 at some sizes, and write the page of results and its plot.

Run: python -m bench.index.run WORK [--size 10000] [--size 100000] [--queries 100] [--page-only]
Needs the extra bench.

WORK takes the corpora (made where absent) and the indexes, which are removed again. Every program runs in a process of
its own. Results go to results.json beside this, docs/index-bench.md and docs/index-cost.svg; what is not run this time
keeps its row.
"""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.arguments import parser
from bench.index.page import write_page
from bench.texts.places import ROOT
from bench.trace.retrieval import sources

RESULTS = Path(__file__).parent / "results.json"
PROGRAMS = ("forensics", "fts5")


def made(work: Path, size: int) -> Path:
    """Return a corpus of so many texts: BBC articles, and made-up ones beyond their number."""
    path = work / f"sources_{size}.jsonl"
    if not path.exists():
        with path.with_suffix(".part").open("w", encoding="utf-8") as file:
            for one in sources(size):
                file.write(json.dumps({"id": one.id, "text": one.text}) + "\n")
        path.with_suffix(".part").rename(path)
    return path


def measured(program: str, corpus: Path, home: Path, queries: int) -> dict[str, Any]:
    """Run one program at one size."""
    shutil.rmtree(home, ignore_errors=True)
    command = [sys.executable, "-m", "bench.index.measure", program, str(corpus), str(home), str(queries)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    shutil.rmtree(home, ignore_errors=True)
    return {"program": program, **json.loads(done.stdout)}


def main() -> None:
    """Measure, and write the page."""
    options = parser(__doc__)
    options.add_argument("work", type=Path)
    options.add_argument("--size", type=int, action="append", default=[])
    options.add_argument("--queries", type=int, default=100)
    options.add_argument("--page-only", action="store_true")
    given = options.parse_args()
    held = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {"rows": []}
    for size in [] if given.page_only else given.size or [10_000]:
        corpus = made(given.work, size)
        for program in PROGRAMS:
            row = measured(program, corpus, given.work / f"{program}_{size}", given.queries)
            same = {"program": program, "documents": size}
            held["rows"] = [r for r in held["rows"] if {k: r[k] for k in same} != same] + [row]
            held["machine"] = f"Python {platform.python_version()}, {platform.machine()}"
            held["queries"] = given.queries
            RESULTS.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    write_page(held, ROOT / "docs")


if __name__ == "__main__":
    main()
