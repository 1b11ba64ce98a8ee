"""Passages of PAN 2013 that were scrambled, translated there and back or summarised, as results show them.

Run: python -m bench.trace.pan13
Needs the extra bench, and pan13 of ../shared/data.

Of each class every second pair is fitted on (bench.trace.fit, bench.trace.inserted); figures are given for all and for
the others. What a result lists as matches is scored, those of one passage together. Texts crossed with sources of
others hold nothing from them, nor do the decoys among the summaries, into which names were copied.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bench.arguments import parser
from bench.texts.places import SHARED
from bench.trace import corpus
from bench.trace.news import Texts
from bench.trace.pan import Passage, score
from forensics.documents.model import Document
from forensics.settings import TraceSettings
from forensics.trace.align.pair import PairComparison, compare_pair
from forensics.trace.models import Models, shipped_models
from forensics.trace.result import PairVerdict
from forensics.trace.shown import SHOWN
from forensics.trace.verdict.judge import judge

FOLDER = SHARED / "pan13"
CLASSES = ("random", "translation", "summary")
_STEPS = (3, 7, 11)


@dataclass(frozen=True)
class Pan13Pair:
    """A suspicious text, a source, and the passages that the one has from the other; none in decoys."""

    kind: str
    number: int
    a: Document
    b: Document
    cases: tuple[Passage, ...]


@cache
def pan13_pairs() -> list[Pan13Pair]:
    """Return the pairs of all classes, in the order of their lists."""
    return [pair for kind in CLASSES for pair in _of_class(kind)]


def crossings() -> Iterator[tuple[Document, Document]]:
    """Yield texts with sources of other texts, three times each."""
    pairs = pan13_pairs()
    known = {(p.a.id, p.b.id) for p in pairs}
    for step in _STEPS:
        for n, pair in enumerate(pairs):
            other = pairs[(n + step) % len(pairs)].b
            if (pair.a.id, other.id) not in known:
                yield pair.a, other


def _of_class(kind: str) -> Iterator[Pan13Pair]:
    folder = next(FOLDER.glob(f"*-{kind}-obfuscation"))
    for number, line in enumerate((folder / "pairs").read_text("utf-8").split("\n")):
        if line.strip():
            a, b = line.split()
            root = ET.parse(folder / f"{a[:-4]}-{b[:-4]}.xml").getroot()
            cases = tuple(
                _case(a, b, f.attrib) for f in root.findall("feature") if f.get("name") == "plagiarism"
            )
            yield Pan13Pair(kind, number, _read("susp", a), _read("src", b), cases)


def _case(a: str, b: str, f: dict[str, str]) -> Passage:
    at, there = int(f["this_offset"]), int(f["source_offset"])
    return Passage(a, at, at + int(f["this_length"]), b, there, there + int(f["source_length"]))


@cache
def _read(folder: str, name: str) -> Document:
    return Document(name, (FOLDER / folder / name).read_bytes().decode("utf-8", errors="replace"))


def shown(comparison: PairComparison, verdict: PairVerdict) -> list[Passage]:
    """Return the passages that a result shows for a pair."""
    return passages(comparison) if verdict.relation in SHOWN else []


def passages(comparison: PairComparison) -> list[Passage]:
    """Return the passages of a comparison, each from the first of its words to the last on both sides."""
    a, b = comparison.a, comparison.b
    stretches: dict[int, list[tuple[range, range]]] = {}
    for one in comparison.aligned:
        stretches.setdefault(one.passage, []).append((one.words_a, one.words_b))
    return [
        Passage(
            a.id,
            a.words[min(x.start for x, _ in found)].start,
            a.words[max(x.stop for x, _ in found) - 1].end,
            b.id,
            b.words[min(y.start for _, y in found)].start,
            b.words[max(y.stop for _, y in found) - 1].end,
        )
        for found in stretches.values()
    ]


def told(name: str, pairs: Sequence[Pan13Pair], texts: Texts, models: Models) -> None:
    """Print the scores on some pairs, and how they are named."""
    cases: list[Passage] = []
    found: list[Passage] = []
    named: Counter[str] = Counter()
    for pair in pairs:
        comparison = compare_pair(texts.of(pair.a), texts.of(pair.b), corpus.knowledge("all"), models=models)
        verdict = judge(comparison, TraceSettings(), models)
        cases += pair.cases
        found += shown(comparison, verdict)
        named[f"{verdict.relation}{'' if pair.cases else ' (nothing taken)'}"] += 1
    s = score(cases, found)
    print(
        f"{name:26} plagdet {s.plagdet:.3f}, precision {s.precision:.3f}, recall {s.recall:.3f}, "
        f"granularity {s.granularity:.2f}  {', '.join(f'{k} {n}' for k, n in named.most_common())}"
    )


def main() -> None:
    """Print the figures."""
    parser(__doc__).parse_args()
    texts, models = Texts(), shipped_models()
    for kind in CLASSES:
        pairs = [pair for pair in pan13_pairs() if pair.kind == kind]
        told(f"{kind}, all", pairs, texts, models)
        told(f"{kind}, not fitted on", [p for p in pairs if p.number % 2], texts, models)
    named: Counter[str] = Counter()
    for a, b in crossings():
        comparison = compare_pair(texts.of(a), texts.of(b), corpus.knowledge("all"), models=models)
        named[judge(comparison, TraceSettings(), models).relation] += 1
    print(f"{named.total()} crossings: {', '.join(f'{k} {n}' for k, n in named.most_common())}")


if __name__ == "__main__":
    main()
