"""How far the two figures of a substitution can be taken at their word: that it was replaced, and by this original.

Run: python -m bench.spin.originals [SHARE] [--write]
Needs the extra bench and FORENSICS_CORPORA (bench/texts/corpora.py). Fits the second on the parts "calibrate" of news
that three spinners spun, part of their words hidden; both are measured on the part "test" and on a fourth spinner too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bench.arguments import parser, share
from bench.logistic import brier, logistic
from bench.spin.documents import RIDGE
from bench.spin.hits import matched
from bench.spin.training import Spun, hidden_survey, spun
from bench.texts.places import WEIGHTS
from forensics import lexicon as lexicons
from forensics.lexicon import Lexicon
from forensics.spin.channel.explain import decoded_spans
from forensics.spin.result import Substitution
from forensics.text.edits import Edit, apply

FITTED_ON, MEASURED_ON = ("autoblog", "moby", "wordnet"), ("autoblog", "moby", "wordnet", "mythes")
LEAST = 0.5  # the confidence from which a spun text shows a substitution


@dataclass(frozen=True)
class Shown:
    """A substitution shown in a spun text: what it says, and what is so."""

    features: tuple[float, ...]
    replaced: float
    original: float
    was_replaced: bool
    was_this: bool


def main() -> None:
    """Fit, print how often both figures are right, and write the fit where that is asked for."""
    options = parser(__doc__)
    share(options)
    options.add_argument("--write", action="store_true", help="write forensics/spin/data/weights.json")
    asked = options.parse_args()
    lexicon = lexicons.load()
    fitting = [
        one for one in shown("calibrate", FITTED_ON, int(120 * asked.share), lexicon) if one.was_replaced
    ]
    x = np.array([one.features for one in fitting])
    found = logistic(x[:, [0, 2]], np.array([float(o.was_this) for o in fitting]), ridge=RIDGE * len(fitting))
    weights = np.insert(found.slopes, 1, found.intercept)
    print("original", weights.round(4), "of", len(fitting))
    if asked.write:
        stored = json.loads(WEIGHTS.read_text()) | {"original": [round(float(v), 4) for v in weights]}
        WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n")
        return
    measured = list(shown("test", MEASURED_ON, int(160 * asked.share), lexicon))
    table("replaced", [(one.replaced, one.was_replaced) for one in measured])
    table("original", [(one.original, one.was_this) for one in measured])


def shown(part: str, spinners: tuple[str, ...], count: int, lexicon: Lexicon) -> Iterator[Shown]:
    """Yield the substitutions shown in news of a part."""
    for document in spun("bbc", part, spinners, count):
        spans = list(decoded_spans(document.text, hidden_survey(document, lexicon), LEAST, lexicon))
        features = {one.start: span.original for span in spans for one in span.substitutions}
        for one, hit in matched([one for span in spans for one in span.substitutions], document.gold):
            this = hit and _restores(one, document)
            yield Shown(features[one.start], one.probability_replaced, one.probability_original, hit, this)


def _restores(one: Substitution, document: Spun) -> bool:
    """Tell whether a substitution undone gives what the document's own, undone, give where it overlaps them."""
    made = [g for g in document.gold if g.start < one.end and one.start < g.end]
    if not made:
        return False
    low, high = min(one.start, made[0].start), max(one.end, made[-1].end)
    mine = document.text[low : one.start] + one.original + document.text[one.end : high]
    edits = [Edit(g.start - low, g.end - low, g.observed, g.original) for g in made]
    return mine.lower() == apply(document.text[low:high], edits).lower()


def table(name: str, said: list[tuple[float, bool]]) -> None:
    """Print how often a figure was right, by what it said."""
    chances, truth = np.array([s for s, _ in said]), np.array([float(t) for _, t in said])
    print(f"{name}: {len(said)} substitutions, Brier {brier(chances, truth):.3f}")
    for low in np.arange(0, 1, 0.1):
        here = (chances >= low) & ((chances < low + 0.1) | (low > 0.85))
        if here.any():
            print(
                f"  {low:.1f}: said {chances[here].mean():.3f}, was {truth[here].mean():.3f} of {here.sum()}"
            )


if __name__ == "__main__":
    main()
