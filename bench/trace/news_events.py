"""Fit the model that tells two reports of one event from texts that have nothing to do with each other.

Run: python -m bench.trace.news_events [--write]
Needs the extra bench, and news_reuse, pan13 and clough_stevenson of ../shared/data.

Fitted on real reports of one event of which neither depends on the other, and on pairs that cross stories, corpora or
tasks; both whole and by their openings, so that short texts are weighed, too. Every figure of a pair that was fitted on
is of a model that was fitted without its story, or without its first text. Dates of records are no part of the model:
real stories lie months apart, and a model that knew it would weigh nothing else.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import msgspec

from bench.arguments import parser
from bench.logistic import auc, fit_model
from bench.texts import clough_stevenson
from bench.texts.corpora import articles
from bench.texts.places import MODELS, ROOT, SAMPLES, SHARED
from bench.trace import corpus, news_pairs
from forensics.documents.model import Document
from forensics.trace.align.common_event import common_event
from forensics.trace.align.masks import masks
from forensics.trace.align.shared_quotations import shared_quotations
from forensics.trace.align.similarity import cosine
from forensics.trace.extract.prepare import Prepared, prepare
from forensics.trace.models import Model, probability, shipped_models
from forensics.trace.verdict.same_event import chance_same_event, event_evidence

EVENT = ("names_alike", "cosine", "log_figures_alike", "log_words_least")
INDEPENDENT = ("same_event", "shared_quotes")
OPENINGS = (80, 200)
FOLDS = 5
# How many pairs of each kind that have nothing to do with each other, of how many texts.
ACROSS = {"across stories": 4000, "across articles": 3000, "across long texts": 800, "across tasks": 300}
LONG_TEXTS, ARTICLES = 160, 250
# One event stands against so many pairs of strangers: texts that somebody compares are no random pairs.
_STRANGERS = 4


@dataclass(frozen=True)
class EventPair:
    """Two texts, whether they report one event, and what no fold divides."""

    kind: str
    group: str
    a: Prepared
    b: Prepared
    same: bool

    @property
    def seen(self) -> Mapping[str, float]:
        knowledge = corpus.knowledge("all")
        found = common_event(self.a, self.b, knowledge)
        quoted = sum(one.words for one in shared_quotations(self.a, self.b, masks(self.a, self.b)))
        return event_evidence(self.a, self.b, found, cosine(self.a, self.b, knowledge), quoted)


_read: dict[str, Prepared] = {}


def read(document: Document) -> Prepared:
    if document.id not in _read:
        _read[document.id] = prepare(document)
    return _read[document.id]


def real() -> Iterator[EventPair]:
    for pair in news_pairs.pairs():
        if pair.dependent is False and pair.kind in INDEPENDENT:
            yield EventPair(pair.kind, pair.story, read(pair.a), read(pair.b), True)


def made_up() -> Iterator[EventPair]:
    """Yield every two reports of an invented event, and every two samples: nothing is fitted on them."""
    folders = [(f.name, sorted(f.glob("*.txt"))) for f in sorted((ROOT / "tests/trace/events").iterdir())]
    for kind, (name, files) in [
        *(("invented", one) for one in folders),
        ("samples", ("samples", sorted(SAMPLES.glob("00?.txt")))),
    ]:
        texts = [read(Document(f"{name}/{path.name}", path.read_text("utf-8"))) for path in files]
        for a, b in combinations(texts, 2):
            yield EventPair(kind, name, a, b, True)


def across(seed: int = 5) -> Iterator[EventPair]:
    """Yield pairs of texts of different stories, of articles, of long texts, and of answers to two tasks."""
    chance = random.Random(seed)
    stories = {id: pair.story for pair in news_pairs.pairs() for id in (pair.a.id, pair.b.id)}
    news = [
        (stories.get(id, id).split("/")[0], document)
        for id, document in sorted(news_pairs.documents().items())
    ]
    folder = SHARED / "pan13"
    files = sorted(p for p in folder.rglob("*.txt") if p.parent.name in ("src", "susp"))
    chance.shuffle(files)
    long = [(p.name, Document(p.name, p.read_text("utf-8", "replace"))) for p in files[:LONG_TEXTS]]
    every = articles()
    chance.shuffle(every)
    answers = [(one.task, Document(f"{n}", one.text)) for n, one in enumerate(clough_stevenson.answers())]
    for kind, texts in zip(
        ACROSS, (news, [(a.text[:200], a) for a in every[:ARTICLES]], long, answers), strict=True
    ):
        left = ACROSS[kind]
        while left:
            (group, a), (other, b) = chance.sample(texts, 2)
            if group != other:
                left -= 1
                yield EventPair(kind, a.id, read(a), read(b), False)


def opening(text: Prepared, least: int) -> Prepared:
    """Return the first sentences of a text, at least so many words."""
    kept, total = 0, 0
    while kept < len(text.sentences) and total < least:
        total += text.sentences[kept].length
        kept += 1
    end = text.sentences[kept - 1].end if kept else 0
    return replace(
        text,
        sentences=text.sentences[:kept],
        fact_keys=text.fact_keys[:kept],
        facts=tuple(fact for fact in text.facts if fact.start < end),
    )


def openings(pairs: Sequence[EventPair]) -> Iterator[EventPair]:
    for least in OPENINGS:
        for pair in pairs:
            yield replace(
                pair,
                kind=f"{pair.kind}, first {least} words",
                a=opening(pair.a, least),
                b=opening(pair.b, least),
            )


def fitted(rows: Sequence[Mapping[str, float]], same: Sequence[bool]) -> Model:
    weight = (len(same) - sum(same)) / sum(same) / _STRANGERS
    return fit_model(rows, same, EVENT, {}, [weight if one else 1.0 for one in same])


def left_out(pairs: Sequence[EventPair], rows: Sequence[Mapping[str, float]]) -> list[Model]:
    """Return for each pair a model that was fitted without its group."""
    groups = sorted({pair.group for pair in pairs})
    random.Random(3).shuffle(groups)
    fold = {group: n % FOLDS for n, group in enumerate(groups)}
    models: list[Model] = []
    for n in range(FOLDS):
        inside = [k for k, pair in enumerate(pairs) if fold[pair.group] != n]
        models.append(fitted([rows[k] for k in inside], [pairs[k].same for k in inside]))
    return [models[fold[pair.group]] for pair in pairs]


def told(pairs: Sequence[EventPair], chances: Sequence[float]) -> None:
    kinds = Counter(pair.kind for pair in pairs)
    for kind, total in kinds.items():
        called = sum(c >= 0.5 and p.kind == kind for c, p in zip(chances, pairs, strict=True))
        print(f"  {kind:36} {called:4} of {total:4} called one event")


def _of_old(pair: EventPair) -> float:
    a, b = (frozenset[str]().union(*text.fact_keys) for text in (pair.a, pair.b))
    return float(len(a & b) >= 3 and len(a & b) >= 0.15 * max(1, min(len(a), len(b))))


def main() -> None:
    """Fit, print how the fit does, and write it where that is asked for."""
    options = parser(__doc__)
    options.add_argument("--write", action="store_true", help="write forensics/trace/data/models.json")
    asked = options.parse_args()
    whole, strangers = list(real()), list(across())
    fitting = [*whole, *strangers, *openings([*whole, *strangers[::3]])]
    rows = [pair.seen for pair in fitting]
    model = fitted(rows, [pair.same for pair in fitting])
    print("event", model)
    print("by names, words and figures, a story left out")
    models = left_out(fitting, rows)
    chances = [probability(row, one) for row, one in zip(rows, models, strict=True)]
    told(fitting, chances)
    many = len(whole) + len(strangers)
    print(f"  AUC of whole texts {auc(chances[:many], [pair.same for pair in fitting[:many]]):.4f}")
    print("with what both quote, and the days between their records")
    told(fitting[:many], [chance_same_event(row, one) for row, one in zip(rows[:many], models, strict=False)])
    print("whole texts by the rule of old, three shared facts and .15 of the poorer side's")
    told(fitting[:many], [_of_old(pair) for pair in fitting[:many]])
    print("made-up texts, which nothing was fitted on")
    made = list(made_up())
    told(made, [chance_same_event(pair.seen, model) for pair in made])
    if asked.write:
        MODELS.write_bytes(
            msgspec.json.format(
                msgspec.json.encode(msgspec.structs.replace(shipped_models(), event=model)), indent=2
            )
            + b"\n"
        )


if __name__ == "__main__":
    main()
