"""Fit the models that weigh passages and pairs, and say how they do on what they were not fitted on.

Run: python -m bench.trace.fit [--write]
Needs the extra bench, and clough_stevenson and pan_verbatim of ../shared/data.

Fitted on Clough & Stevenson's answers, on the first half of the PAN
sample and on news spun, cut and set beside its neighbours; measured on the answers of a task left out, the invented
events and the samples.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from bench.arguments import parser
from bench.logistic import auc, fit_model
from bench.texts.places import MODELS
from bench.trace import corpus
from bench.trace.corpus import Example
from forensics.documents.model import Document
from forensics.trace.align import pair
from forensics.trace.extract.prepare import Prepared, prepare
from forensics.trace.models import Model, Models, probability, shipped_models
from forensics.trace.verdict import evidence as pair_evidence

PASSAGE = ("log_words", "similarity", "partnered", "in_slots")
PAIR = ("alignment_density", "order_z", "containment_3gram", "log_run", "log_matched")
LIMITS = {"order_z": (0.0, 6.0)}

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


def compared(example: Example, models: Models) -> Mapping[str, float]:
    a, b, knowledge = read(example.a), read(example.b), corpus.knowledge(example.knows)
    return pair_evidence.evidence(pair.compare_pair(a, b, knowledge, models=models))


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
    held_out = [*corpus.events(), *corpus.samples()]
    passage = fit_passages(training)
    print("passage", passage)
    models = Models(pair=shipped_models().pair, passage=passage)
    seen = [compared(e, models) for e in training]
    weight = [3.0 if e.kind.startswith("answers") else 1.0 for e in training]
    model = fit_model(seen, [e.dependent for e in training], PAIR, LIMITS, weight)
    print("pair", model)
    left_out: dict[str, float] = {}
    for task in "abcde":
        keep = [k for k, e in enumerate(training) if not (e.kind.startswith("answers") and e.group == task)]
        without = fit_model(
            [seen[k] for k in keep],
            [training[k].dependent for k in keep],
            PAIR,
            LIMITS,
            [weight[k] for k in keep],
        )
        for k, e in enumerate(training):
            if e.kind.startswith("answers") and e.group == task:
                left_out[e.a] = probability(seen[k], without)
    answers = [e for e in training if e.kind.startswith("answers")]
    scores, labels = [left_out[e.a] for e in answers], [e.dependent for e in answers]
    right = sum((s > 0.5) == y for s, y in zip(scores, labels, strict=True)) / len(labels)
    print(f"answers, task left out: AUC {auc(scores, labels):.4f}, accuracy {right:.3f}")
    foreign = [
        seen[training.index(e)]["containment_3gram"] < 0.02 and e.kind == "answers-cut" for e in answers
    ]
    kept = [k for k, f in enumerate(foreign) if not f]
    area = auc([scores[k] for k in kept], [labels[k] for k in kept])
    right = sum((scores[k] > 0.5) == labels[k] for k in kept) / len(kept)
    print(f"  without the {sum(foreign)} cut from elsewhere: AUC {area:.4f}, accuracy {right:.3f}")
    by_kind: dict[tuple[str, bool], list[float]] = defaultdict(list)
    for e, row in [*zip(training, seen, strict=True), *((e, compared(e, models)) for e in held_out)]:
        by_kind[e.kind, e.dependent].append(probability(row, model))
    for (kind, dependent), found in sorted(by_kind.items()):
        edge = f"least {min(found):.3f}" if dependent else f"most {max(found):.3f}"
        over = sum(p >= 0.65 for p in found)
        print(
            f"{kind:16} {'dependent' if dependent else 'not':10} {over:3} of {len(found):3} called dependent  {edge}"
        )
    if asked.write:
        fitted = Models(pair=model, passage=passage)
        MODELS.write_bytes(msgspec.json.format(msgspec.json.encode(fitted), indent=2) + b"\n")


if __name__ == "__main__":
    main()
