"""Fit the model that tells a passage taken over alone from one that two reports of one event share anyway.

Run: python -m bench.trace.inserted [--write]
Needs the extra bench, and pan13, news_reuse and clough_stevenson of ../shared/data.

Fitted on every second pair of PAN 2013, on independent news, on news beside its nearest article and on answers that
nobody copied; of these, figures are of pairs whose story was left out. An accusation weighs as two misses.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from bench.arguments import parser
from bench.logistic import fit_model
from bench.texts.places import MODELS
from bench.trace import corpus
from bench.trace.news import Texts
from bench.trace.news_pairs import pairs as news_pairs
from bench.trace.pan13 import crossings, pan13_pairs
from forensics.documents.model import Document
from forensics.trace.align.pair import compare_pair
from forensics.trace.extract.prepare import prepare
from forensics.trace.models import Model, probability, shipped_models
from forensics.trace.verdict.evidence import inserted_evidence

INSERTED = ("inserted_similarity", "inserted_partnered", "rest_alike", "rest_names_alike")
FOLDS = 5
_ACCUSATION = 2.0


@dataclass(frozen=True)
class Row:
    """A pair, whether a passage was taken over, and its evidence: empty where no passage is shared."""

    kind: str
    story: str
    taken: bool
    seen: Mapping[str, float]
    fitted: bool = True


def rows() -> list[Row]:
    """Return all pairs; every second one of PAN 2013 and the events are not fitted on."""
    texts = Texts()
    knowledge = corpus.knowledge("all")

    def seen(a: Document, b: Document) -> Mapping[str, float]:
        return inserted_evidence(compare_pair(texts.of(a), texts.of(b), knowledge).inserted)

    found = [
        Row(f"pan13 {p.kind}", p.a.id, bool(p.cases), seen(p.a, p.b), fitted=p.number % 2 == 0)
        for p in pan13_pairs()
    ]
    found += [Row("pan13 crossed", a.id, False, seen(a, b)) for a, b in crossings()]
    found += [
        Row("independent news", p.story, False, seen(p.a, p.b))
        for p in news_pairs()
        if p.dependent is False and not p.doubted
    ]
    for n, e in enumerate((*corpus.answers(), *corpus.news(40), *corpus.events(), *corpus.samples())):
        if not e.dependent:
            a, b = prepare(Document(f"{n}a", e.a)), prepare(Document(f"{n}b", e.b))
            evidence = inserted_evidence(compare_pair(a, b, knowledge).inserted)
            found.append(Row(e.kind, e.group, False, evidence, fitted=e.kind in ("answers-non", "news-near")))
    return found


def fitted(found: Sequence[Row]) -> Model:
    some = [row for row in found if row.seen and row.fitted]
    weights = [1.0 if row.taken else _ACCUSATION for row in some]
    return fit_model([row.seen for row in some], [row.taken for row in some], INSERTED, {}, weights)


def left_out(found: Sequence[Row]) -> list[float]:
    """Return each pair's chance by a model that was fitted without its story."""
    stories = sorted({row.story for row in found})
    random.Random(5).shuffle(stories)
    fold = {story: k % FOLDS for k, story in enumerate(stories)}
    models = [fitted([row for row in found if fold[row.story] != k]) for k in range(FOLDS)]
    return [probability(row.seen, models[fold[row.story]]) if row.seen else 0.0 for row in found]


def main() -> None:
    """Fit, print how the fit does, and write it where that is asked for."""
    options = parser(__doc__)
    options.add_argument("--write", action="store_true", help="write forensics/trace/data/models.json")
    asked = options.parse_args()
    found = rows()
    chances = left_out(found)
    for kind, taken, fit in dict.fromkeys((row.kind, row.taken, row.fitted) for row in found):
        here = [
            c
            for c, r in zip(chances, found, strict=True)
            if (r.kind, r.taken, r.fitted) == (kind, taken, fit)
        ]
        print(
            f"{kind:18} {'taken over' if taken else 'nothing taken':14} {'' if fit else 'not fitted on':14} "
            f"{sum(c >= 0.5 for c in here):3} of {len(here):3} from .5 on, {sum(c > 0.3 for c in here):3} above .3"
        )
    model = fitted(found)
    print("inserted", model)
    if asked.write:
        ships = msgspec.structs.replace(shipped_models(), inserted=model)
        MODELS.write_bytes(msgspec.json.format(msgspec.json.encode(ships), indent=2) + b"\n")


if __name__ == "__main__":
    main()
