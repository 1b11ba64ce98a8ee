"""Fit the weights of the candidate's evidence on text that we spin ourselves.

Run: python -m bench.spin.fit [SHARE] [--write]
Needs the extra bench and FORENSICS_CORPORA (bench/texts/corpora.py). Fits on the parts "fit" of all corpora.
"""

from __future__ import annotations

import json

import numpy as np
from scipy.optimize import minimize

from bench.arguments import parser, share
from bench.spin.training import Spun, hide, spun, untouched
from bench.texts.places import WEIGHTS
from forensics import lexicon as lexicons
from forensics.lexicon import Lexicon
from forensics.lexicon.lexicon import SENTENCE_END, SENTENCE_START
from forensics.lexicon.pairs import keys
from forensics.spin.channel import evidence_terms as evidence
from forensics.spin.channel import rate
from forensics.spin.channel.candidates import Candidates, gather
from forensics.spin.channel.context import ReplacedSpan, around
from forensics.spin.channel.word_row import window_logs, word_row
from forensics.spin.channel.word_runs import WordRun, word_runs
from forensics.text.annotate import AnnotatedText

RIDGE = 0.02
HOPELESS = -4.0  # nats: thesaurus candidates that fit this badly are not learnt from
FIXED = {"quoted": -0.7, "named": -1.0}  # no synthetic spinner can tell how quotations and names fare


