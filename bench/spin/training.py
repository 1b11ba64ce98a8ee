"""Spun documents to learn from, with part of what spun them hidden from the detector."""

import csv
import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corpora import CORPORA, ROOT
from spinner import Gold, Table, spin, table

from forensics.lexicon import Lexicon
from forensics.spin.candidates import Candidate

PAIRS = Path(__file__).parent.parent.parent / "tools" / "lexicon" / "spin_pairs.tsv"
HIDDEN_PAIRS, HIDDEN_LINKS = 0.25, 0.3  # shares of what spinners know and the detector does not


@dataclass(frozen=True)
class Spun:
    """A spun document, how it was spun, and a seed for what is hidden while it is read."""

    id: str
    text: str
    original: str
    gold: list[Gold]
    spinner: str


def pair_table(families: tuple[str, ...] = ("autoblog",), pages: frozenset[str] | None = None) -> Table:
    """Return the spinner that the shipped pairs describe; `pages` keeps the pairs seen on those pages only."""
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        rows = [
            (r["observed"].lower(), o.strip().lower(), float(r["count_in_spun"]))
            for r in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if r["family"] in families and (pages is None or pages & set(r["pages"].split(",")))
            for o in r["original"].split("|")
        ]
    return table(rows)


def thesaurus_table(name: str) -> Table:
    """Return the spinner that a thesaurus makes: moby, wordnet or mythes."""
    rows = (line.rstrip("\n").split("\t") for line in (ROOT / f"{name}.tsv").open())
    return table((a, b, float(w)) for a, b, w in rows)


SPINNERS = ("autoblog", "moby", "wordnet", "mythes")


def spinner(name: str) -> Table:
    """Return a spinner by name."""
    return (
        pair_table((name,))
        if name in ("autoblog", "chemical", "usedtobe", "other")
        else thesaurus_table(name)
    )


def spun(corpus: str, part: str, names: tuple[str, ...], count: int, seed: int = 1) -> Iterator[Spun]:
    """Yield up to `count` documents of a corpus' part, each spun by one of `names` in turn."""
    tables = {name: spinner(name) for name in names}
    documents = sorted(CORPORA[corpus](part), key=lambda d: hashlib.sha256(d[0].encode()).hexdigest())
    for i, (id_, text) in enumerate(documents[:count]):
        name = names[i % len(names)]
        rate = random.Random(f"{seed}{id_}").uniform(0.35, 0.95)
        made, gold = spin(text, tables[name], rate, seed)
        yield Spun(id_, made, text, gold, name)


def hide(candidates: list[Candidate], document: Spun) -> list[Candidate]:
    """Return the candidates less those that chance, fixed for the document, hides."""

    def chance(c: Candidate, kind: str) -> float:
        digest = hashlib.sha256(
            f"{document.id}{kind}{c.pair and c.pair.observed}{c.original}".encode()
        ).digest()
        return digest[0] / 256

    kept = []
    for c in candidates:
        if document.spinner in ("autoblog", "chemical", "usedtobe", "other"):
            if c.pair is not None and chance(c, "pair") < HIDDEN_PAIRS:
                c = replace(c, pair=None)
        else:
            c = replace(c, pair=None) if chance(c, "pair") < 0.5 else c
            if c.flags and chance(c, "link") < HIDDEN_LINKS:
                c = replace(c, flags=0, strength=0.0)
        if c.pair is not None or c.flags:
            kept.append(c)
    return kept


__all__ = ["Lexicon", "Spun", "hide", "pair_table", "spinner", "spun", "thesaurus_table"]
