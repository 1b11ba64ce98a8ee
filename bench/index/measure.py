"""What one way to find passages costs at one size, as one line of JSON: forensics' index, or SQLite's FTS5.

Run: python -m bench.index.measure PROGRAM CORPUS HOME [QUERIES]
Needs the extra bench.

PROGRAM is forensics or fts5, CORPUS a file of JSON Lines as bench.index.run makes it, HOME a new folder.
Times are CPU seconds of this process, but for those of one addition and of opening, which wait for the disk.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from bench.arguments import parser
from bench.trace import corpus
from bench.trace.retrieval import queries, rewritten
from forensics.documents.model import Document
from forensics.index.chunks import asked_chunks, sentence_words
from forensics.index.disk.disk import DiskIndex
from forensics.index.disk.writer import IndexWriter
from forensics.lexicon.relations import Knowledge, shipped

Asking = Callable[[Document, int], list[str]]
OTHER = {"moby": "wordnet", "wordnet": "moby"}  # the index never knows the spinner's thesaurus


def documents(path: Path) -> Iterator[Document]:
    """Yield the texts of a corpus."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield Document(record["id"], record["text"])


class Forensics:
    """The index that `forensics index` keeps."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def add(self, texts: Iterable[Document]) -> None:
        with IndexWriter(self.home, create=True) as writer:
            writer.add(texts)
            writer.finish()

    def opened(self, knowledge: Knowledge) -> tuple[Asking, Callable[[], None]]:
        index = DiskIndex(self.home, knowledge)
        return lambda text, count: [one.document.id for one in index.leaders(text, count)], index.close


class Fts5:
    """A table of SQLite's full-text search with stems, asked with the content words of three sentences at a time.

    A document is as good as its best place among the answers.
    """

    def __init__(self, home: Path) -> None:
        home.mkdir(exist_ok=True)
        self.path = home / "fts5.db"

    def add(self, texts: Iterable[Document]) -> None:
        db = sqlite3.connect(self.path)
        db.execute(
            "create virtual table if not exists source using fts5(id unindexed, text, tokenize = 'porter unicode61')"
        )
        db.executemany("insert into source values (?, ?)", ((one.id, one.text) for one in texts))
        db.commit()
        db.close()

    def opened(self, _knowledge: Knowledge) -> tuple[Asking, Callable[[], None]]:
        db = sqlite3.connect(self.path)

        def ask(text: Document, count: int) -> list[str]:
            words = sentence_words(text.text)
            spelt = {word.stem: word.key for sentence in words for word in sentence}
            place: dict[str, int] = {}
            for chunk in asked_chunks(words):
                match = " OR ".join(f'"{spelt[root]}"' for root in chunk)
                found = db.execute(
                    "select id from source where source match ? order by rank limit ?", (match, count)
                )
                for at, (id,) in enumerate(found):
                    place[id] = min(at, place.get(id, at))
            return sorted(place, key=lambda id: (place[id], id))[:count]

        return ask, db.close


def asked(count: int) -> dict[str, list[tuple[str, Document, list[str]]]]:
    """Return questions by kind: the spinner's thesaurus, a text, and the sources to be found."""
    return {
        "spun": [(n, d, [r]) for n in OTHER for d, r in queries(count // 2, 0.8, n)],
        "two sources": [(n, d, r) for n in OTHER for d, r in rewritten(count // 2, n)],
    }


def measure(program: Forensics | Fts5, source: Path, home: Path, count: int) -> dict[str, Any]:
    """Return what building, adding, opening and asking cost, and what is found."""
    began = time.process_time()
    program.add(documents(source))
    row: dict[str, Any] = {"build_s": time.process_time() - began}
    row["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    row["disk"] = sum(path.stat().st_size for path in home.rglob("*") if path.is_file())
    row["documents"] = sum(1 for _ in documents(source))
    row["characters"] = sum(len(one.text) for one in documents(source))
    extra = [Document(f"new/{n}", f"{one.text} {n}") for n, one in enumerate(islice(documents(source), 1005))]
    alone = []
    for one in extra[:5]:
        began = time.perf_counter()
        program.add([one])
        alone.append(time.perf_counter() - began)
    row["add_1_ms"] = 1000 * median(alone)
    began = time.process_time()
    program.add(extra[5:])
    row["add_1000_s"] = time.process_time() - began
    opening = []
    for _ in range(5):
        began = time.perf_counter()
        _, close = program.opened(shipped())
        opening.append(time.perf_counter() - began)
        close()
    row["open_ms"] = 1000 * median(opening)
    spent = []
    for kind, questions in asked(count).items():
        found_among = wanted = 0
        ways = {name: program.opened(corpus.knowledge(OTHER[name])) for name in OTHER}
        for name, text, right in questions:
            began = time.process_time()
            # The article that holds the passage stands among the sources, too: one place more. So may its copy.
            found = ways[name][0](text, 11)
            spent.append(1000 * (time.process_time() - began))
            found_among += sum(id in found for id in right)
            wanted += len(right)
        for _, close in ways.values():
            close()
        row[f"recall, {kind}"] = found_among / wanted
    spent.sort()
    row["ask_p50_ms"], row["ask_p95_ms"] = spent[len(spent) // 2], spent[len(spent) * 95 // 100]
    return row


def main() -> None:
    """Print one line of JSON."""
    options = parser(__doc__)
    options.add_argument("program", choices=["forensics", "fts5"])
    options.add_argument("corpus", type=Path)
    options.add_argument("home", type=Path)
    options.add_argument("queries", type=int, nargs="?", default=100)
    given = options.parse_args()
    program = Forensics(given.home) if given.program == "forensics" else Fts5(given.home)
    print(json.dumps(measure(program, given.corpus, given.home, given.queries)))


if __name__ == "__main__":
    main()