def examples(
    document: Spun, lexicon: Lexicon, share_observed: float = 0.35
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return the matrix of a document's candidates, the place of each, which are right, and their sources.

    Most places see their neighbours restored, as the joint search does; `share_observed` of them see the text as it
    stands. Candidates that overlap a replacement without being it are left out, as are places that cannot be right.
    """
    parts = word_runs(AnnotatedText(document.text), lexicon)
    reading = word_row(parts, lexicon)
    c = hide(gather(parts, reading, lexicon), reading.row, document)
    matrix = evidence.terms(reading, c, lexicon)
    opening, closing = lexicon.numbers[SENTENCE_START], lexicon.numbers[SENTENCE_END]
    context = np.zeros((len(reading.row) + 1, 2, 2), np.int64)
    truth: dict[tuple[int, int], tuple[str, ...]] = {}
    covered = np.zeros(len(reading.row), bool)
    for passage, offset in zip(parts, reading.offsets, strict=True):
        here = _truth(passage, document)
        replaced = [
            ReplacedSpan(s, n, tuple(lexicon.number(w) for w in o)) for (s, n), o in sorted(here.items())
        ]
        before, behind = around(passage.numbers, replaced, opening, closing)
        context[offset : offset + len(before), 0] = before
        context[offset : offset + len(behind), 1] = behind
        for (s, n), original in here.items():
            truth[offset + s, n] = original
            covered[offset + s : offset + s + n] = True
    near = np.concatenate([context[c.place, 0], context[c.place + c.length, 1]], axis=1)
    span = np.stack([c.place, c.length], axis=1)
    stands = np.full((len(c), 6), -1)
    for j in range(6):
        stands[:, j] = np.where(j < c.length, reading.row[np.minimum(c.place + j, len(reading.row) - 1)], -1)
    fit = window_logs(near, c.originals, c.sizes, lexicon) - window_logs(near, stands, c.length, lexicon)
    as_is = np.random.default_rng(len(document.text)).random(len(reading.row)) < share_observed
    evidence.set_fit(matrix, np.where(as_is[c.place], matrix[:, evidence.FIT], fit))
    right = np.array(
        [truth.get((p, n)) == c.words(i, lexicon) for i, (p, n) in enumerate(span.tolist())], bool
    )
    overlaps = np.concatenate([[0], np.cumsum(covered)])
    touching = overlaps[c.place + c.length] > overlaps[c.place]
    exact = np.array([(p, n) in truth for p, n in span.tolist()], bool)
    possible = set(c.place[right].tolist())
    usable = np.array(
        [
            (not t or e) and (not covered[p] or p in possible)
            for p, t, e in zip(c.place.tolist(), touching, exact, strict=True)
        ]
    )
    usable &= right | (c.pair >= 0) | (matrix[:, evidence.FIT] > HOPELESS)
    origin, known = rate.origins(c), rate.known_originals(reading, lexicon)
    shares = _shares(c, right, origin, known)
    prior = rate.offsets(c, origin.sources(shares), shares, known)
    return matrix[usable], c.place[usable], right[usable], prior[usable]


def _shares(c: Candidates, right: np.ndarray, origin: rate.Origins, known: np.ndarray) -> np.ndarray:
    """Return how much of a document each source really replaced."""
    replaced = np.zeros(known.shape[1], bool)
    replaced[c.place[right]] = True
    alive = (known * ~replaced).sum(axis=1)
    shares = []
    for s in range(len(rate.SOURCES)):
        of_source = np.array([s in some for some in origin.options])[origin.kind]
        taken = int((right & of_source).sum())
        among = taken + alive[s] if s < rate.FAMILY_SOURCES else len(np.unique(c.place[of_source]))
        shares.append((taken + 0.5) / (among + 8))
    return np.clip(np.array(shares), 0.002, 0.97)


def _truth(passage: WordRun, document: Spun) -> dict[tuple[int, int], tuple[str, ...]]:
    starts = {w.start: i for i, w in enumerate(passage.words)}
    ends = {w.end: i for i, w in enumerate(passage.words)}
    return {
        (starts[g.start], ends[g.end] - starts[g.start] + 1): keys(g.original)
        for g in document.gold
        if g.start in starts and g.end in ends
    }


def collect(documents: list[Spun], lexicon: Lexicon) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return the stacked matrices, the group of each row, the right row of each group (-1: none), and the priors."""
    blocks, owner, right, priors, rows, groups = [], [], [], [], 0, 0
    for document in documents:
        matrix, place, label, prior = examples(document, lexicon)
        if not len(place):
            continue
        at, group = np.unique(place, return_inverse=True)
        which = np.full(len(at), -1)
        which[group[label]] = rows + np.flatnonzero(label)
        blocks.append(matrix.astype(np.float32))
        owner.append(group + groups)
        right.append(which)
        priors.append(prior)
        rows += len(matrix)
        groups += len(at)
    return tuple(map(np.concatenate, (blocks, owner, right, priors)))  # type: ignore[return-value]


def train(matrix: np.ndarray, owner: np.ndarray, right: np.ndarray, prior: np.ndarray) -> np.ndarray:
    """Return the weights of the conditional logit model in which leaving the text as it is scores 0."""
    count = len(right)
    starts = np.searchsorted(owner, np.arange(count))
    scale = matrix.std(axis=0) + 1e-6
    fixed = np.array([FIXED.get(n, 0.0) for n in evidence.TERMS])
    free = np.array([n not in FIXED for n in evidence.TERMS])
    chosen = right >= 0

    def loss(v: np.ndarray) -> tuple[float, np.ndarray]:
        w = np.where(free, v, fixed)
        scores = matrix @ w.astype(np.float32) + prior
        top = np.maximum(np.maximum.reduceat(scores, starts), 0)
        e = np.exp(scores - top[owner])
        total = np.add.reduceat(e, starts) + np.exp(-top)
        value = (np.log(total) + top).sum() - scores[right[chosen]].sum()
        gradient = matrix.T @ (e / total[owner]).astype(np.float32) - matrix[right[chosen]].sum(axis=0)
        penalty = RIDGE * count * 1e-3
        return (
            value / count + penalty / count * float(((w * scale) ** 2).sum()),
            np.where(free, gradient / count + 2 * penalty / count * w * scale**2, 0.0),
        )

    found = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    print("loss", found.fun, found.nit)
    return np.where(free, found.x, fixed)


def main() -> None:
    """Fit on the fit parts of BBC, Lee and Brown."""
    options = parser(__doc__)
    share(options)
    options.add_argument("--write", action="store_true", help="write forensics/spin/data/weights.json")
    asked = options.parse_args()
    scale = asked.share
    lexicon = lexicons.load()
    # What real spinners wrote counts most; a spinner that takes Moby's loosest synonyms is the least like them.
    names = (
        "autoblog",
        "wordnet",
        "autoblog",
        "autoblog",
        "wordnet",
        "tortured+",
        "autoblog",
        "moby",
        "usedtobe",
    )
    documents = [
        d
        for corpus, count in (("bbc", 160), ("lee", 60), ("brown", 30))
        for d in spun(corpus, "fit", names, int(count * scale), rarely=True)
    ]
    documents += [
        d
        for corpus, count in (("bbc", 50), ("lee", 30), ("brown", 30), ("books", 20), ("dialogue", 20))
        for d in untouched(corpus, "fit", int(count * scale))
    ]
    matrix, owner, right, prior = collect(documents, lexicon)
    print(matrix.shape, len(right), "places,", int((right >= 0).sum()), "replaced")
    found = train(matrix, owner, right, prior)
    for name, value in zip(evidence.TERMS, found, strict=True):
        print(f"{name:16}{value:8.3f}")
    if asked.write:
        stored = json.loads(WEIGHTS.read_text())
        stored["terms"] = {n: round(float(v), 4) for n, v in zip(evidence.TERMS, found, strict=True)}
        WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n")


if __name__ == "__main__":
    main()
