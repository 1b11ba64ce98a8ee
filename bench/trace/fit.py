"""Fit the model that weighs passages, and say how many of the candidates it shows.

Run: python -m bench.trace.fit [--write]
Needs the extra bench, and clough_stevenson and pan_verbatim of ../shared/data.

Fitted on Clough & Stevenson's answers, on the first half of the PAN sample and on news spun, cut and set beside its
neighbours. The model that weighs two whole texts is fitted by bench.trace.news.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from bench.arguments import parser
from bench.logistic import fit_model
from bench.texts.places import MODELS
from bench.trace import corpus
from bench.trace.corpus import Example
from forensics.documents.model import Document
from forensics.trace.align import pair
from forensics.trace.extract.prepare import Prepared, prepare
from forensics.trace.models import Model, shipped_models

PASSAGE = ("log_words", "similarity", "partnered", "in_slots")

_read: dict[str, Prepared] = {}


def read(text: str) -> Prepared:
    if text not in _read:
        _read[text] = prepare(Document(str(len(_read)), text))
    return _read[text]


def candidates(example: Example) -> list[Mapping[str, float]]:
    """Return the evidence on every passage that alignment proposes, before any is weighed."""
    return [
        pair.passage_evidence(aligned)
        for aligned in pair.proposed(read(example.a), read(example.b), corpus.knowledge(example.knows))
    ]


def fit_passages(examples: Sequence[Example]) -> Model:
    rows: list[Mapping[str, float]] = []
    labels: list[bool] = []
    weights: list[float] = []
    for example in examples:
        found = candidates(example)
        # Where the texts depend, the longest passage is sure to be one; of the others nobody knows.
        found = sorted(found, key=lambda f: -f["log_words"])[:1] if example.dependent else found
        rows += found
        labels += [example.dependent] * len(found)
        weights += [1.0] * len(found)
    return fit_model(rows, labels, PASSAGE, {}, weights)


def main() -> None:
    """Fit, print how the fits do, and write them where that is asked for."""
    options = parser(__doc__)
    options.add_argument("--write", action="store_true", help="write forensics/trace/data/models.json")
    asked = options.parse_args()
    training = [*corpus.answers(), *corpus.passages(range(30)), *corpus.news(40)]
    passage = fit_passages(training)
    print("passage", passage)
    candidates_of = dict.fromkeys(sorted({e.kind for e in training}), 0)
    shown = dict(candidates_of)
    for example in training:
        for found in candidates(example):
            candidates_of[example.kind] += 1
            shown[example.kind] += pair.is_shared(found, passage)
    for kind, total in candidates_of.items():
        print(f"{kind:16} {shown[kind]:5} of {total:5} candidates shown")
    if asked.write:
        fitted = msgspec.structs.replace(shipped_models(), passage=passage)
        MODELS.write_bytes(msgspec.json.format(msgspec.json.encode(fitted), indent=2) + b"\n")


if __name__ == "__main__":
    main()
