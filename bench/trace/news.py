"""Fit the model that weighs two texts on real news, and say how it does on stories that it was not fitted on.

Run: python -m bench.trace.news [--write]
Needs the extra bench, and news_reuse, clough_stevenson and pan_verbatim of ../shared/data.

Fitted on real pairs and, beside them, on Clough & Stevenson's answers, on half of the PAN sample and on news spun, cut
and set beside its neighbours; every figure but those of the invented events, the samples and the disguises is of pairs
whose story was left out. Labels that are doubted are fitted on nowhere and counted apart.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec
import numpy as np

from bench.arguments import parser
from bench.logistic import auc, brier, fit_model
from bench.texts.places import MODELS
from bench.trace import corpus
from bench.trace.news_pairs import NewsPair, pairs
from forensics.api.trace import reader
from forensics.documents.model import Document
from forensics.settings import TraceSettings
from forensics.text.annotate import AnnotatedText
from forensics.trace.align.pair import compare_pair
from forensics.trace.extract.prepare import Prepared, prepare
from forensics.trace.models import Model, probability, shipped_models
from forensics.trace.verdict.decide import DEPENDENT, UNDATED
from forensics.trace.verdict.evidence import evidence
from forensics.trace.verdict.judge import judge

PAIR = (
    "log_run_information",
    "log_one_sided_words",
    "log_long_runs",
    "log_close_sentences",
    "containment_3gram",
    "alignment_density",
    "order_z",
)
LIMITS = {"containment_3gram": (0.0, 0.5), "alignment_density": (0.0, 0.6), "order_z": (0.0, 6.0)}
FOLDS, REPEATS = 5, 4
HELD_OUT = ("event", "event-spun", "event-source", "samples")

Evidence = Mapping[str, float]


@dataclass(frozen=True)
class Row:
    """One pair as the model sees it."""

    kind: str
    story: str
    dependent: bool
    seen: Evidence


class Texts:
    """Texts read as tracing reads them, each once."""

    def __init__(self) -> None:
        self._spinning = reader()
        self._read: dict[tuple[str, str], Prepared] = {}

    def of(self, document: Document) -> Prepared:
        key = (document.id, document.text)
        if key not in self._read:
            text = AnnotatedText(document.text)
            self._read[key] = prepare(document, self._spinning(text), text=text)
        return self._read[key]

    def evidence(self, pair: NewsPair) -> Evidence:
        return evidence(compare_pair(self.of(pair.a), self.of(pair.b), corpus.knowledge("all")))


def made_up() -> list[Row]:
    """Return the pairs that are fitted on beside real news, and those that are only measured on."""
    examples = [
        *corpus.answers(),
        *corpus.passages(range(30)),
        *corpus.news(40),
        *corpus.events(),
        *corpus.samples(),
    ]
    found: list[Row] = []
    for n, e in enumerate(examples):
        a, b = prepare(Document(f"{n}a", e.a)), prepare(Document(f"{n}b", e.b))
        seen = evidence(compare_pair(a, b, corpus.knowledge(e.knows)))
        found.append(Row(e.kind, f"made {e.group}", e.dependent, seen))
    return found


def fitted(rows: Sequence[Row]) -> Model:
    """Return the model; a kind weighs as the square root of its pairs, so that none drowns the others."""
    many = Counter(row.kind for row in rows)
    weights = [(30 / many[row.kind]) ** 0.5 for row in rows]
    return fit_model([r.seen for r in rows], [r.dependent for r in rows], PAIR, LIMITS, weights)


def left_out(rows: Sequence[Row], fit: Callable[[Sequence[Row]], Model] = fitted) -> list[float]:
    """Return for each row its chance by models that were fitted without its story, a mean over several divisions."""
    stories = sorted({row.story for row in rows})
    chances = np.zeros(len(rows))
    for seed in range(REPEATS):
        order = stories[:]
        random.Random(seed).shuffle(order)
        fold = {story: n % FOLDS for n, story in enumerate(order)}
        for n in range(FOLDS):
            model = fit([row for row in rows if fold[row.story] != n])
            for k, row in enumerate(rows):
                if fold[row.story] == n:
                    chances[k] += probability(row.seen, model) / REPEATS
    return list(map(float, chances))


def told(name: str, rows: Sequence[Row], chances: Sequence[float], cut: float = 0.5) -> None:
    truth = [row.dependent for row in rows]
    called = [chance >= cut for chance in chances]
    right = sum(c and t for c, t in zip(called, truth, strict=True))
    print(
        f"{name}: precision {right / max(1, sum(called)):.3f}, recall {right / sum(truth):.3f}, falsely called "
        f"{sum(called) - right} of {len(truth) - sum(truth)}, Brier {brier(chances, truth):.4f}, "
        f"AUC {auc(chances, truth):.4f}"
    )


def by_kind(rows: Sequence[Row], chances: Sequence[float]) -> None:
    kinds: dict[tuple[str, bool], list[float]] = defaultdict(list)
    for row, chance in zip(rows, chances, strict=True):
        kinds[row.kind, row.dependent].append(chance)
    for (kind, dependent), found in sorted(kinds.items()):
        edge = f"least {min(found):.3f}" if dependent else f"most {max(found):.3f}"
        over = sum(chance >= 0.5 for chance in found)
        print(
            f"  {kind:16} {'dependent' if dependent else 'not':10} {over:3} of {len(found):3} called so  {edge}"
        )


DISGUISES: Mapping[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "every paragraph in marks": lambda text: _lines(text, "“{}”"),
    "and “he said.” behind it": lambda text: _lines(text, "“{}” he said."),
    "in single marks, and said": lambda text: _lines(text, "‘{}’ said Mr Smith."),
    "in guillemets, and wrote": lambda text: _lines(text, "«{}» she wrote."),
    "in straight marks, and added": lambda text: _lines(text, '"{}" he added.'),
    "two of three paragraphs": lambda text: _lines(text, "“{}” he said.", every=3),
}


def _lines(text: str, form: str, every: int = 0) -> str:
    bare = text.translate({ord(mark): None for mark in '“”"«»'})
    shown = [line.strip() for line in bare.split("\n") if line.strip()]
    return "\n\n".join(
        line if every and n % every == every - 1 else form.format(line) for n, line in enumerate(shown)
    )


def disguised(texts: Texts, found: Sequence[NewsPair], model: Model) -> None:
    """Say how many copies are found whose every paragraph an author put in quotation marks."""
    whole = [
        pair
        for pair in found
        if pair.dependent and not pair.doubted and pair.kind in ("syndicated", "release")
    ]
    for name, wrap in DISGUISES.items():
        called = 0
        for n, pair in enumerate(whole):
            b = Document(f"{name} {n}", wrap(pair.b.text))
            a = texts.of(pair.a)
            seen = evidence(compare_pair(a, prepare(b), corpus.knowledge("all")))
            called += probability(seen, model) >= 0.5
        print(f"  {name:30} {called} of {len(whole)}")


def named(texts: Texts, found: Sequence[NewsPair]) -> None:
    """Print what the models that ship name the pairs, kind by kind; they were fitted on these pairs."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in found:
        compared = compare_pair(texts.of(pair.a), texts.of(pair.b), corpus.knowledge("all"))
        verdict = judge(compared, TraceSettings(), shipped_models())
        counts[pair.kind][verdict.relation] += 1
        if pair.direction and verdict.relation in DEPENDENT:
            told = "unknown" if verdict.direction == "unknown" else verdict.direction == pair.direction
            counts[f"{pair.kind}, {pair.direction}"][
                {"unknown": "unknown", True: "right", False: "wrong"}[told]
            ] += 1
    for kind, relations in sorted(counts.items()):
        print(f"  {kind:30} {', '.join(f'{name} {n}' for name, n in relations.most_common())}")


