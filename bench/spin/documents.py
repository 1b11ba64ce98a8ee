"""Fit the document's verdict and the calibration of confidences, and say how the fits do.

Run: python -m bench.spin.documents [SHARE] [--write]
Needs the extra bench and FORENSICS_CORPORA (bench/texts/corpora.py). Fits on the parts "calibrate" of all corpora.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import numpy as np

from bench.arguments import parser, share
from bench.logistic import Logistic, held, logistic
from bench.spin.hiding import without_pairs
from bench.spin.hits import matched
from bench.spin.training import LISTED, Spun, fit_hidden, hidden_survey, spun
from bench.texts.corpora import CORPORA
from bench.texts.places import WEIGHTS
from forensics import lexicon as lexicons
from forensics.lexicon import Lexicon
from forensics.lexicon.families import WITH_PAIRS
from forensics.spin.channel.explain import decoded_spans
from forensics.spin.channel.rate import FAMILY_SOURCES, Rates
from forensics.spin.channel.screen import FEW_WORDS, Survey, document_features, survey
from forensics.spin.channel.word_row import WordRow

RIDGE = 2e-3  # of a mean loss
SPUN_AMONG_ALL = 0.1  # how many of the texts that people look at were spun: the prior that scores carry

SPINNERS = ("autoblog", "tortured", "wordnet", "autoblog", "wordnet-pairs", "moby", "tortured+")
DENSE = 25  # replacements in 1,000 words; chosen: of 10 to 30 this finds most and accuses least
BEGINNINGS = (150, 80)  # words: short texts are judged too
USUAL_PERCENTILE = 90

Features = tuple[float, ...]
Array = np.ndarray[Any, np.dtype[Any]]


class Told(NamedTuple):
    """What the document's features are made from."""

    rates: Rates
    reading: WordRow


def main() -> None:
    """Fit on the calibration parts, print how the fits do, and write them where that is asked for."""
    options = parser(__doc__)
    share(options)
    options.add_argument("--write", action="store_true", help="write forensics/spin/data/weights.json")
    asked = options.parse_args()
    taken = asked.share
    lexicon = lexicons.load()
    clean = clean_documents(taken, lexicon)
    made, substitutions = spun_documents(taken, lexicon)
    usual = usual_shares(clean)
    document = fit_documents(*([_features(s, usual) for s in some] for some in (clean, made)))
    confidence = fit_confidence(substitutions)
    if asked.write:
        stored = json.loads(WEIGHTS.read_text())
        stored["document"] = [round(float(v), 4) for v in document.slopes]
        stored["document_bias"] = round(document.intercept, 4)
        stored["usual_shares"] = {
            family.name: round(float(v), 4) for family, v in zip(WITH_PAIRS, usual, strict=True)
        }
        stored["confidence"] = [round(float(v), 4) for v in confidence]
        WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n")


def clean_documents(taken: float, lexicon: Lexicon) -> list[Told]:
    """Return what clean texts and their beginnings come to."""
    found = []
    for name in CORPORA:
        texts = list(CORPORA[name]("calibrate"))
        if name in ("brown", "books"):  # few, and the hardest to tell from spun text
            texts += list(CORPORA[name]("fit"))
        for _, text in texts[: int(len(texts) * taken)]:
            found += [_told(survey(piece, lexicon)) for piece in (text, *_beginnings(text))]
    return found


def spun_documents(taken: float, lexicon: Lexicon) -> tuple[list[Told], list[tuple[Features, bool]]]:
    """Return what spun texts and their beginnings come to, and the features of substitutions in every other."""
    made: list[Told] = []
    substitutions: list[tuple[Features, bool]] = []
    less = without_pairs(lexicon, lambda pair: fit_hidden(" ".join(pair.original)))
    for name, count in (("bbc", 240), ("lee", 60), ("brown", 60)):
        for i, document in enumerate(spun(name, "calibrate", SPINNERS, int(count * taken), rarely=True)):
            if 1000 * len(document.gold) < DENSE * len(document.text.split()):
                continue  # hardly touched: to call it spun would accuse clean texts
            s = hidden_survey(document, lexicon)
            made += [_told(s), *(_told(survey(piece, lexicon)) for piece in _beginnings(document.text))]
            if document.spinner in LISTED:  # a third of whose pairs were never seen
                substitutions += decoded(document, survey(document.text, less), less)
            elif i % 2 == 0:
                substitutions += decoded(document, s, lexicon)
    return made, substitutions


