"""Fit and measure what tells a spun text from an edited one once the original is at hand.

    FORENSICS_CORPORA=... python bench/spin/reference.py ../shared/data

Spun: BBC news spun by us (`spinner.py`) with the shipped pairs, a quarter of them hidden from the
lexicon, and with thesauri; half of them held against their original in the wrong order too. Edited: the
same news as editors change it (sentences cut, brought in, moved; numbers and spelling corrected; a few
words exchanged), and people's revisions of Clough & Stevenson (2011). Fitted on the news that
`corpora.part` gives to "fit" and on the answers to tasks a to c; measured on the news of "test" and on
tasks d and e.
"""

import csv
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

from corpora import CORPORA  # noqa: E402
from spinner import Table, spin  # noqa: E402
from training import spinner, thesaurus_table  # noqa: E402

from forensics import lexicon as lexicons  # noqa: E402
from forensics.documents.model import Document  # noqa: E402
from forensics.spin.reference import compare as reference  # noqa: E402
from forensics.spin.reference import verdict as reference_verdict  # noqa: E402
from forensics.text.sentences import sentences  # noqa: E402

Row = tuple[str, bool, tuple[float, ...], float]  # kind, spun, measures, score with the weights in force
RIDGE = 0.05
_SPELLING = (
    ("isation", "ization"),
    ("ise ", "ize "),
    ("our ", "or "),
    ("programme", "program"),
    ("centre", "center"),
)


def hidden(lexicon: lexicons.Lexicon, seed: int) -> lexicons.Lexicon:
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


def news(part: str, count: int) -> Iterator[tuple[str, bool, str, str]]:
    """Yield (kind, spun, text, original)."""
    names = ("autoblog", "mythes", "moby", "wordnet")
    texts = [text for _, text in CORPORA["bbc"](part)]
    rng = random.Random(part)
    rng.shuffle(texts)
    for i, text in enumerate(texts[:count]):
        name = names[i % len(names)]
        made, _ = spin(text, _table(name), rng.uniform(0.15, 0.95), i)
        yield f"spun {name}", True, made, text
        if i % 2:
            yield "in the wrong order", False, text, made
        made, _ = spin(edited(text, texts[i - 1], rng), _table(name), rng.choice((0.0, 0.0, 0.03, 0.1)), i)
        yield "edited", False, made, text


def revised(folder: Path, tasks: str) -> Iterator[tuple[str, bool, str, str]]:
    """Yield the answers of Clough & Stevenson to some tasks, with their originals."""
    with (folder / "file_information.csv").open(encoding="latin-1") as lines:
        rows = [r for r in csv.DictReader(lines) if r["Task"] in tasks and r["Category"] != "orig"]
    for r in rows:
        original = (folder / f"orig_task{r['Task']}.txt").read_text("latin-1")
        yield f"revised {r['Category']}", False, (folder / r["File"]).read_text("latin-1"), original


def rows(cases: Iterator[tuple[str, bool, str, str]], lexicon: lexicons.Lexicon) -> list[Row]:
    """Compare every case, and return its measures."""
    seen: list[tuple[float, ...]] = []

    def listening(measured: tuple[float, ...]) -> tuple[str, float]:
        seen.append(measured)
        return reference_verdict.judge(measured)

    reference.judge = listening
    made = []
    for kind, is_spun, text, original in cases:
        result = reference.compare(Document("a", text), Document("b", original), lexicon)
        made.append((kind, is_spun, seen[-1], result.score))
    return made


def fit(data: list[Row]) -> np.ndarray:
    """Return intercept and weights of the logistic regression, both classes weighing the same."""
    x = np.array([(1.0, *m) for _, _, m, _ in data])
    y = np.array([s for _, s, _, _ in data], float)
    weight = np.where(y > 0, 0.5 / y.sum(), 0.5 / (1 - y).sum())

    def loss(w: np.ndarray) -> float:
        z = x @ w
        return float((weight * (np.logaddexp(0, z) - y * z)).sum() + RIDGE / 100 * (w[1:] ** 2).sum())

    return minimize(loss, np.zeros(x.shape[1])).x


def named(part: str, count: int, lexicon: lexicons.Lexicon) -> None:
    """Print how well the substitutions themselves are named, on spun news whose every substitution is known."""
    from rapidfuzz.distance import Levenshtein

    totals: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(6))
    texts = [text for _, text in CORPORA["bbc"](part)]
    for i, text in enumerate(texts[:count]):
        name = ("autoblog", "mythes")[i % 2]
        made, gold = spin(text, _table(name), 0.7, i)
        result = reference.compare(Document("a", made), Document("b", text), lexicon)
        found = result.substitutions
        right = sum(any(s.start < g.end and g.start < s.end for g in gold) for s in found)
        hit = sum(any(s.start < g.end and g.start < s.end for s in found) for g in gold)
        before, after = (
            Levenshtein.distance(t.split(), text.split()) for t in (made, result.restored or made)
        )
        totals[name] += (len(found), right, len(gold), hit, before, after)
    for name, (found, right, places, hit, before, after) in sorted(totals.items()):
        print(
            f"substitutions named, {name}: precision {right / found:.4f} recall {hit / places:.4f} of {places:.0f};"
            f" words that differ from the original {before:.0f}, once restored {after:.0f}"
        )


@cache
def _table(name: str) -> Table:
    return spinner(name) if name == "autoblog" else thesaurus_table(name)


def main(data: Path, count: int = 240) -> None:
    """Print the weights that fit, and how those in force do."""
    lexicon = hidden(lexicons.load(without_pages=("001",)), 1)
    named("test", 100, lexicon)
    clough = data / "clough_stevenson"
    fitting = rows(news("fit", count), lexicon) + rows(revised(clough, "abc"), lexicon)
    print(
        "fitted:",
        ", ".join(f"{w:.2f}" for w in fit(fitting)),
        "; in force:",
        reference_verdict._CHANGE_WEIGHTS,
    )
    testing = rows(news("test", count), lexicon) + rows(revised(clough, "de"), lexicon)
    for name, some in (("fitted on", fitting), ("tested on", testing)):
        groups: dict[str, list[float]] = defaultdict(list)
        for kind, _, _, score in some:
            groups[kind].append(score)
        brier = np.mean([(score - s) ** 2 for _, s, _, score in some])
        print(f"{name}: {len(some)} pairs, Brier {brier:.4f}")
        for kind, scores in sorted(groups.items()):
            spun, suspect = (sum(s >= at for s in scores) for at in (0.9, 0.5))
            print(
                f"  {kind:20} n={len(scores):3} spun {spun:3} suspect or spun {suspect:3}"
                f" scores {min(scores):.3f} to {max(scores):.3f}"
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
