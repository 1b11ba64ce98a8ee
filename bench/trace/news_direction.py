"""Fit the model that says which of two texts was made from the other, and measure it on stories left out.

Run: python -m bench.trace.news_direction [--write]
Needs the extra bench, and news_reuse of ../shared/data.

Fitted on releases and their children, on what agencies wrote and others printed, and, beside them, on news that we spun
and cut. Each pair stands there both ways, so that the model has no intercept; two children of one release stand there
under both labels, which teaches it to keep silent.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

from bench.arguments import parser
from bench.logistic import fit_model
from bench.texts.places import MODELS
from bench.trace import corpus
from bench.trace.news import FOLDS, REPEATS, Texts
from bench.trace.news_pairs import NewsPair, families, pairs
from forensics.documents.model import Document
from forensics.trace.align.pair import compare_pair
from forensics.trace.models import Model, probability, shipped_models
from forensics.trace.verdict.coverage import coverage
from forensics.trace.verdict.direction import direction_terms
from forensics.trace.verdict.evidence import evidence

TERMS = (
    "release_forms", "retold", "agency", "names_other", "later", "covered", "spun_slots", "exclusive_facts"
)  # fmt: skip
TOLD = 0.82
SPUN = 20  # articles that are spun, twice each
KNOWN, NEITHER = ("release", "syndicated", "spun"), ("two_children", "spun siblings")


@dataclass(frozen=True)
class Row:
    """One pair: `child` is whether a was made from b, None where neither was made from the other."""

    kind: str
    story: str
    terms: dict[str, float]
    child: bool | None


def rows() -> list[Row]:
    texts = Texts()
    wires = [pair for pair in pairs() if pair.kind == "syndicated" and pair.direction]
    found = [_row(texts, pair, "all") for pair in [*families(), *wires]]
    for n, example in enumerate(corpus.news(SPUN)):
        if example.kind in ("news-derived", "news-sibling"):
            a, b = Document(f"{n}a", example.a), Document(f"{n}b", example.b)
            way = "a_from_b" if example.kind == "news-derived" else "common_source"
            kind = "spun" if example.kind == "news-derived" else "spun siblings"
            found.append(_row(texts, NewsPair(kind, a, b, True, way, example.group), example.knows))
    return found


def _row(texts: Texts, pair: NewsPair, knows: str) -> Row:
    a, b = texts.of(pair.a), texts.of(pair.b)
    compared = compare_pair(a, b, corpus.knowledge(knows))
    terms = direction_terms(a.origin, b.origin, *coverage(compared), evidence(compared))
    known = pair.direction in ("a_from_b", "b_from_a")
    return Row(pair.kind, pair.story, terms, pair.direction == "a_from_b" if known else None)


def fitted(found: Sequence[Row]) -> Model:
    """Return the model; a kind weighs as the square root of its pairs."""
    many = Counter(row.kind for row in found)
    seen: list[dict[str, float]] = []
    labels: list[bool] = []
    weights: list[float] = []
    for row in found:
        for sign in (1, -1):
            turned = {name: sign * value for name, value in row.terms.items()}
            # Under both labels at half the weight each where there is no child; twice for those that there is one.
            for label in (True, False) if row.child is None else ((sign == 1) == row.child,) * 2:
                seen.append(turned)
                labels.append(label)
                weights.append((30 / many[row.kind]) ** 0.5 / 2)
    model = fit_model(seen, labels, TERMS, {}, weights)
    return msgspec.structs.replace(model, intercept=0.0)


def left_out(found: Sequence[Row]) -> list[float]:
    stories = sorted({row.story for row in found})
    chances = np.zeros(len(found))
    for seed in range(REPEATS):
        order = stories[:]
        random.Random(seed).shuffle(order)
        fold = {story: n % FOLDS for n, story in enumerate(order)}
        for n in range(FOLDS):
            model = fitted([row for row in found if fold[row.story] != n])
            for k, row in enumerate(found):
                if fold[row.story] == n:
                    chances[k] += probability(row.terms, model) / REPEATS
    return list(map(float, chances))


def main() -> None:
    """Fit, print how the fit does, and write it where that is asked for."""
    options = parser(__doc__)
    options.add_argument("--write", action="store_true", help="write forensics/trace/data/models.json")
    asked = options.parse_args()
    found = rows()
    model = fitted(found)
    print("direction", model)
    for term in TERMS:
        agree = [
            f"{kind} {sum((r.terms[term] > 0) == r.child for r in told)} of {len(told)}"
            for kind in KNOWN
            if (told := [r for r in found if r.kind == kind and r.terms[term]])
        ]
        print(f"  {term:16} is larger for the child in: {', '.join(agree)}")
    chances = left_out(found)
    for cut in (0.75, TOLD, 0.85):
        parts: list[str] = []
        for kind in (*KNOWN, *NEITHER):
            of = [(c, r) for c, r in zip(chances, found, strict=True) if r.kind == kind]
            said = [(c, r) for c, r in of if max(c, 1 - c) >= cut]
            right = sum((c >= 0.5) == r.child for c, r in said)
            parts.append(f"{kind} {len(said)} of {len(of)}" + (f" ({right} right)" if kind in KNOWN else ""))
        print(f"told at {cut}, a story left out: {'; '.join(parts)}")
    if asked.write:
        MODELS.write_bytes(
            msgspec.json.format(
                msgspec.json.encode(msgspec.structs.replace(shipped_models(), direction=model)), indent=2
            )
            + b"\n"
        )


if __name__ == "__main__":
    main()
