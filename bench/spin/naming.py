"""Fit how surely a family is named, and say how often the name is right.

Run: python -m bench.spin.naming [SHARE]
Needs the extra bench and FORENSICS_CORPORA (bench/texts/corpora.py). News of the part "calibrate" is spun by each
family, a third of whose pairs the lexicon lacks, and by thesauri; what is printed goes into
forensics/spin/channel/naming.py. Then the names on the part "test" are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np
from scipy.optimize import minimize

from bench.arguments import parser, share
from bench.spin.unseen import is_hidden, without
from bench.texts.corpora import CORPORA
from bench.texts.spinner import spin
from bench.texts.vocabularies import table
from forensics import lexicon as lexicons
from forensics.documents.model import Document
from forensics.lexicon import Lexicon
from forensics.spin.channel.naming import evidence
from forensics.spin.channel.rate import FAMILY_SOURCES, SOURCES
from forensics.spin.channel.screen import survey
from forensics.spin.detect import detect

NAMES = {
    "autoblog": "autoblog", "usedtobe": "usedtobe", "tortured": "tortured", "tortured+": "tortured",
    "wordnet-pairs": "wordnet", "chemical": "chemical", "mythes": "thesaurus", "moby": "thesaurus",
    "wordnet": "thesaurus",
}  # fmt: skip
LEAST_MADE = 8  # replacements: of fewer nobody could tell
WORDS = 300


def main() -> None:
    """Print the fitted numbers, then how often names are right."""
    options = parser(__doc__)
    share(options)
    count = int(24 * options.parse_args().share)
    lexicon = without(lexicons.load(), is_hidden)
    rows = []
    for name, text in made("calibrate", count):
        wanted = NAMES[name]
        at = FAMILY_SOURCES if wanted == "thesaurus" else SOURCES.index(wanted)
        rows.append((evidence(survey(text, lexicon), lexicon), at))
    told, at = np.array([e for e, _ in rows]), np.array([a for _, a in rows])

    def loss(v: np.ndarray) -> float:
        odds = told @ np.exp(v[:2])
        odds[:, :FAMILY_SOURCES] -= v[2]
        top = odds.max(axis=1)
        return float(
            (np.log(np.exp(odds - top[:, None]).sum(axis=1)) + top - odds[np.arange(len(at)), at]).mean()
        )

    found = minimize(loss, np.array([-1.5, 0.0, 1.0]), method="Nelder-Mead", options={"maxiter": 2000})
    print(
        "weights of gain and excess",
        np.exp(found.x[:2]).round(3),
        "cost of a family",
        found.x[2].round(3),
        "loss",
        found.fun,
    )
    tell(count, lexicon)


def tell(count: int, lexicon: Lexicon) -> None:
    """Print for each spinner which families are named on the part "test", and how far the probability holds."""
    said: list[tuple[float, bool]] = []
    named: dict[str, Counter[str]] = {}
    for name, text in made("test", count):
        family = detect(Document("", text), lexicon).family
        named.setdefault(name, Counter())[family.name if family else "-"] += 1
        if family and family.name != "unknown":
            said.append((family.probability, family.name == NAMES[name]))
    for name, names in named.items():
        print(f"{name:14} {dict(names.most_common())}")
    for low, high in ((0.5, 0.7), (0.7, 0.9), (0.9, 0.98), (0.98, 1.01)):
        some = [right for p, right in said if low <= p < high]
        print(f"  said {low} to {min(high, 1)}: right {np.mean(some) if some else 0:.3f} of {len(some)}")


def made(part: str, count: int) -> Iterator[tuple[str, str]]:
    """Yield (spinner, text) of news of a part spun by each in turn, where at least LEAST_MADE words were replaced."""
    texts = [" ".join(text.split()[:WORDS]) for _, text in CORPORA["bbc"](part)][::5]
    texts += [" ".join(text.split()[:WORDS]) for _, text in CORPORA["brown"](part)]
    for name in NAMES:
        rate = 0.4 if name in ("mythes", "moby", "wordnet") else 0.9
        several = [spin(text, table(name), rate, i) for i, text in enumerate(texts)]
        enough = [spun for spun, gold in several if len(gold) >= LEAST_MADE]
        for spun in enough[:count]:
            yield name, spun


if __name__ == "__main__":
    main()
