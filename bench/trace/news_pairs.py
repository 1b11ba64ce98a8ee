"""Pairs of real news texts with known answers: who published what, and which labels are doubted."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from bench.texts.places import SHARED
from forensics.documents.model import Document

FOLDER = SHARED / "news_reuse"
_RECORD = ("date", "outlet")
# Labelled as syndicated, and read: what they share are the posts or the block statements that both report on.
_DOUBTED = {
    ("5Hka59Psq0GTY4LT", "KafdS7KKB1k59UOw"),
    ("McC2XJcY5EWgtcdW", "mBDDmFS1HjdQsDgL"),
    ("5Xciy86P9mkmzK3M", "EobjYvdn55cWiuDh"),
    ("0x9YvBz7tCn63czZ", "pxgjyuIsXYNOtY3l"),
    ("XuYSQMZfrVpByN6v", "rBvpjJPHLiirbIT7"),
    # What these share are the captions of one newsroom's gallery.
    ("CfykohnBkO2yJqXt", "LZc5Bocji6rzb3kF"),
    ("CfykohnBkO2yJqXt", "PDAM85ZssHBIl1Ql"),
    ("CfykohnBkO2yJqXt", "UvK0Apyxdxjq4GuM"),
    ("CfykohnBkO2yJqXt", "gfWcmYK3lPC8VbWS"),
    ("CfykohnBkO2yJqXt", "uJzatBqs1rRHUxgn"),
    ("RISoLxWLjiLrt6F7", "TJ27QAu0LsjY4O8m"),
}


@dataclass(frozen=True)
class NewsPair:
    """Two texts: `dependent` is None for passages that one newsroom used again; `story` joins pairs of one story."""

    kind: str
    a: Document
    b: Document
    dependent: bool | None
    direction: str
    story: str
    doubted: bool = False


@cache
def documents() -> dict[str, Document]:
    records = (
        json.loads(line) for line in (FOLDER / "documents.jsonl").read_text("utf-8").split("\n") if line
    )
    return {
        r["id"]: Document(r["id"], r["text"], metadata={k: r[k] for k in _RECORD if r.get(k)})
        for r in records
    }


def pairs() -> list[NewsPair]:
    """Return the pairs in the order of their table, each with the story that it belongs to."""
    rows = _rows("pairs.tsv")
    stories = _stories([(row["a"], row["b"]) for row in rows])
    texts = documents()
    return [
        NewsPair(
            row["kind"],
            texts[row["a"]],
            texts[row["b"]],
            None if row["dependent"] == "background" else row["dependent"] == "1",
            row["direction"],
            story,
            (row["a"], row["b"]) in _DOUBTED,
        )
        for row, story in zip(rows, stories, strict=True)
    ]


def families() -> Iterator[NewsPair]:
    """Yield every child of a release with it, and every two children of one release."""
    texts = documents()
    for family, source, children in family_rows():
        for child in children:
            yield NewsPair("release", texts[child], texts[source], True, "a_from_b", family)
        for a, b in combinations(children, 2):
            yield NewsPair("two_children", texts[a], texts[b], True, "common_source", family)


def family_rows() -> list[tuple[str, str, list[str]]]:
    """Return the families by name, each with the id of its release and those of its children."""
    return [(row["family"], row["source"], row["children"].split(" | ")) for row in _rows("families.tsv")]


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def _stories(linked: Sequence[tuple[str, str]]) -> list[str]:
    """Return for each pair the story that it is part of: texts are joined by pairs, and releases by their number."""
    parent: dict[str, str] = {}

    def root(id: str) -> str:
        while parent.setdefault(id, id) != id:
            id = parent[id]
        return id

    for pair in linked:
        for id in (*pair, *(id.split("/")[0] for id in pair if "/" in id)):
            parent[root(id)] = root(pair[0])
    return [root(a) for a, _ in linked]
