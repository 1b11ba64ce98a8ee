"""Pairs that a program found, against exact truth: precision, recall, and the clusters that they make.

Run: python -m bench.dedupe.score truth.npz found.npz [THRESHOLD]
     forensics dedupe corpus.jsonl --json | python -m bench.dedupe.score truth.npz -
Needs numpy alone.

`found` holds an array `pairs` (a << 32 | b, line numbers), or is the JSON of forensics dedupe.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass

import numpy as np

from bench.arguments import parser


@dataclass(frozen=True)
class Score:
    """Of pairs: how many of those found are true, and how many of the true are found; and of linked pairs."""

    pairs: int
    precision: float
    recall: float
    linked_precision: float
    linked_recall: float

    def __str__(self) -> str:
        return (
            f"{self.pairs} pairs, precision {self.precision:.4f}, recall {self.recall:.4f}; in one cluster: "
            f"precision {self.linked_precision:.4f}, recall {self.linked_recall:.4f}"
        )


def score(found: np.ndarray, truth: np.ndarray) -> Score:
    """Compare pairs (a << 32 | b), and the pairs of documents that either puts into one cluster."""
    found = np.unique(found)
    linked_found, linked_truth = closure(found), closure(truth)
    return Score(
        len(found),
        share(found, truth),
        share(truth, found),
        share(linked_found, linked_truth),
        share(linked_truth, linked_found),
    )


def share(some: np.ndarray, of: np.ndarray) -> float:
    """Return the share of `some` that are among `of`; 1 where there are none."""
    return float(np.isin(some, of).mean()) if len(some) else 1.0


def closure(pairs: np.ndarray) -> np.ndarray:
    """Return all pairs of documents that `pairs` connect."""
    parent: dict[int, int] = {}

    def root(node: int) -> int:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for pair in pairs.tolist():
        parent[root(pair >> 32)] = root(pair & 0xFFFFFFFF)
    clusters: dict[int, list[int]] = {}
    for node in sorted(parent):
        clusters.setdefault(root(node), []).append(node)
    linked = []
    for members in clusters.values():
        one = np.array(members, np.uint64)
        a, b = np.triu_indices(len(one), 1)
        linked.append(one[a] << np.uint64(32) | one[b])
    return np.sort(np.concatenate(linked)) if linked else np.empty(0, np.uint64)


def pairs_of_json(text: str, threshold: float) -> np.ndarray:
    """Return the pairs at the threshold from `forensics dedupe --json`, whose ids are d0, d1 ..."""
    listed = [
        (int(pair["a"][1:]), int(pair["b"][1:]))
        for pair in json.loads(text)["result"]["pairs"]
        if pair["jaccard"] >= threshold
    ]
    return np.array([min(p) << 32 | max(p) for p in listed], np.uint64)


def main() -> None:
    options = parser(__doc__)
    options.add_argument("truth")
    options.add_argument("found", help="- reads the JSON of forensics dedupe")
    options.add_argument("threshold", nargs="?", type=float, default=0.7, help="of pairs read from JSON")
    asked = options.parse_args()
    found = (
        pairs_of_json(sys.stdin.read(), asked.threshold)
        if asked.found == "-"
        else np.load(asked.found)["pairs"]
    )
    print(score(found, np.load(asked.truth)["pairs"]))


if __name__ == "__main__":
    main()
