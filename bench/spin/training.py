"""Spun documents to learn from, with part of what spun them hidden from the detector."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from bench.spin.hiding import hidden_head
from bench.texts.corpora import CORPORA
from bench.texts.spinner import Gold, spin
from bench.texts.vocabularies import FAMILIES, MIXED, Options, Vocabulary, table
from forensics.lexicon import Lexicon
from forensics.lexicon.xormap import mix
from forensics.spin.channel.candidates import Candidates, gather
from forensics.spin.channel.screen import Survey, assess
from forensics.spin.channel.word_row import word_row
from forensics.spin.channel.word_runs import word_runs
from forensics.text.annotate import AnnotatedText

HIDDEN_PAIRS, HIDDEN_LINKS = 0.3, 0.25  # shares of what spinners know and the detector does not
LISTED = (*FAMILIES, MIXED)  # spinners that write pairs
UNHEARD_OF = 0.3  # share of documents by a family none of whose pairs is known


@dataclass(frozen=True)
class Spun:
    """A spun document, how it was spun, and a seed for what is hidden while it is read."""

    id: str
    text: str
    original: str
    gold: list[Gold]
    spinner: str


def fit_hidden(original: str) -> bool:
    """Tell whether pairs for an original are kept from the lexicon while something is fitted."""
    return hidden_head(original, "fit")


class Rarely:
    """A spinner who owns of its table what was seen n times with probability n / (n + 1).

    What was seen once on a hundred pages is no habit: a real page holds the author's own "areas" too. What is
    `never_seen` is all its own.
    """

    def __init__(self, known: Vocabulary, seed: str, never_seen: Callable[[str], bool]) -> None:
        self._known, self._seed, self._never_seen, self.longest = known, seed, never_seen, known.longest

    def options(self, keys: tuple[str, ...]) -> Options:
        """See `Vocabulary.options`."""
        options = self._known.options(keys)
        if options and self._never_seen(" ".join(keys)):
            return options
        return [
            (written, times)
            for written, times in options
            if random.Random(f"{self._seed}{keys}{written}").random() < times / (times + 1)
        ]


def spun(
    corpus: str, part: str, names: tuple[str, ...], count: int, seed: int = 1, *, rarely: bool = False
) -> Iterator[Spun]:
    """Yield up to `count` documents of a corpus' part, each spun by one of `names` in turn.

    `rarely` says that spinners who write pairs own few of those that were seen once or twice.
    """
    documents = sorted(CORPORA[corpus](part), key=lambda d: hashlib.sha256(d[0].encode()).hexdigest())
    for i, (id_, text) in enumerate(documents[:count]):
        name = names[i % len(names)]
        rng = random.Random(f"{seed}{id_}")
        # Spinners replace nearly all that they know (001 of the samples: 58 of 63 words), careful ones less.
        rate = rng.uniform(0.85, 1.0) if rng.random() < 0.5 else rng.uniform(0.3, 0.85)
        known = Rarely(table(name), id_, fit_hidden) if rarely and name in LISTED else table(name)
        made, gold = spin(text, known, rate, seed)
        yield Spun(id_, made, text, gold, name)


def untouched(corpus: str, part: str, count: int) -> Iterator[Spun]:
    """Yield up to `count` clean documents in the same shape."""
    documents = sorted(CORPORA[corpus](part), key=lambda d: hashlib.sha256(d[0].encode()).hexdigest())
    for id_, text in documents[-count:]:
        yield Spun(id_, text, text, [], "none")


def hide(candidates: Candidates, row: np.ndarray, document: Spun, share: float = 1.0) -> Candidates:
    """Return the candidates less those that chance, fixed for the document, hides; `share` scales how many."""
    seed = np.uint64(int.from_bytes(hashlib.sha256(document.id.encode()).digest()[:7]))

    def chance(salt: int) -> np.ndarray:
        key = mix(row[candidates.place].astype(np.uint64) + seed + np.uint64(salt)) ^ mix(
            candidates.originals[:, 0].astype(np.uint64) * np.uint64(31) + candidates.length.astype(np.uint64)
        )
        return mix(key).astype(np.float64) / 2.0**64

    of_family = document.spinner in LISTED
    from_pairs = of_family or document.spinner == "none"
    unheard_of = of_family and int(seed) % 10 < 10 * UNHEARD_OF
    pair = np.where(
        unheard_of | (chance(1) < (HIDDEN_PAIRS if from_pairs else 0.5) * share), -1, candidates.pair
    )
    hidden = (chance(2) < HIDDEN_LINKS * share) & (not from_pairs)
    changed = replace(
        candidates,
        pair=pair,
        flags=np.where(hidden, 0, candidates.flags),
        strengths=np.where(hidden, 0.0, candidates.strengths),
    )
    return changed.take((changed.pair >= 0) | (changed.flags > 0))


def hidden_survey(document: Spun, lexicon: Lexicon) -> Survey:
    """Return the survey of a spun document by a detector that misses part of what spun it."""
    text = AnnotatedText(document.text)
    parts = word_runs(text, lexicon)
    reading = word_row(parts, lexicon)
    seen = hide(gather(parts, reading, lexicon), reading.row, document)
    return assess(parts, reading, seen, lexicon)
