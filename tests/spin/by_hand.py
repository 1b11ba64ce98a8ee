"""Evidence made by hand: what a survey says of a text whose every score a test chooses."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from forensics.lexicon import Lexicon
from forensics.spin.channel.candidates import gather
from forensics.spin.channel.evidence_terms import terms
from forensics.spin.channel.rate import FAMILY_SOURCES, SOURCES, Rates, origins
from forensics.spin.channel.screen import Survey
from forensics.spin.channel.word_row import word_row
from forensics.spin.channel.word_runs import word_runs


def rates(family=0.5, other=0.1, gain=0.0, close_gain=0.0, expected=0.0):
    """Return rates in which every family replaces the one share, every thesaurus the other."""
    shares = np.array([family] * FAMILY_SOURCES + [other] * (len(SOURCES) - FAMILY_SOURCES))
    return Rates(shares, np.full(len(SOURCES), expected), gain, close_gain)


def survey(
    text: str,
    lexicon: Lexicon,
    scores: Mapping[tuple[str, str], float] | None = None,
    *,
    score: float = 0.9,
    words: int | None = None,
    family: float = 0.5,
) -> Survey:
    """Return a survey of `text`: its candidates (observed, original) have `scores`, the others a hopeless one.

    `score` is the document's, `family` the share of what families know that was replaced in it.
    """
    passages = word_runs(text, lexicon)
    reading = word_row(passages, lexicon)
    if words is not None:
        reading = replace(reading, new=words)
    c = gather(passages, reading, lexicon)
    given = scores or {}
    return Survey(
        passages=tuple(passages),
        reading=reading,
        candidates=c,
        matrix=terms(reading, c, lexicon),
        scores=np.array([given.get(spelt(c, i, reading, lexicon), -20.0) for i in range(len(c))]),
        rates=rates(family),
        source=origins(c).sources(rates(family).shares),
        words=sum(len(p.words) for p in passages) if words is None else words,
        score=score,
    )


def spelt(candidates, row, reading, lexicon):
    """Return a candidate as (observed, original)."""
    first = int(candidates.place[row])
    there = reading.row[first : first + int(candidates.length[row])]
    return " ".join(lexicon.terms[n] for n in there), " ".join(candidates.words(row, lexicon))
