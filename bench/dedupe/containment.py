"""Trimmed and retitled copies: which labelled pairs of real news dedupe lists at which containment, and what it misses.

Run: python -m bench.dedupe.containment [--unit paragraph]
Needs news_reuse of ../shared/data.

Pairs are labelled dependent (syndicated copies, releases and their stories, two stories of one release), background (a
newsroom's own passages used again) or independent. Beside the labels stands the definition: of all pairs of
the 512 texts whose shingle sets, as Python sets, reach the threshold or the containment, how many are listed.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from itertools import combinations

from bench.arguments import parser
from bench.texts.places import SHARED
from forensics.dedupe.rules import LEAST_SHARED
from forensics.dedupe.run import dedupe
from forensics.documents.memory import MemoryCorpus
from forensics.documents.model import Document
from forensics.engines.local import LocalEngine
from forensics.settings import DedupeSettings
from forensics.text.shingles import shingles

NEWS = SHARED / "news_reuse"
BARS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1)
SHARES = (0.1, 0.2, 0.3, 0.5)
Pairs = set[frozenset[str]]


def texts() -> list[Document]:
    """Return the news and releases."""
    with (NEWS / "documents.jsonl").open(encoding="utf-8") as lines:
        return [Document(one["id"], one["text"]) for one in map(json.loads, lines)]


def labels() -> dict[frozenset[str], str]:
    """Return what is known of pairs: dependent, background or independent."""
    names = {"1": "dependent", "0": "independent", "background": "background"}
    with (NEWS / "pairs.tsv").open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return {frozenset((row["a"], row["b"])): names[row["dependent"]] for row in rows}


def measures(docs: list[Document], length: int) -> dict[frozenset[str], tuple[float, float, int]]:
    """Return Jaccard, containment and what is shared of all pairs with a common shingle, from the definition."""
    sets = {one.id: shingles(one.text, length) for one in docs}
    holders: dict[tuple[str, ...], list[str]] = {}
    for id, held in sets.items():
        for shingle in held:
            holders.setdefault(tuple(shingle), []).append(id)
    shared = Counter(frozenset(pair) for ids in holders.values() for pair in combinations(ids, 2))
    found = {}
    for pair, times in shared.items():
        a, b = (len(sets[id]) for id in pair)
        found[pair] = (times / (a + b - times), times / min(a, b), times)
    return found


def said(found: Pairs, labelled: dict[frozenset[str], str]) -> str:
    """Return how many pairs of each label are listed, and the precision and recall of dependence."""
    listed = Counter(label for pair, label in labelled.items() if pair in found)
    every = Counter(labelled.values())
    parts = [
        f"{listed[label]:3} of {every[label]} {label}" for label in ("dependent", "background", "independent")
    ]
    precision = listed["dependent"] / max(sum(listed.values()), 1)
    recall = listed["dependent"] / every["dependent"]
    return f"{', '.join(parts)}: precision {precision:.3f}, recall {recall:.3f}"


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--unit", choices=("document", "paragraph"), default="document")
    options.add_argument("--threshold", type=float, default=0.7)
    asked = options.parse_args()
    docs, labelled = texts(), labels()
    if asked.unit == "paragraph":
        result = dedupe(
            MemoryCorpus(docs),
            DedupeSettings(unit="paragraph", threshold=asked.threshold),
            engine=LocalEngine(1),
        )
        for share in SHARES:
            found = {
                frozenset((one.a, one.b)) for one in result.sharing if max(one.share_a, one.share_b) >= share
            }
            print(f"share {share:g}: {said(found, labelled)}; {len(found)} pairs in all")
        return
    measured = measures(docs, DedupeSettings().shingle)
    for bar in BARS:
        result = dedupe(
            MemoryCorpus(docs),
            DedupeSettings(threshold=asked.threshold, containment=bar),
            engine=LocalEngine(1),
        )
        found = {frozenset((one.a, one.b)) for one in result.pairs}
        true = {
            pair
            for pair, (jaccard, held, times) in measured.items()
            if jaccard >= asked.threshold or (held >= bar and times >= LEAST_SHARED)
        }
        print(
            f"containment {bar:g}: {said(found, labelled)}; {len(found & true)} of {len(true)} true pairs listed"
        )


if __name__ == "__main__":
    main()
