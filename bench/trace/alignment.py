"""Sentence alignment: the two samples that rewrite one article, and siblings made from news with known pairs.

Run: python -m bench.trace.alignment
Needs the extra bench, and trace of ../shared/data.

A made sibling is an article spun with one thesaurus, a third of its sentences
cut and some neighbours fused; it is set beside one spun with another thesaurus and cut, too.
"""

from __future__ import annotations

import csv
import random

from bench.arguments import parser
from bench.texts.corpora import articles
from bench.texts.places import SAMPLES, SHARED
from bench.trace import corpus
from forensics.documents.model import Document
from forensics.lexicon.relations import Knowledge
from forensics.text.sentences import sentences
from forensics.trace.align.pair import PairComparison, compare_pair
from forensics.trace.extract.prepare import Prepared, prepare

Pairs = set[tuple[int, int]]


def f1(found: Pairs, gold: Pairs) -> float:
    return 2 * len(found & gold) / (len(found) + len(gold)) if found or gold else 1.0


def aligned(comparison: PairComparison) -> Pairs:
    return {
        (i, j)
        for one in comparison.aligned
        for i in range(one.bead.i, one.bead.i + one.bead.di)
        for j in range(one.bead.j, one.bead.j + one.bead.dj)
    }


def samples(knowledge: Knowledge) -> float:
    """Return F1 of the sentence pairs of samples 000 and 001 against those judged by hand."""
    a, b = (prepare(Document(n, (SAMPLES / f"{n}.txt").read_text("utf-8"))) for n in ("000", "001"))
    with (SHARED / "trace" / "align_000_001.tsv").open() as rows:
        gold = {
            (_at(a, int(row["start_000"])), _at(b, int(row["start_001"])))
            for row in csv.DictReader(rows, delimiter="\t")
        }
    return f1(aligned(compare_pair(a, b, knowledge)), gold)


def made(count: int = 40, seed: int = 8) -> float:
    """Return mean F1 over made siblings."""
    chance, scores = random.Random(seed), list[float]()
    for article in chance.sample(articles(), count):
        told = [s.of(article.text) for s in sentences(article.text)]
        one, two = _sibling(told, "wordnet", chance, fused=0.25), _sibling(told, "moby", chance, fused=0.0)
        a, b = (
            prepare(Document(str(n), "\n\n".join(text for text, _ in side)))
            for n, side in enumerate((one, two))
        )
        if len(a.sentences) != len(one) or len(b.sentences) != len(two):
            continue
        gold = {(i, j) for i, (_, x) in enumerate(one) for j, (_, y) in enumerate(two) if x & y}
        scores.append(f1(aligned(compare_pair(a, b, corpus.knowledge("all"))), gold))
    return sum(scores) / len(scores)


def _sibling(
    told: list[str], thesaurus: str, chance: random.Random, fused: float
) -> list[tuple[str, set[int]]]:
    """Return sentences with the numbers of those they were made from."""
    found: list[tuple[str, set[int]]] = []
    for number, sentence in enumerate(told):
        if chance.random() < 0.3:
            continue
        text = corpus.spun(sentence, thesaurus, 0.5, number)
        if found and chance.random() < fused and len(found[-1][1]) < 2:
            found[-1] = (found[-1][0].rstrip(".!?\"' ") + ", and " + text, found[-1][1] | {number})
        else:
            found.append((text, {number}))
    return found


def _at(text: Prepared, offset: int) -> int:
    return next(k for k, s in enumerate(text.sentences) if s.start <= offset < s.end)


def main() -> None:
    parser(__doc__).parse_args()
    print(f"samples 000 and 001: F1 {samples(corpus.knowledge('all')):.3f}")
    print(f"made siblings: mean F1 {made():.3f}")


if __name__ == "__main__":
    main()
