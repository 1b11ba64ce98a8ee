"""Fit the weights of the candidate's evidence on text that we spin ourselves; write forensics/spin/data/weights.json.

FORENSICS_CORPORA=... python bench/spin/fit.py
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

from training import Spun, hide, spun  # noqa: E402

from forensics import lexicon as lexicons  # noqa: E402
from forensics.lexicon import Lexicon  # noqa: E402
from forensics.lexicon.lexicon import SENTENCE_END, SENTENCE_START  # noqa: E402
from forensics.lexicon.pairs import keys  # noqa: E402
from forensics.spin import evidence_terms as evidence  # noqa: E402
from forensics.spin.candidates import gather  # noqa: E402
from forensics.spin.context import Replaced, around  # noqa: E402
from forensics.spin.passages import passages  # noqa: E402

OUT = HERE.parent.parent / "forensics" / "spin" / "data" / "weights.json"
RIDGE = 0.02
FIXED = {"quoted": -0.7, "named": -1.0}  # no synthetic spinner can tell how quotations and names fare


def groups(
    document: Spun, lexicon: Lexicon, share_observed: float = 0.35
) -> Iterator[tuple[np.ndarray, int]]:
    """Yield for each place the matrix of its candidates and which is right (-1: the text is as it was)."""
    parts = passages(document.text, lexicon)
    rng = np.random.default_rng(len(document.text))
    opening, closing = lexicon.numbers[SENTENCE_START], lexicon.numbers[SENTENCE_END]
    owners, candidates, labels, places = [], [], [], []
    context = []
    for k, passage in enumerate(parts):
        truth = _truth(passage, document)
        replaced = [
            Replaced(s, n, tuple(lexicon.number(w) for w in o)) for (s, n), o in sorted(truth.items())
        ]
        before, behind = around(passage.numbers, replaced, opening, closing)
        covered = {i for s, n in truth for i in range(s, s + n)}
        for c in hide(gather(passage, lexicon), document):
            right = truth.get((c.start, c.length)) == c.original
            if (
                not right
                and any(i in covered for i in range(c.start, c.start + c.length))
                and ((c.start, c.length) not in truth)
            ):
                continue  # overlaps a replacement without being it: neither right nor wrong
            owners.append(k)
            candidates.append(c)
            labels.append(right)
            places.append((k, c.start, (c.start in covered)))
            context.append((*before[c.start], *behind[c.start + c.length]))
    if not candidates:
        return
    reading = evidence.read(parts, lexicon)
    matrix, originals = evidence.terms(parts, reading, owners, candidates, lexicon)
    observed = [
        parts[k].numbers[c.start : c.start + c.length] for k, c in zip(owners, candidates, strict=True)
    ]
    restored = evidence.fit_between(np.array(context), originals, observed, lexicon)
    as_is = matrix[:, evidence.FIT].copy()
    at = 0
    while at < len(candidates):
        end = at
        while end < len(candidates) and places[end] == places[at]:
            end += 1
        fit = as_is[at:end] if rng.random() < share_observed else restored[at:end]
        evidence.set_fit(matrix[at:end], fit)
        right = [i for i in range(at, end) if labels[i]]
        if right or not places[at][2]:
            yield matrix[at:end], (right[0] - at if right else -1)
        at = end


def _truth(passage, document):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    starts = {w.start: i for i, w in enumerate(passage.words)}
    ends = {w.end: i for i, w in enumerate(passage.words)}
    return {
        (starts[g.start], ends[g.end] - starts[g.start] + 1): keys(g.original)
        for g in document.gold
        if g.start in starts and g.end in ends
    }


def collect(documents: list[Spun], lexicon: Lexicon) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the stacked matrices, the group of each row, and the right row of each group (-1: none)."""
    blocks, owner, right, rows = [], [], [], 0
    for document in documents:
        for block, label in groups(document, lexicon):
            owner.append(np.full(len(block), len(right)))
            right.append(rows + label if label >= 0 else -1)
            rows += len(block)
            blocks.append(block.astype(np.float32))
    return np.concatenate(blocks), np.concatenate(owner), np.array(right)


def train(matrix: np.ndarray, owner: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return the weights of the conditional logit model in which leaving the text as it is scores 0."""
    count = len(right)
    starts = np.searchsorted(owner, np.arange(count))
    scale = matrix.std(axis=0) + 1e-6
    fixed = np.array([FIXED.get(n, 0.0) for n in evidence.TERMS])
    free = np.array([n not in FIXED for n in evidence.TERMS])
    chosen = right >= 0

    def loss(v: np.ndarray) -> tuple[float, np.ndarray]:
        w = np.where(free, v, fixed)
        scores = matrix @ w
        top = np.maximum(np.maximum.reduceat(scores, starts), 0)
        e = np.exp(scores - top[owner])
        total = np.add.reduceat(e, starts) + np.exp(-top)
        value = (np.log(total) + top).sum() - scores[right[chosen]].sum()
        gradient = matrix.T @ (e / total[owner]) - matrix[right[chosen]].sum(axis=0)
        penalty = RIDGE * count * 1e-3
        return (
            value / count + penalty / count * float(((w * scale) ** 2).sum()),
            np.where(free, gradient / count + 2 * penalty / count * w * scale**2, 0.0),
        )

    found = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    print("loss", found.fun, found.nit)
    return np.where(free, found.x, fixed)


def main() -> None:
    """Fit on the fit parts of BBC, Lee and Brown."""
    scale = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    lexicon = lexicons.load()
    names = ("autoblog", "moby", "autoblog", "wordnet")
    documents = [
        d
        for corpus, count in (("bbc", 160), ("lee", 60), ("brown", 30))
        for d in spun(corpus, "fit", names, int(count * scale))
    ]
    matrix, owner, right = collect(documents, lexicon)
    print(matrix.shape, len(right), "places,", int((right >= 0).sum()), "replaced")
    found = train(matrix, owner, right)
    for name, value in zip(evidence.TERMS, found, strict=True):
        print(f"{name:16}{value:8.3f}")
    stored = (
        json.loads(OUT.read_text())
        if OUT.exists()
        else {"document": [], "document_bias": 0.0, "confidence": [1, 0]}
    )
    stored["terms"] = {n: round(float(v), 4) for n, v in zip(evidence.TERMS, found, strict=True)}
    stored["base_rate"] = round(float((right >= 0).mean()), 4)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(stored, indent=1) + "\n")


if __name__ == "__main__":
    main()
