"""A made-up history of an index, step by step, and what an index answers: what kills, flips and readers are tried on.

Run, as bench.index.kills does in a process of its own: python -m bench.index.work HOME STEPS SEED
Needs nothing beyond forensics.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from bench.arguments import parser
from forensics.documents.model import Document
from forensics.index.disk.disk import DiskIndex
from forensics.index.disk.writer import IndexWriter
from forensics.lexicon.relations import shipped

BATCH = 25  # documents of one commit, so that there are many
_STEP = 60  # documents that a step adds: three commits


@dataclass(frozen=True)
class Step:
    """Documents that are added, some of them in place of others of their ids, or ids that are removed."""

    documents: list[Document]
    removed: list[str]


def history(steps: int, seed: int) -> Iterator[Step]:
    """Yield the steps of a history: three additions, then a removal."""
    drawn = random.Random(seed)
    known: list[str] = []
    for at in range(steps):
        if at % 4 == 3:
            yield Step([], drawn.sample(known, len(known) // 8))
            continue
        fresh = [f"{at}-{n}" for n in range(_STEP)]
        again = drawn.sample(known, min(len(known), 5))
        yield Step(
            [Document(id, text(drawn), {"outlet": f"Gazette {drawn.randrange(9)}"}) for id in fresh + again],
            [],
        )
        known += fresh


def text(drawn: random.Random, sentences: int = 12) -> str:
    """Draw a text of English words that says nothing."""
    words = _words()
    said = (" ".join(drawn.choices(words, k=drawn.randint(6, 20))).capitalize() for _ in range(sentences))
    return ". ".join(said) + "."


@cache
def _words() -> list[str]:
    listed = files("forensics.lang.en").joinpath("data", "words.txt").read_text("utf-8").split()
    return [word for word in listed if word.isascii() and word.isalpha()][:20_000]


def live(home: Path, steps: int, seed: int, *, upto: int | None = None) -> Iterator[int]:
    """Bring the index in `home` through its history, and yield the number of each step once it is done.

    What was done before is found so: an addition again changes nothing.
    """
    with IndexWriter(home, create=True, at_once=BATCH) as writer:
        for at, step in enumerate(history(steps, seed)):
            if upto is not None and at >= upto:
                return
            writer.add(step.documents)
            writer.remove(step.removed)
            yield at
        writer.finish()


def answers(home: Path, questions: list[Document]) -> list[Any]:
    """Return all that an index says: its size, each document, who leads, and who shares a band."""
    with DiskIndex(home, shipped()) as index:
        said: list[Any] = [len(index), index.state.chunks]
        for one in questions:
            said.append(index.document(one.id) if one.id in index else None)
            asked = Document(f"asked {one.id}", one.text)
            said.append([(found.document.id, found.score) for found in index.leaders(asked, 10)])
            said.append(index.near(one.text))
        return said


def main() -> None:
    """Live through a history, telling of each step."""
    options = parser(__doc__)
    options.add_argument("home", type=Path)
    options.add_argument("steps", type=int)
    options.add_argument("seed", type=int)
    given = options.parse_args()
    text(random.Random(0))
    print("begins", flush=True)
    for at in live(given.home, given.steps, given.seed):
        print(at, flush=True)


if __name__ == "__main__":
    main()
