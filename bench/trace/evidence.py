"""Measure what one text says about itself: false finds in clean text, and what spinning leaves to be found.

Run: python -m bench.trace.evidence [CORPUS ...]
Needs the extra bench and FORENSICS_CORPORA (bench/texts/corpora.py says what the corpora are). The grammars were tuned
by eye on bbc alone.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Sequence

from bench.arguments import parser
from bench.texts.corpora import CORPORA, Text
from bench.texts.spinner import spin
from bench.texts.vocabularies import Table, table
from forensics.lexicon import load
from forensics.text.edits import Edit
from forensics.trace.extract.claims import find_claims
from forensics.trace.extract.facts import find_facts
from forensics.trace.extract.residue import find_residue

PARTS = ("fit", "calibrate", "test")
SPUN_DOCUMENTS = 200


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


def spun(name: str, documents: Sequence[Text], spinner: str, known: Table, rate: float) -> None:
    """Print which share of the outlets cited, and of the facts, survive spinning; and outlets that were not there."""
    kept: Counter[str] = Counter()
    cited = facts = 0
    for _, text in documents[:SPUN_DOCUMENTS]:
        observed, gold = spin(text, known, rate, seed=1)
        edits = tuple(Edit(g.start, g.end, g.observed, g.original) for g in gold)
        wanted, told = _cited(text, ()), _facts(text, ())
        cited, facts = cited + wanted.total(), facts + told.total()
        for label, seen in (("unknown", ()), ("known", edits)):
            found = _cited(observed, seen)
            kept[f"cited {label}"] += (wanted & found).total()
            kept[f"invented {label}"] += (found - wanted).total()
            kept[f"facts {label}"] += (told & _facts(observed, seen)).total()
    for label in ("unknown", "known"):
        print(
            f"{name:10} {spinner:6} edits {label:8} outlets kept {kept[f'cited {label}'] / max(cited, 1):.3f}, "
            f"invented {kept[f'invented {label}'] / max(cited, 1):.3f} (of {cited}); "
            f"facts kept {kept[f'facts {label}'] / max(facts, 1):.3f} (of {facts})"
        )


def _spinners() -> dict[str, tuple[Table, float]]:
    """Return a spinner that writes the shipped pairs, which the grammars know, and one that they do not know."""
    pairs = (pair for found in load().pairs.values() for pair in found)
    known = Table(
        (" ".join(pair.observed), " ".join(pair.original), pair.pages)
        for pair in pairs
        if pair.family == "autoblog" and not pair.inflected
    )
    return {"pairs": (known, 0.9), "moby": (table("moby"), 0.5)}


def _cited(text: str, edits: Sequence[Edit]) -> Counter[str]:
    return Counter(c.outlet for c in find_claims(text, edits) if c.cited == "media")


def _facts(text: str, edits: Sequence[Edit]) -> Counter[str]:
    return Counter(f.normalised for f in find_facts(text, edits) if f.kind != "quote")


def main() -> None:
    """Print what is found in each corpus, and in news once it is spun."""
    options = parser(__doc__)
    known = f"{', '.join(CORPORA)}; bbc where none is named"
    options.add_argument("corpus", nargs="*", metavar="CORPUS", help=known)
    for name in options.parse_args().corpus or ["bbc"]:
        documents = [document for part in PARTS for document in CORPORA[name](part)]
        clean(name, documents)
        if name in ("bbc", "lee"):
            for spinner, (words, rate) in _spinners().items():
                spun(name, documents, spinner, words, rate)


if __name__ == "__main__":
    main()
