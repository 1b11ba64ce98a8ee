"""The evidence for a substitution in words, with its weight in nats."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from forensics.lexicon import Lexicon, SpinnerPair
from forensics.lexicon.thesaurus import MOBY, MOBY_BACK, NEAR, SECOND, WORDNET
from forensics.spin.channel.weights import Weights
from forensics.spin.odds import log_odds
from forensics.spin.result import Evidence

if TYPE_CHECKING:
    import numpy as np

    from forensics.spin.channel.candidates import Candidates

    Array = np.ndarray[Any, np.dtype[Any]]

_KINDS = (
    (WORDNET, "synonym in WordNet"),
    (MOBY | MOBY_BACK, "synonym in Moby"),
    (NEAR, "neighbour in WordNet"),
    (SECOND, "synonym of a synonym"),
)


def reasons(
    candidates: Candidates,
    row: int,
    terms: Array,
    fitted: Weights,
    lexicon: Lexicon,
    source: int,
    shares: Array,
) -> tuple[Evidence, ...]:
    """Return why candidate `row` was taken, from its row of TERMS: pairs, thesaurus, language model.

    A weight is what the evidence adds. Without its pair a candidate would be what any thesaurus offers, in a text of
    which each source replaced its share: `source` is the candidate's, `shares` are those of rate.SOURCES.
    """
    from forensics.spin.channel import evidence_terms as evidence

    nats = dict(zip(evidence.TERMS, (terms * fitted.terms).tolist(), strict=True))

    def weight(names: tuple[str, ...]) -> float:
        return round(float(sum(nats[n] for n in names)), 4)

    found = []
    original = " ".join(candidates.words(row, lexicon))
    flags = int(candidates.flags[row])
    if candidates.pair[row] >= 0:
        detail = _seen(candidates.pairs[candidates.pair[row]], original)
        gained = weight(evidence.LEXICON_TERMS) + _habit(source, bool(flags & WORDNET), fitted, shares)
        found.append(Evidence("lexicon", detail, round(gained, 4)))
    if flags:
        kinds = ", ".join(name for flag, name in _KINDS if flags & flag)
        detail = f"{kinds}; the two share neighbours to {float(candidates.strengths[row]):.2f}"
        # What every candidate without a pair has in common speaks for none of them.
        found.append(Evidence("thesaurus", detail, weight(evidence.THESAURUS_TERMS[1:])))
    better = float(terms[evidence.FIT])
    detail = f"“{original}” fits its neighbours {abs(better):.1f} nats {'better' if better >= 0 else 'worse'}"
    found.append(Evidence("language_model", detail, weight(evidence.CONTEXT_TERMS)))
    return tuple(found)


def _habit(source: int, linked: bool, fitted: Weights, shares: Array) -> float:
    """Return by how many nats a family's habit makes its pair likelier than a thesaurus makes any link of its own."""
    from forensics.spin.channel.evidence_terms import TERMS
    from forensics.spin.channel.rate import FAMILY_SOURCES

    close, loose = shares[FAMILY_SOURCES:]
    without = float(fitted.terms[TERMS.index("thesaurus")]) + log_odds(float(close if linked else loose))
    return math.log(float(shares[source])) - without


def _seen(pair: SpinnerPair, original: str) -> str:
    if pair.source:
        return f"{pair.source} knows it for “{original}”"
    pages = f"{pair.pages:g} spun page{'' if pair.pages == 1 else 's'}"
    inflected = ", in another inflection" if pair.inflected else ""
    return f"{pair.family} spinners write it for “{original}”: seen on {pages}{inflected}"
