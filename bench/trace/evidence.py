"""Measure what one text says about itself: false finds in clean text, and what spinning leaves to be found.

Run `FORENSICS_CORPORA=... python -m bench.trace.evidence bbc lee dialogue books` from the project's root;
bench/spin/README.md says where the corpora come from. The grammars were tuned by eye on bbc alone.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence

from bench.spin.corpora import CORPORA, Text
from bench.spin.spinner import Table, spin, table
from forensics.lexicon import load
from forensics.text.edits import Edit
from forensics.trace.claims import find_claims
from forensics.trace.facts import find_facts
from forensics.trace.residue import find_residue

PARTS = ("fit", "calibrate", "test")
SPUN_DOCUMENTS = 200
RATE = 0.9


def clean(name: str, documents: Iterable[Text]) -> None:
    """Print what is found per million words of text that was never spun and left no page."""
    words = residue = unspun = claims = 0
    started = time.process_time()
    shown: list[str] = []
    for _, text in documents:
        words += len(text.split())
        left = find_residue(text)
        cited = find_claims(text)
        residue += len(left)
        claims += len(cited)
        renamed = [c for c in cited if c.spun_from is not None]
        unspun += len(renamed)
        shown += [repr(r.text[:60]) for r in left] + [f"{c.spun_from} -> {c.outlet}" for c in renamed]
    seconds = time.process_time() - started
    per_million = 1e6 / max(words, 1)
    print(
        f"{name:10} clean  {words:8} words  residue {residue * per_million:5.1f}/M  renamed outlets "
        f"{unspun * per_million:5.1f}/M  claims {claims * per_million:6.0f}/M  {words / seconds:6.0f} words/s"
    )
    for line in shown[:8]:
        print(" " * 11 + line)


def spun(name: str, documents: Sequence[Text]) -> None:
    """Print which share of the outlets cited, and of the facts, survive spinning by the shipped pairs."""
    known_pairs = _spinner()
    kept: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for _, text in documents[:SPUN_DOCUMENTS]:
        observed, gold = spin(text, known_pairs, RATE, seed=1)
        edits = tuple(Edit(g.start, g.end, g.observed, g.original) for g in gold)
        wanted = _cited(text, ())
        facts = _facts(text, ())
        for label, known in (("edits unknown", ()), ("edits known", edits)):
            total[f"cited, {label}"] += wanted.total()
            kept[f"cited, {label}"] += (wanted & _cited(observed, known)).total()
            total[f"invented, {label}"] += wanted.total()
            kept[f"invented, {label}"] += (_cited(observed, known) - wanted).total()
            total[f"facts, {label}"] += facts.total()
            kept[f"facts, {label}"] += (facts & _facts(observed, known)).total()
    for label in sorted(total):
        print(f"{name:10} spun   {label:24} {kept[label] / max(total[label], 1):.3f} of {total[label]}")


def _spinner() -> Table:
    pairs = (pair for found in load().pairs.values() for pair in found)
    return table(
        (" ".join(pair.observed), " ".join(pair.original), pair.pages)
        for pair in pairs
        if pair.family == "autoblog" and not pair.inflected
    )


def _cited(text: str, edits: Sequence[Edit]) -> Counter[str]:
    return Counter(c.outlet for c in find_claims(text, edits) if c.cited == "media")


def _facts(text: str, edits: Sequence[Edit]) -> Counter[str]:
    return Counter(f.normalised for f in find_facts(text, edits) if f.kind != "quote")


def main(names: Sequence[str]) -> None:
    for name in names or ["bbc"]:
        documents = [document for part in PARTS for document in CORPORA[name](part)]
        clean(name, documents)
        if name in ("bbc", "lee"):
            spun(name, documents)


if __name__ == "__main__":
    main(sys.argv[1:])
