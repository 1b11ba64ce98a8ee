"""What an index on disk costs as it grows: building, room, opening, additions and questions.

Run: python -m bench.index.growth CORPUS.jsonl [--documents 10000] [--index DIR]
Needs a corpus with some 1,300 documents more than are built, such as bench/dedupe/generate.py makes.

Times are of the processor, in milliseconds, the median of some; the shortest by the clock stands beside, since other
work on the machine counts there. With --index an index that was built before is copied and measured, and not built.
"""

from __future__ import annotations

import json
import resource
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from bench.arguments import parser
from forensics.documents.model import Document
from forensics.index.disk.disk import DiskIndex
from forensics.index.disk.making import describe
from forensics.index.disk.snapshot import open_snapshot
from forensics.index.disk.writer import IndexWriter
from forensics.lexicon.relations import shipped

_ADDED, _ALONE, _ASKED = 1000, 24, 40


def documents(corpus: Path, first: int, count: int) -> list[Document]:
    """Return some documents of a corpus, under ids that say their place."""
    with corpus.open(encoding="utf-8") as lines:
        return [
            Document(str(first + at), json.loads(line)["text"])
            for at, line in enumerate(islice(lines, first, first + count))
        ]


def timed(work: Callable[[int], object], times: int) -> str:
    """Return what a piece of work costs."""
    processor, clock = [], []
    for at in range(times):
        begun, used = time.perf_counter(), time.process_time()
        work(at)
        processor.append(1e3 * (time.process_time() - used))
        clock.append(1e3 * (time.perf_counter() - begun))
    return f"{statistics.median(processor):.1f} ms (clock at least {min(clock):.1f})"


def measured(home: Path, more: list[Document]) -> None:
    """Print what opening, additions and questions cost."""
    open_snapshot(home).close()
    print("opening", timed(lambda _: open_snapshot(home).close(), 20))
    with DiskIndex(home, shipped()) as index:
        index.leaders(more[0], 10)
        print("one question", timed(lambda at: index.leaders(more[at], 10), _ASKED))
    with IndexWriter(home) as writer:
        writer.add(more[:1])
        print("adding one", timed(lambda at: writer.add([more[1 + at]]), _ALONE))
        print("adding a thousand", timed(lambda _: writer.add(more[-_ADDED:]), 1))


def main() -> None:
    """Build or copy an index, and print a line for each measure."""
    options = parser(__doc__)
    options.add_argument("corpus", type=Path)
    options.add_argument("--documents", type=int, default=10_000, help="how many are built")
    options.add_argument("--index", type=Path, default=None, help="an index of so many that was built before")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "index"
        if given.index is None:
            used = time.process_time()
            with IndexWriter(home, create=True) as writer:
                writer.add(
                    one
                    for first in range(0, given.documents, 5000)
                    for one in documents(given.corpus, first, min(5000, given.documents - first))
                )
                writer.finish()
            used = time.process_time() - used
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"building {1e3 * used / given.documents:.2f} ms a document, at most {peak:.0f} MB")
        else:
            shutil.copytree(given.index, home)
        info = describe(home)
        print(f"{info.documents} documents, {info.bytes / info.documents:.0f} bytes each")
        measured(home, documents(given.corpus, given.documents, _ADDED + _ALONE + _ASKED))


if __name__ == "__main__":
    main()