def undated(texts: Texts, found: Sequence[NewsPair]) -> None:
    """Print how often a verdict says, the dates of records taken away, that one newsroom may use its own again."""
    told: Counter[str] = Counter()
    for pair in found:
        if pair.dependent is not False:
            a, b = (
                replace(text, origin=replace(text.origin, recorded=None))
                for text in (texts.of(pair.a), texts.of(pair.b))
            )
            verdict = judge(compare_pair(a, b, corpus.knowledge("all")), TraceSettings(), shipped_models())
            told[f"{pair.kind}, {'said' if UNDATED in verdict.limits else 'not said'}"] += 1
    print(f"  {', '.join(f'{name} {n}' for name, n in sorted(told.items()))}")


def main() -> None:
    """Fit, print how the fit does, and write it where that is asked for."""
    options = parser(__doc__)
    options.add_argument("--write", action="store_true", help="write forensics/trace/data/models.json")
    asked = options.parse_args()
    texts = Texts()
    found = pairs()
    real = [Row(p.kind, p.story, bool(p.dependent), texts.evidence(p)) for p in found]
    sure = [r for r, p in zip(real, found, strict=True) if p.dependent is not None and not p.doubted]
    doubted = [r for r, p in zip(real, found, strict=True) if p.doubted]
    again = [r for r, p in zip(real, found, strict=True) if p.dependent is None]
    beside = made_up()
    fitting = [*sure, *(row for row in beside if row.kind not in HELD_OUT)]
    model = fitted(fitting)
    print("pair", model)
    chances = left_out(fitting)
    print("real news, a story left out")
    told("all that is not doubted", sure, chances[: len(sure)])
    open_chances = [probability(row.seen, model) for row in doubted]
    told("with what is doubted", [*sure, *doubted], [*chances[: len(sure)], *open_chances])
    by_kind(sure, chances[: len(sure)])
    by_kind(
        [Row(r.kind + ", used again", r.story, True, r.seen) for r in again],
        [probability(r.seen, model) for r in again],
    )
    print("made-up texts, a story left out")
    by_kind(fitting[len(sure) :], chances[len(sure) :])
    answers = [k for k, row in enumerate(fitting) if row.kind.startswith("answers")]
    told("  answers, a task left out", [fitting[k] for k in answers], [chances[k] for k in answers])
    print("made-up texts that nothing was fitted on")
    by_kind(*_of([row for row in beside if row.kind in HELD_OUT], model))
    print("copies whose author put them in quotation marks, fitted on as they are")
    disguised(texts, found, model)
    print("as the models that ship name them, which were fitted on these pairs")
    named(texts, found)
    print("with no dates, how often the limits say that one newsroom may have used its own again")
    undated(texts, found)
    if asked.write:
        MODELS.write_bytes(
            msgspec.json.format(
                msgspec.json.encode(msgspec.structs.replace(shipped_models(), pair=model)), indent=2
            )
            + b"\n"
        )


def _of(rows: Sequence[Row], model: Model) -> tuple[Sequence[Row], list[float]]:
    return rows, [probability(row.seen, model) for row in rows]


if __name__ == "__main__":
    main()
