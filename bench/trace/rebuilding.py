"""Fit the model that says what of its children's words a missing source held, and rebuild releases that are withheld.

Run: python -m bench.trace.rebuilding [--write]
Needs the extra bench, and news_reuse of ../shared/data.

Every family is rebuilt by a model that was fitted without its story. Recall is of what any child holds of the release,
precision of what is rebuilt; both in runs of four words, of what is rebuilt within its stretches, a mean over families.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import msgspec

from bench.arguments import parser
from bench.logistic import fit_model
from bench.texts.places import MODELS
from bench.trace import corpus
from bench.trace.news import FOLDS, REPEATS
from bench.trace.news_pairs import documents, family_rows
from forensics.trace.align.pair import PairComparison, compare_pair
from forensics.trace.extract.prepare import Prepared, prepare
from forensics.trace.models import Model, shipped_models
from forensics.trace.provenance.held import GRAM, Terms, terms
from forensics.trace.provenance.reconstruct import reconstruct

_WORD = re.compile(r"[a-z0-9]+")
_LIMITS = {"strangers": (0.0, 6.0)}
_OF_A_FAMILY = 100.0  # what the words of a family weigh together, however many there are

Grams = list[tuple[str, ...]]


@dataclass(frozen=True)
class Family:
    """A release, its children, and how these compare."""

    name: str
    release: str
    children: Sequence[Prepared]
    comparisons: Sequence[PairComparison]


@dataclass(frozen=True)
class Score:
    """How much of what any child holds of a release was rebuilt, 0..1, and how much of that is the release's."""

    recall: float
    precision: float | None


def families() -> list[Family]:
    found: list[Family] = []
    for name, source, children in family_rows():
        read = [prepare(documents()[id]) for id in children]
        held = [compare_pair(a, b, corpus.knowledge("all")) for a, b in combinations(read, 2)]
        found.append(Family(name, documents()[source].text, read, held))
    return found


def fitted(found: Sequence[Family]) -> Model:
    """Return the model `held`; every family weighs the same."""
    rows: list[dict[str, float]] = []
    labels: list[bool] = []
    weights: list[float] = []
    for family in found:
        held = set(grams(family.release))
        seen = [
            (row._asdict(), tuple(_WORD.findall(" ".join(filter(None, keys[k : k + GRAM])))) in held)
            for _, _, keys, words in terms(family.children, family.comparisons)
            for k, row in words
        ]
        rows += [row for row, _ in seen]
        labels += [label for _, label in seen]
        weights += [_OF_A_FAMILY / len(seen)] * len(seen)
    return fit_model(rows, labels, Terms._fields, _LIMITS, weights)


def grams(text: str) -> Grams:
    words = _WORD.findall(text.lower())
    return [tuple(words[k : k + GRAM]) for k in range(len(words) - GRAM + 1)]


def score(family: Family, model: Model) -> Score:
    lines = [one.text for one in reconstruct(family.children, family.comparisons, model)]
    release = grams(family.release)
    anywhere = {gram for child in family.children for gram in grams(child.text)}
    rebuilt = [gram for line in lines for gram in grams(line)]
    bound = sum(gram in anywhere for gram in release)
    there, known = set(rebuilt), set(release)
    right = sum(gram in known for gram in rebuilt)
    return Score(
        sum(gram in there for gram in release) / max(1, bound), right / len(rebuilt) if rebuilt else None
    )


def left_out(found: Sequence[Family], repeats: int = REPEATS) -> list[tuple[str, Score]]:
    """Return the scores by models that were fitted without each family, by several divisions."""
    scores: list[tuple[str, Score]] = []
    for seed in range(repeats):
        order = list(range(len(found)))
        random.Random(seed).shuffle(order)
        for n in range(FOLDS):
            out = set(order[n::FOLDS])
            model = fitted([family for k, family in enumerate(found) if k not in out])
            scores += [(found[k].name, score(found[k], model)) for k in sorted(out)]
    return scores


def mean(scores: Sequence[Score]) -> tuple[float, float]:
    """Return mean recall over all, and mean precision over those of which anything was rebuilt."""
    sure = [one.precision for one in scores if one.precision is not None]
    return sum(one.recall for one in scores) / len(scores), sum(sure) / len(sure)


def main() -> None:
    """Fit, print how the fit does, and write it where that is asked for."""
    options = parser(__doc__)
    options.add_argument("--write", action="store_true", help="write forensics/trace/data/models.json")
    asked = options.parse_args()
    found = families()
    model = fitted(found)
    print("held", model)
    scores = left_out(found)
    recall, precision = mean([one for _, one in scores])
    nothing = sum(one.precision is None for _, one in scores)
    print(f"rebuilt, a story left out: recall {recall:.3f}, precision {precision:.3f}, nothing of {nothing}")
    for family in found:
        own = [one for name, one in scores if name == family.name]
        shown = [f"{one.recall:.2f} / {one.precision:.2f}" for one in own if one.precision is not None]
        print(f"  {family.name:10} {len(family.children)} children  {'  '.join(shown)}")
    if asked.write:
        MODELS.write_bytes(
            msgspec.json.format(
                msgspec.json.encode(msgspec.structs.replace(shipped_models(), held=model)), indent=2
            )
            + b"\n"
        )


if __name__ == "__main__":
    main()