def usual_shares(clean: list[Told]) -> Array:
    """Return for each family with pairs the share (logit) that one clean text in ten exceeds."""
    shares = np.array([told.rates.shares[:FAMILY_SOURCES] for told in clean if told.reading.new >= FEW_WORDS])
    return np.asarray(np.percentile(np.log(shares / (1 - shares)), USUAL_PERCENTILE, axis=0))


def decoded(document: Spun, surveyed: Survey, lexicon: Lexicon) -> list[tuple[Features, bool]]:
    """Return what the confidence of every substitution decoded is made from, and whether it overlaps one made."""
    spans = list(decoded_spans(document.text, surveyed, 0.0, lexicon))
    features = {one.start: span.features for span in spans for one in span.substitutions}
    hits = matched([one for span in spans for one in span.substitutions], document.gold)
    right = {one.start: hit for one, hit in hits}
    return [(features[start], hit) for start, hit in right.items()]


def fit_documents(clean: list[Features], made: list[Features]) -> Logistic:
    """Return the logistic model of spun against clean documents, and print how it does."""
    x = np.array(clean + made)
    y = np.array([0.0] * len(clean) + [1.0] * len(made))
    weight = np.where(y == 1, SPUN_AMONG_ALL / len(made), (1 - SPUN_AMONG_ALL) / len(clean))
    # More gain and larger shares speak for spinning, or for nothing: no text is cleared by what it shows of a family.
    found = held(x, y, weight, ridge=RIDGE, least=np.array([0.0] * (x.shape[1] - 1) + [-np.inf]))
    probability = found.probability(x)
    print("documents", len(clean), len(made), found.slopes.round(3), round(found.intercept, 3))
    print("highest clean", np.sort(probability[y == 0])[-8:].round(3))
    print("clean above .5 and .9", (probability[y == 0] > 0.5).mean(), (probability[y == 0] > 0.9).mean())
    print("spun above .5 and .9", (probability[y == 1] > 0.5).mean(), (probability[y == 1] > 0.9).mean())
    for name, label, edge in (("clean mean/99%", 0, 99), ("spun mean/5%", 1, 5)):
        here = x[y == label]
        print("features", name, here.mean(0).round(2), np.percentile(here, edge, axis=0).round(2))
    return found


def fit_confidence(substitutions: list[tuple[Features, bool]]) -> np.ndarray:
    """Return the weights of explain.confidence_features, the second of which is always 1, and print how they do."""
    features, hit = np.array([f for f, _ in substitutions]), np.array([h for _, h in substitutions], float)
    sloped = [i for i in range(features.shape[1]) if i != 1]
    found = logistic(features[:, sloped], hit, ridge=RIDGE * len(hit))
    line = np.insert(found.slopes, 1, found.intercept)
    print("confidence", line.round(3), "of", len(hit))
    said = found.probability(features[:, sloped])
    for low in np.arange(0, 1, 0.1):
        some = (said // 0.1).round() == round(low / 0.1)
        if some.any():
            print(f"  said {low:.1f} to {low + 0.1:.1f}: right {hit[some].mean():.3f} of {some.sum()}")
    return line


def _told(s: Survey) -> Told:
    return Told(s.rates, s.reading)


def _features(told: Told, usual: Array) -> Features:
    return document_features(told.rates, told.reading, usual)


def _beginnings(text: str) -> list[str]:
    return [" ".join(text.split()[:count]) for count in BEGINNINGS]


if __name__ == "__main__":
    main()
