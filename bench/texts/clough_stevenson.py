"""The corpus of short answers of Clough & Stevenson (2011), in ../shared/data."""

from __future__ import annotations

import csv
from dataclasses import dataclass

from bench.texts.places import SHARED


@dataclass(frozen=True, slots=True)
class Answer:
    """One short answer to a task (a to e), and the page it was to be written from.

    `category` is non (written freely), light or heavy (revised) or cut (pasted).
    """

    name: str
    task: str
    category: str
    text: str
    original: str


def answers() -> list[Answer]:
    """Return the 95 answers."""
    folder = SHARED / "clough_stevenson"
    originals = {t: (folder / f"orig_task{t}.txt").read_text("latin-1") for t in "abcde"}
    with (folder / "file_information.csv").open(encoding="latin-1") as lines:
        rows = [r for r in csv.DictReader(lines) if r["Category"] != "orig"]
    return [
        Answer(
            name=r["File"],
            task=r["Task"],
            category=r["Category"],
            text=(folder / r["File"]).read_text("latin-1"),
            original=originals[r["Task"]],
        )
        for r in rows
    ]
