"""Pairs of texts with known answers: what the models are fitted on, and what they are measured on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from bench.texts import clough_stevenson
from bench.texts.corpora import articles
from bench.texts.places import ROOT, SAMPLES
from bench.texts.spinner import Dice, spin
from bench.texts.vocabularies import thesaurus
from bench.trace.pan_pairs import pan_pairs
from forensics.lexicon import load
from forensics.lexicon.relations import Knowledge, LexiconKnowledge
from forensics.lexicon.thesaurus import MOBY, MOBY_BACK, NEAR, WORDNET
from forensics.text.sentences import sentences


@dataclass(frozen=True)
class Example:
    """Two texts, whether one text stands behind both, and what the aligner may know while comparing them."""

    kind: str
    group: str
    a: str
    b: str
    dependent: bool
    knows: str  # "all", or the thesaurus left when the one that made the text is left out


@cache
def knowledge(knows: str) -> Knowledge:
    """Return what the aligner knows: everything that ships, or that without one thesaurus."""
    kinds = {"all": -1, "moby": MOBY | MOBY_BACK, "wordnet": WORDNET | NEAR}[knows]
    return LexiconKnowledge(load(), kinds)


def spun(text: str, name: str, share: float, seed: int) -> str:
    """Return `text` with `share` of what a thesaurus ("moby" or "wordnet") can replace replaced."""
    return spin(text, thesaurus(name), share, seed, manner=Dice)[0]


def answers() -> Iterator[Example]:
    for a in clough_stevenson.answers():
        yield Example(f"answers-{a.category}", a.task, a.text, a.original, a.category != "non", "all")


def passages(which: range) -> Iterator[Example]:
    """Yield pairs of the PAN sample: suspicious texts with their source, and with another one's."""
    pairs = pan_pairs()
    for n in which:
        yield Example("pan", f"pan{n}", pairs[n].text, pairs[n].source_text, True, "all")
        yield Example(
            "pan-cross", f"pan{n}", pairs[n].text, pairs[(n + 7) % len(pairs)].source_text, False, "all"
        )


def news(count: int, seed: int = 4) -> Iterator[Example]:
    """Yield news articles spun and cut, siblings of one article, and for each its nearest other article.

    Neighbours that share twelve words in a row are left out: the same newsroom re-uses its own background.
    """
    chance = random.Random(seed)
    every = articles()
    chance.shuffle(every)
    other = {"moby": "wordnet", "wordnet": "moby"}
    for n, article in enumerate(every[:count]):
        for name in ("moby", "wordnet"):
            text = _cut(
                spun(article.text, name, chance.choice((0.4, 0.8)), n),
                chance.choice((0, 0.3, 0.5)),
                chance,
            )
            yield Example("news-derived", f"news{n}", text, article.text, True, other[name])
        a, b = spun(article.text, "wordnet", 0.6, n), spun(article.text, "moby", 0.4, n)
        yield Example("news-sibling", f"news{n}", _cut(a, 0.3, chance), _cut(b, 0.3, chance), True, "all")
    bags = [frozenset(w for w in article.text.lower().split() if len(w) > 5) for article in every]
    for n in range(2 * count):
        near = max(
            (
                m
                for m in range(len(every))
                if m != n and not _run_shared(every[n].text, every[m].text, bags[n], bags[m])
            ),
            key=lambda m: (len(bags[n] & bags[m]) / (len(bags[n]) * len(bags[m])) ** 0.5, -m),
        )
        yield Example("news-near", f"near{n}", every[n].text, every[near].text, False, "all")


def events() -> Iterator[Example]:
    """Yield every pair of our own reports on one invented event, and the first report spun beside the others."""
    for folder in sorted((ROOT / "tests" / "trace" / "events").iterdir()):
        texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
        for a, b in combinations(texts, 2):
            yield Example("event", folder.name, a, b, False, "all")
        for n, other in enumerate(texts[1:]):
            for name in ("moby", "wordnet"):
                yield Example("event-spun", folder.name, spun(texts[0], name, 0.5, n), other, False, "all")
        yield Example("event-source", folder.name, spun(texts[0], "moby", 0.7, 3), texts[0], True, "wordnet")
        yield Example("event-source", folder.name, spun(texts[0], "wordnet", 0.7, 3), texts[0], True, "moby")


def samples() -> Iterator[Example]:
    texts = [(SAMPLES / f"00{n}.txt").read_text("utf-8") for n in range(5)]
    for (m, a), (n, b) in combinations(enumerate(texts), 2):
        yield Example("samples", "samples", a, b, (m, n) == (0, 1), "all")


def _cut(text: str, share: float, chance: random.Random) -> str:
    return "\n\n".join(s.of(text) for s in sentences(text) if chance.random() >= share)


def _run_shared(a: str, b: str, bag_a: frozenset[str], bag_b: frozenset[str], length: int = 12) -> bool:
    if len(bag_a & bag_b) < length // 3:
        return False
    words_a, words_b = a.lower().split(), b.lower().split()
    runs = {tuple(words_a[k : k + length]) for k in range(len(words_a) - length + 1)}
    return any(tuple(words_b[k : k + length]) in runs for k in range(len(words_b) - length + 1))
