"""Fit the weights of forensics/spin/neural.py, and measure what the language model adds.

    FORENSICS_CORPORA=... python bench/spin/neural.py fit [COUNT]
    FORENSICS_CORPORA=... python bench/spin/neural.py test [COUNT]

Beginnings of BBC news spun by us with the shipped pairs (a quarter of them hidden from the detector) and
with a thesaurus that the detector does not use (mythes) and one that it does (moby, a third of it
hidden). `fit` uses the news that `corpora.part` gives to "fit", `test` those of "test". About 10 seconds
of CPU a text.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

from corpora import CORPORA  # noqa: E402
from spinner import spin  # noqa: E402
from training import Spun, hide, spinner  # noqa: E402

from forensics import lexicon as lexicons  # noqa: E402
from forensics.documents.model import Document  # noqa: E402
from forensics.settings import SpinSettings  # noqa: E402
from forensics.spin import candidates, neural, weighing  # noqa: E402
from forensics.spin.detect import detect  # noqa: E402
from forensics.spin.result import SpinDocument  # noqa: E402
from forensics.spin.screen import survey  # noqa: E402

WORDS, RIDGE = 170, 0.02
NAMES = ("autoblog", "mythes", "autoblog", "moby")
gather = candidates.gather


def documents(part: str, count: int) -> Iterator[Spun]:
    """Yield spun beginnings of news."""
    tables = {name: spinner(name) for name in set(NAMES)}
    texts = sorted(CORPORA["bbc"](part), key=lambda t: t[1][::-1])
    for i, (id_, text) in enumerate(texts[:count]):
        short = " ".join(text.split(" ")[:WORDS])
        made, gold = spin(short, tables[NAMES[i % 4]], 0.5 + 0.4 * (i % 3) / 2, i)
        yield Spun(id_, made, short, gold, NAMES[i % 4])


def hidden(document: Spun) -> None:
    """Hide from the detector what it may not know while it reads `document`."""
    candidates.gather = lambda p, reading, lexicon: hide(gather(p, reading, lexicon), reading.row, document)


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


def fit(data: list[tuple[np.ndarray, int]]) -> np.ndarray:
    """Return the weights under which the right reading of each span is the likeliest (conditional logit)."""

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

    return minimize(loss, np.array(neural.WEIGHTS), jac=True).x


def counts(document: Spun, result: SpinDocument) -> np.ndarray:
    """Return (flags, right flags, replaced places, places found, well restored)."""
    found = result.substitutions
    hit = [[g for g in document.gold if s.start < g.end and g.start < s.end] for s in found]
    restored = sum(
        any(s.original.lower() == g.original.lower() for g in gs) for s, gs in zip(found, hit, strict=True)
    )
    places = sum(any(s.start < g.end and g.start < s.end for s in found) for g in document.gold)
    return np.array([len(found), sum(map(bool, hit)), len(document.gold), places, restored])


def main(part: str, count: int) -> None:
    """Print weights that fit, and how those in force do, with and without the model."""
    lexicon, model = lexicons.load(), neural.load_model("smollm2")
    data: list[tuple[np.ndarray, int]] = []
    totals: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(5))
    for one in documents(part, count):
        hidden(one)
        document = Document(one.id, one.text)
        plain = detect(document, lexicon, SpinSettings())
        surveyed = survey(one.text, lexicon)
        weighed = list(weighing.weigh(plain, document, surveyed, lexicon, model))
        data += groups(one, weighed)
        totals[f"{one.spinner} without the model"] += counts(one, plain)
        totals["all without the model"] += counts(one, plain)
        for least in (0.5, 0.6, 0.7, 0.8, 0.9):
            neural.LEAST = dict.fromkeys(neural.LEAST, least)
            chosen = neural.choose(plain, document, surveyed, weighed, lexicon, model.name)
            totals[f"{one.spinner} with it from {least}"] += counts(one, chosen)
            totals[f"all with it from {least}"] += counts(one, chosen)
    for name, (flags, right, places, hit, restored) in sorted(totals.items()):
        print(
            f"{name:28} precision {right / max(flags, 1):.3f} recall {hit / places:.3f}"
            f" restored {restored / max(right, 1):.3f} ({places:.0f} places)"
        )
    if part == "fit":
        weights = fit(data)
        print(f"{len(data)} spans; weights", tuple(round(float(w), 3) for w in weights))
        x = np.array([np.logaddexp.reduce(terms @ weights) for terms, _ in data])
        y = np.array([right >= 0 for _, right in data], float)

        def loss(p: np.ndarray) -> float:
            z = p[0] * x + p[1]
            return float((np.logaddexp(0, z) - y * z).mean())

        print("confidence", tuple(round(float(v), 3) for v in minimize(loss, np.array([1.0, 0.0])).x))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 40)
