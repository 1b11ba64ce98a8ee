"""Fit the document's verdict and the calibration of confidences on the calibration parts; write weights.json.

FORENSICS_CORPORA=... python bench/spin/documents.py [SHARE]
"""

import json
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

from corpora import CORPORA  # noqa: E402
from fit import OUT  # noqa: E402
from measure import matched  # noqa: E402
from training import hide, spun  # noqa: E402

from forensics import lexicon as lexicons  # noqa: E402
from forensics.documents.model import Document  # noqa: E402
from forensics.lexicon import Lexicon  # noqa: E402
from forensics.spin.channel import explain  # noqa: E402
from forensics.spin.channel.candidates import gather  # noqa: E402
from forensics.spin.channel.screen import Survey, assess, document_features, survey  # noqa: E402
from forensics.spin.channel.word_row import word_row  # noqa: E402
from forensics.spin.channel.word_runs import word_runs  # noqa: E402

RIDGE = 1e-3
SPUN_AMONG_ALL = 0.1  # how many of the texts that people look at were spun: the prior that scores carry


def hidden_survey(document, lexicon: Lexicon) -> Survey:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Return the survey of a spun document by a detector that misses part of what spun it."""
    parts = word_runs(document.text, lexicon)
    reading = word_row(parts, lexicon)
    return assess(
        document.text, parts, reading, hide(gather(parts, reading, lexicon), reading.row, document), lexicon
    )


def logistic(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Return weights and bias (last) of a ridge-regularised logistic regression."""
    design = np.column_stack([x, np.ones(len(x))])

    def loss(v: np.ndarray) -> tuple[float, np.ndarray]:
        z = design @ v
        value = float(
            (weight * (np.logaddexp(0, z) - y * z)).sum() + RIDGE * weight.sum() * (v[:-1] ** 2).sum()
        )
        gradient = design.T @ (weight * (1 / (1 + np.exp(-z)) - y))
        gradient[:-1] += 2 * RIDGE * weight.sum() * v[:-1]
        return value, gradient

    return minimize(loss, np.zeros(design.shape[1]), jac=True, method="L-BFGS-B").x


def _record(seen: dict[int, tuple[float, ...]]) -> None:
    """Let everything decoded through, and note what its confidence was made from, by where it starts."""
    explain.LEAST_CONFIDENCE.update(dict.fromkeys(explain.LEAST_CONFIDENCE, 0.0))
    features, shown = explain.confidence_features, explain.Substitution
    last: list[tuple[float, ...]] = []

    def noted(odds: float, known: bool, surveyed: Survey) -> tuple[float, ...]:
        last[:] = [features(odds, known, surveyed)]
        return last[0]

    def made(**fields):  # type: ignore[no-untyped-def]  # noqa: ANN003, ANN202
        seen[fields["start"]] = last[0]
        return shown(**fields)

    explain.confidence_features = noted  # type: ignore[assignment]
    explain.Substitution = made  # type: ignore[assignment, misc]


def main() -> None:
    """Fit on the calibration parts of all corpora."""
    share = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    lexicon = lexicons.load()
    clean, made, substitutions = [], [], []
    for name in CORPORA:
        texts = list(CORPORA[name]("calibrate"))
        if name in ("brown", "books"):  # few, and the hardest to tell from spun text
            texts += list(CORPORA[name]("fit"))
        for _, text in texts[: int(len(texts) * share)]:
            for piece in (text, " ".join(text.split()[:150])):
                s = survey(piece, lexicon)
                clean.append(document_features(s.rates, s.reading, s.words))
    spinners = ("autoblog", "moby", "wordnet", "autoblog")
    seen: dict[int, tuple[float, ...]] = {}
    _record(seen)
    for name, count in (("bbc", 240), ("lee", 60), ("brown", 60)):
        for document in spun(name, "calibrate", spinners, int(count * share)):
            s = hidden_survey(document, lexicon)
            made.append(document_features(s.rates, s.reading, s.words))
            some = survey(" ".join(document.text.split()[:150]), lexicon)
            made.append(document_features(some.rates, some.reading, some.words))
            if len(made) % 4:
                seen.clear()
                found = [d.substitution for d in explain.substitutions(document.text, s, "spun", lexicon)]
                hits = dict(
                    zip([f.start for f in found], [h for _, h in matched(found, document.gold)], strict=True)
                )
                substitutions += [(f, hits[start]) for start, f in seen.items() if start in hits]
    x = np.array(clean + made)
    y = np.array([0.0] * len(clean) + [1.0] * len(made))
    weight = np.where(y == 1, SPUN_AMONG_ALL / len(made), (1 - SPUN_AMONG_ALL) / len(clean)) * len(y)
    found = logistic(x, y, weight)
    probability = 1 / (1 + np.exp(-(x @ found[:-1] + found[-1])))
    print("documents", len(clean), len(made), found.round(3))
    print("highest clean", np.sort(probability[y == 0])[-8:].round(3))
    print("clean above .5 and .9", (probability[y == 0] > 0.5).mean(), (probability[y == 0] > 0.9).mean())
    print("spun above .5 and .9", (probability[y == 1] > 0.5).mean(), (probability[y == 1] > 0.9).mean())
    print(
        "features clean mean/99%", x[y == 0].mean(0).round(2), np.percentile(x[y == 0], 99, axis=0).round(2)
    )
    print("features spun mean/5%", x[y == 1].mean(0).round(2), np.percentile(x[y == 1], 5, axis=0).round(2))

    features, hit = np.array([f for f, _ in substitutions]), np.array([h for _, h in substitutions], float)
    line = logistic(features[:, [0, 2, 3]], hit, np.ones(len(hit)))
    line = np.array([line[0], line[3], line[1], line[2]])
    logit = features @ line
    print("confidence", line.round(3), "of", len(hit))
    for low in np.arange(0, 1, 0.1):
        some = (1 / (1 + np.exp(-logit)) // 0.1).round() == round(low / 0.1)
        if some.any():
            print(f"  said {low:.1f} to {low + 0.1:.1f}: right {hit[some].mean():.3f} of {some.sum()}")
    stored = json.loads(OUT.read_text())
    stored["document"], stored["document_bias"] = (
        [round(float(v), 4) for v in found[:-1]],
        round(float(found[-1]), 4),
    )
    stored["confidence"] = [round(float(v), 4) for v in line]
    OUT.write_text(json.dumps(stored, indent=1) + "\n")


__all__ = ["Document", "hidden_survey", "logistic"]

if __name__ == "__main__":
    main()
