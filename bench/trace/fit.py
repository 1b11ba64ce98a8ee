"""Fit the model that weighs passages, and say how many of the candidates it shows.

Run: python -m bench.trace.fit [--write]
Needs the extra bench, and clough_stevenson, pan_verbatim and pan13 of ../shared/data.

Fitted on Clough & Stevenson's answers, on the first half of the PAN sample, on every second pair of PAN 2013, of which
it is known which passages were taken over, and on news spun, cut and set beside its neighbours. The model that weighs
two whole texts is fitted by bench.trace.news.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from bench.arguments import parser
from bench.logistic import fit_model
from bench.texts.places import MODELS
from bench.trace import corpus
from bench.trace.corpus import Example
from bench.trace.pan import Passage
from bench.trace.pan13 import Pan13Pair, pan13_pairs
from forensics.documents.model import Document
from forensics.trace.align import pair as pair_
from forensics.trace.extract.prepare import Prepared, prepare
from forensics.trace.models import Model, shipped_models

_CROSSED = 7  # places by which texts and sources are crossed: never in one class by chance alone
PASSAGE = ("log_words", "similarity", "partnered", "in_slots")

_read: dict[str, Prepared] = {}


def read(text: str) -> Prepared:
    if text not in _read:
        _read[text] = prepare(Document(str(len(_read)), text))
    return _read[text]


def candidates(example: Example) -> list[Mapping[str, float]]:
    """Return the evidence on every passage that alignment proposes, before any is weighed."""
    return [
        pair_.passage_evidence(aligned)
        for aligned in pair_.proposed(read(example.a), read(example.b), corpus.knowledge(example.knows))
    ]


def taken(pairs: Sequence[Pan13Pair]) -> tuple[list[Mapping[str, float]], list[bool]]:
    """Return the evidence on proposed passages of PAN 2013 of which it is known whether they were taken over.

    Those that lie mostly in a case were, those of crossed texts were not; others, such as decoys, are left out.
    """
    rows: list[Mapping[str, float]] = []
    labels: list[bool] = []
    others = [pair.b for pair in pan13_pairs()]
    for pair in pairs:
        for document in (pair.b, others[(others.index(pair.b) + _CROSSED) % len(others)]):
            a, b = read(pair.a.text), read(document.text)
            for aligned in pair_.proposed(a, b, corpus.knowledge("all")):
                inside = _inside(a, b, aligned, pair.cases if document is pair.b else ())
                if inside or document is not pair.b:
                    rows.append(pair_.passage_evidence(aligned))
                    labels.append(inside)
    return rows, labels


def _inside(a: Prepared, b: Prepared, aligned: Sequence[pair_.Aligned], cases: Sequence[Passage]) -> bool:
    """Tell whether a passage touches a case on both sides, and lies in it by half on the first."""
    start, end = a.words[aligned[0].words_a.start].start, a.words[aligned[-1].words_a.stop - 1].end
    low = b.words[min(one.words_b.start for one in aligned)].start
    high = b.words[max(one.words_b.stop for one in aligned) - 1].end
    return any(
        2 * (min(end, c.a_end) - max(start, c.a_start)) > end - start
        and min(high, c.b_end) > max(low, c.b_start)
        for c in cases
    )


def fit_passages(examples: Sequence[Example], pan13: Sequence[Pan13Pair]) -> Model:
    rows, labels = taken(pan13)
    weights = [1.0] * len(rows)
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
    passage = fit_passages(training, [p for p in pan13_pairs() if p.number % 2 == 0 and p.kind != "summary"])
    print("passage", passage)
    candidates_of = dict.fromkeys(sorted({e.kind for e in training}), 0)
    shown = dict(candidates_of)
    for example in training:
        for found in candidates(example):
            candidates_of[example.kind] += 1
            shown[example.kind] += pair_.is_shared(found, passage)
    for kind, total in candidates_of.items():
        print(f"{kind:16} {shown[kind]:5} of {total:5} candidates shown")
    if asked.write:
        fitted = msgspec.structs.replace(shipped_models(), passage=passage)
        MODELS.write_bytes(msgspec.json.format(msgspec.json.encode(fitted), indent=2) + b"\n")


if __name__ == "__main__":
    main()
