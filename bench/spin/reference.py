"""Fit and measure what tells a spun text from an edited one once the original is at hand.

Run: python -m bench.spin.reference [--count 240]
Needs the extra bench, FORENSICS_CORPORA (bench/texts/corpora.py) and ../shared/data/clough_stevenson.

Spun: BBC news spun by us (bench/texts/spinner.py) with the shipped pairs, a quarter of them hidden from the
lexicon, and with thesauri; half of them held against their original in the wrong order too. Edited: the
same news as editors change it (sentences cut, brought in, moved; numbers and spelling corrected; a few
words exchanged), and people's revisions of Clough & Stevenson (2011). Fitted on the news that
`corpora.part` gives to "fit" and on the answers to tasks a to c; measured on the news of "test" and on
tasks d and e.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from bench.arguments import parser
from bench.logistic import brier, logistic
from bench.spin.hits import matched, recalled
from bench.texts.clough_stevenson import answers
from bench.texts.corpora import CORPORA
from bench.texts.spinner import spin
from bench.texts.vocabularies import table
from forensics import lexicon as lexicons
from forensics.documents.model import Document
from forensics.lexicon import Lexicon
from forensics.spin.reference.compare import compare, side_by_side
from forensics.spin.reference.verdict import ReferenceWeights, judge, shipped_reference_weights
from forensics.text.sentences import sentences

Case = tuple[str, bool, str, str]  # kind, spun, text, original
Row = tuple[str, bool, tuple[float, ...]]  # kind, spun, measures
RIDGE = 0.001
_SPELLING = (
    ("isation", "ization"),
    ("ise ", "ize "),
    ("our ", "or "),
    ("programme", "program"),
    ("centre", "center"),
)


def hidden(lexicon: Lexicon, seed: int) -> Lexicon:
    """Return the lexicon without a quarter of its pairs, so that known pairs are not all that is measured."""
    rng = random.Random(seed)
    pairs = {
        o: kept
        for o, ps in sorted(lexicon.pairs.items())
        if (kept := tuple(p for p in ps if rng.random() > 0.25))
    }
    return replace(lexicon, pairs=pairs)


def edited(text: str, other: str, rng: random.Random) -> str:
    """Return `text` as an editor would leave it: cut, moved, brought in, corrected, a few words exchanged."""
    kept = [s.of(text) for s in sentences(text)]
    kept = [s for s in kept if rng.random() > rng.choice((0.0, 0.05, 0.2))] or kept
    if rng.random() < 0.4 and len(kept) > 3:
        kept.insert(rng.randrange(len(kept)), kept.pop(rng.randrange(len(kept))))
    brought = [s.of(other) for s in sentences(other)]
    for _ in range(rng.randrange(3)):
        kept.insert(rng.randrange(len(kept)), rng.choice(brought))
    made = "\n".join(kept)
    if rng.random() < 0.4:
        for british, american in _SPELLING:
            made = made.replace(british, american)
    if rng.random() < 0.4:
        made = "".join(str(rng.randrange(10)) if c.isdigit() and rng.random() < 0.2 else c for c in made)
    return made


def news(part: str, count: int) -> Iterator[Case]:
    """Yield (kind, spun, text, original)."""
    names = ("autoblog", "mythes", "moby", "wordnet")
    texts = [text for _, text in CORPORA["bbc"](part)]
    rng = random.Random(part)
    rng.shuffle(texts)
    for i, text in enumerate(texts[:count]):
        name = names[i % len(names)]
        made, _ = spin(text, table(name), rng.uniform(0.15, 0.95), i)
        yield f"spun {name}", True, made, text
        if i % 2:
            yield "in the wrong order", False, text, made
        made, _ = spin(edited(text, texts[i - 1], rng), table(name), rng.choice((0.0, 0.0, 0.03, 0.1)), i)
        yield "edited", False, made, text


def revised(tasks: str) -> Iterator[Case]:
    """Yield the answers of Clough & Stevenson to some tasks, with their originals."""
    for answer in answers():
        if answer.task in tasks:
            yield f"revised {answer.category}", False, answer.text, answer.original


def rows(cases: Iterator[Case], lexicon: Lexicon) -> list[Row]:
    """Compare every case, and return its measures."""
    return [
        (kind, is_spun, side_by_side(Document("a", text), Document("b", original), lexicon).measured)
        for kind, is_spun, text, original in cases
    ]


def fit(data: list[Row]) -> ReferenceWeights:
    """Return the logistic regression, both classes weighing the same."""
    y = np.array([s for _, s, _ in data], float)
    weight = np.where(y > 0, 0.5 / y.sum(), 0.5 / (1 - y).sum())
    found = logistic(np.array([m for _, _, m in data]), y, weight, ridge=RIDGE)
    a, b, c, d = (round(float(s), 2) for s in found.slopes)
    return ReferenceWeights(round(found.intercept, 2), (a, b, c, d))


def show(name: str, data: list[Row], weights: ReferenceWeights) -> None:
    """Print how the verdict does under `weights`."""
    groups: dict[str, list[float]] = defaultdict(list)
    for kind, _, measured in data:
        groups[kind].append(judge(measured, weights=weights)[1])
    scores = [judge(measured, weights=weights)[1] for _, _, measured in data]
    print(f"{name}: {len(data)} pairs, Brier {brier(scores, [s for _, s, _ in data]):.4f}")
    for kind, some in sorted(groups.items()):
        spun, suspect = (sum(s >= at for s in some) for at in (0.9, 0.5))
        print(
            f"  {kind:20} n={len(some):3} spun {spun:3} suspect or spun {suspect:3}"
            f" scores {min(some):.3f} to {max(some):.3f}"
        )


def named(part: str, count: int, lexicon: Lexicon) -> None:
    """Print how well the substitutions themselves are named, on spun news whose every substitution is known."""
    from rapidfuzz.distance import Levenshtein

    totals: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(6))
    texts = [text for _, text in CORPORA["bbc"](part)]
    for i, text in enumerate(texts[:count]):
        name = ("autoblog", "mythes")[i % 2]
        made, gold = spin(text, table(name), 0.7, i)
        result = compare(Document("a", made), Document("b", text), lexicon)
        found = result.substitutions
        right, hit = sum(ok for _, ok in matched(found, gold)), recalled(found, gold)
        before, after = (
            Levenshtein.distance(t.split(), text.split()) for t in (made, result.restored or made)
        )
        totals[name] += (len(found), right, len(gold), hit, before, after)
    for name, (found, right, places, hit, before, after) in sorted(totals.items()):
        print(
            f"substitutions named, {name}: precision {right / found:.4f} recall {hit / places:.4f} of {places:.0f};"
            f" words that differ from the original {before:.0f}, once restored {after:.0f}"
        )


def main() -> None:
    """Print the weights that fit, and how those in force do."""
    options = parser(__doc__)
    options.add_argument("--count", type=int, default=240, help="how many news of each part to spin")
    count = options.parse_args().count
    lexicon = hidden(lexicons.load(without_pages=("001",)), 1)
    named("test", 100, lexicon)
    fitting = rows(news("fit", count), lexicon) + rows(revised("abc"), lexicon)
    testing = rows(news("test", count), lexicon) + rows(revised("de"), lexicon)
    print("fitted:", fit(fitting))
    print("in force:", shipped_reference_weights())
    for name, some in (("fitted on", fitting), ("tested on", testing)):
        show(name, some, shipped_reference_weights())


if __name__ == "__main__":
    main()
