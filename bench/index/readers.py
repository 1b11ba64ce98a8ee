"""Let processes read an index while one writes to it: nothing is lost, and nothing is seen by halves.

Run: python -m bench.index.readers [--seconds 600] [--readers 8] [--seed 1]
Needs nothing beyond forensics.

The writer adds, replaces and removes groups of four documents, each in one commit and with its version in its fields. A
reader opens the index and sees of each group all documents of one version or none; each document leads for its own
text; and what it sees does not change while it holds it. One look in five verifies the index meanwhile.
"""

from __future__ import annotations

import multiprocessing
import random
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from bench.arguments import parser
from bench.index.work import text
from forensics.documents.model import Document
from forensics.index.disk.disk import DiskIndex
from forensics.index.disk.verifying import problems
from forensics.index.disk.writer import IndexWriter
from forensics.lexicon.relations import shipped

_GROUP = 4
_GROUPS = 40
_VERIFIED = 5  # one look in so many verifies the index too


def group(number: int, version: int, drawn: random.Random) -> list[Document]:
    """Draw a group of documents."""
    fields = {"group": number, "version": version}
    return [Document(f"{number}/{n}", text(drawn), fields) for n in range(_GROUP)]


def seen(index: DiskIndex, drawn: random.Random) -> str:
    """Return what is wrong with what a reader sees; empty where all is well."""
    versions: dict[Any, list[Any]] = defaultdict(list)
    every = list(index.documents())
    for one in every:
        versions[one.metadata["group"]].append(one.metadata["version"])
    if len(every) != len(index):
        return f"{len(every)} documents of {len(index)}"
    halves = {number: said for number, said in versions.items() if len(said) != _GROUP or len(set(said)) > 1}
    if halves:
        return f"seen by halves: {halves}"
    for one in drawn.sample(every, min(2, len(every))):
        leaders = index.leaders(Document("asking", one.text), 3)
        if not leaders or leaders[0].document != one:
            return f"{one.id} does not lead for its own text"
    return ""


def read(home: Path, until: float, seed: int, results: Any) -> None:  # noqa: ANN401 - a queue
    """Read again and again, and tell how often and what was wrong."""
    drawn, times, wrong = random.Random(seed), 0, []
    while time.time() < until:
        try:
            with DiskIndex(home, shipped()) as index:
                before = len(index), index.state
                found = seen(index, drawn) or seen(index, drawn)
                if times % _VERIFIED == 0:
                    found = found or "; ".join(f"{one.file}: {one.problem}" for one in problems(home))
                if (len(index), index.state) != before:
                    found = "it changed while it was held"
        except Exception as error:
            found = f"{type(error).__name__}: {error}"
        times += 1
        if found:
            wrong.append(found)
    results.put((times, wrong[:5]))


def write(home: Path, until: float, seed: int) -> int:
    """Change groups at random, and return how often."""
    drawn, times = random.Random(seed), 0
    while time.time() < until:
        with IndexWriter(home) as writer:
            number = drawn.randrange(_GROUPS)
            if drawn.random() < 0.25:
                writer.remove(f"{number}/{n}" for n in range(_GROUP))
            else:
                writer.add(group(number, times, drawn))
        times += 1
    return times


def main() -> None:
    """Run the readers and the writer, and end with 1 where anything was wrong."""
    options = parser(__doc__)
    options.add_argument("--seconds", type=float, default=600)
    options.add_argument("--readers", type=int, default=8)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    forking = multiprocessing.get_context("spawn")
    results: Any = forking.Queue()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "index"
        with IndexWriter(home, create=True) as writer:
            writer.finish()
        until = time.time() + given.seconds
        seeds = range(given.seed + 1, given.seed + 1 + given.readers)
        reading = [forking.Process(target=read, args=(home, until, seed, results)) for seed in seeds]
        for one in reading:
            one.start()
        changes = write(home, until, given.seed)
        said = [results.get() for _ in reading]
        for one in reading:
            one.join()
        left = list(problems(home))
    wrong = [what for _, found in said for what in found]
    print(*wrong[:20], *left[:20], sep="\n")
    looked = sum(times for times, _ in said)
    print(
        f"{changes} changes, {looked} looks of {given.readers} readers, {len(wrong)} wrong, {len(left)} problems"
    )
    sys.exit(bool(wrong or left))


if __name__ == "__main__":
    main()
