"""Spun documents to learn from, with part of what spun them hidden from the detector."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from bench.texts.corpora import CORPORA
from bench.texts.spinner import Gold, spin
from bench.texts.vocabularies import FAMILIES, MIXED, table
from forensics.lexicon import Lexicon
from forensics.lexicon.xormap import mix
from forensics.spin.channel.candidates import Candidates, gather
from forensics.spin.channel.screen import Survey, assess
from forensics.spin.channel.word_row import word_row
from forensics.spin.channel.word_runs import word_runs
from forensics.text.annotate import AnnotatedText

HIDDEN_PAIRS, HIDDEN_LINKS = 0.3, 0.25  # shares of what spinners know and the detector does not
UNHEARD_OF = 0.3  # share of documents by a family none of whose pairs is known


@dataclass(frozen=True)
class Spun:
    """A spun document, how it was spun, and a seed for what is hidden while it is read."""

    id: str
    text: str
    original: str
    gold: list[Gold]
    spinner: str


def spun(corpus: str, part: str, names: tuple[str, ...], count: int, seed: int = 1) -> Iterator[Spun]:
    """Yield up to `count` documents of a corpus' part, each spun by one of `names` in turn."""
    documents = sorted(CORPORA[corpus](part), key=lambda d: hashlib.sha256(d[0].encode()).hexdigest())
    for i, (id_, text) in enumerate(documents[:count]):
        name = names[i % len(names)]
        rng = random.Random(f"{seed}{id_}")
        # Spinners replace nearly all that they know (001 of the samples: 58 of 63 words), careful ones less.
        rate = rng.uniform(0.85, 1.0) if rng.random() < 0.5 else rng.uniform(0.3, 0.85)
        made, gold = spin(text, table(name), rate, seed)
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

    of_family = document.spinner in (*FAMILIES, MIXED)
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
