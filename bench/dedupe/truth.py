"""Exact truth: every pair of documents whose word 5-gram sets have at least this Jaccard, found without sketches.

Run: python -m bench.dedupe.truth corpus.jsonl truth.npz [--threshold 0.7]
Needs numpy alone.

Shares no code with the product: words by regular expression, shingles as strings under Python's own hash, an
all-pairs join by prefix filtering (Bayardo, Ma & Srikant 2007), sets compared by numpy. Arrays: pairs (a << 32 | b,
line numbers, a < b) and jaccard.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

import numpy as np

from bench.arguments import parser

_WORD = re.compile(r"[^\W_]+")


def shingle_sets(path: Path, length: int) -> list[np.ndarray]:
    """Return each line's set of shingle hashes."""
    sets = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            words = _WORD.findall(json.loads(line)["text"].lower())
            runs = [" ".join(words[i : i + length]) for i in range(len(words) - length + 1)]
            if not runs and words:
                runs = [" ".join(words)]
            sets.append(np.unique(np.fromiter(map(hash, runs), np.int64, len(runs))))
    return sets


def all_pairs(sets: list[np.ndarray], threshold: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the pairs at or above `threshold`, and their Jaccard."""
    values, ranks, counts = np.unique(np.concatenate(sets), return_inverse=True, return_counts=True)
    del values
    order = np.argsort(counts, kind="stable")
    position = np.empty(len(order), np.int64)
    position[order] = np.arange(len(order))
    ranks = position[ranks]
    single = int((counts == 1).sum())  # a shingle of one document, all of which come first, joins nothing
    ends = np.cumsum([len(one) for one in sets])
    by_rarity = [np.sort(part) for part in np.split(ranks, ends[:-1])]
    index: defaultdict[int, list[int]] = defaultdict(list)
    pairs, jaccards = [], []
    for number, own in enumerate(by_rarity):
        size = len(own)
        prefix = own[: size - int(np.ceil(threshold * size - 1e-9)) + 1]
        others: set[int] = set()
        for shingle in prefix[prefix >= single].tolist():
            others.update(index[shingle])
            index[shingle].append(number)
        for other in others:
            theirs = by_rarity[other]
            if min(size, len(theirs)) < threshold * max(size, len(theirs)) - 1e-9:
                continue
            shared = len(np.intersect1d(own, theirs, assume_unique=True))
            jaccard = shared / (size + len(theirs) - shared)
            if jaccard >= threshold - 1e-12:
                pairs.append(other << 32 | number)
                jaccards.append(jaccard)
    sort = np.argsort(pairs)
    return np.array(pairs, np.uint64)[sort], np.array(jaccards)[sort]


def main() -> None:
    options = parser(__doc__)
    options.add_argument("corpus", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--threshold", type=float, default=0.7)
    options.add_argument("--shingle", type=int, default=5)
    asked = options.parse_args()
    pairs, jaccard = all_pairs(shingle_sets(asked.corpus, asked.shingle), asked.threshold)
    np.savez(asked.out, pairs=pairs, jaccard=jaccard)
    print(f"{len(pairs)} pairs at {asked.threshold}")


if __name__ == "__main__":
    main()
