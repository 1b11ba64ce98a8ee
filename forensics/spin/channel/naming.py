"""Which family of spinners wrote a text, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from forensics.lexicon import Lexicon
from forensics.lexicon.families import THESAURUS, UNKNOWN, WITH_PAIRS, FamilyName, counted_with
from forensics.spin.channel.weights import Weights, shipped_weights
from forensics.spin.result import Family

if TYPE_CHECKING:
    import numpy as np

    from forensics.spin.channel.screen import Survey

    Array = np.ndarray[Any, np.dtype[Any]]

# Substitutions that name a family: of fewer than six one more changes the answer. Chosen, it moves no verdict.
_FAMILY_FROM = 6
_FAMILY_PROBABILITY = 0.5  # the least that names one; what is less likely is as well told as unknown
# What a nat of each kind of evidence, and what speaks against any one family, weigh in log odds: fitted by
# python -m bench.spin.naming, because places of one text are not independent
_ODDS_PER_NAT, _FAMILY_COST = (0.211, 3.872), 4.39
_MOST_NATS = 60.0  # nobody is surer by more; chosen


def family(
    surveyed: Survey,
    rows: Sequence[int],
    lexicon: Lexicon,
    *,
    weights: Weights | None = None,
) -> Family | None:
    """Return the family that wrote a surveyed text whose substitutions are the candidates `rows`.

    None where too few tell; a family named "unknown" where none that is known is likelier than not.
    """
    if len(rows) < _FAMILY_FROM:
        return None
    likely = probabilities(surveyed, lexicon, weights=weights)
    name = min(likely, key=lambda one: (-likely[one], one))
    probability = likely[name]
    if probability < _FAMILY_PROBABILITY:
        name, probability = UNKNOWN, 1 - probability
    return Family(name, round(_share(surveyed, rows, name), 4), round(probability, 4))


def probabilities(
    surveyed: Survey, lexicon: Lexicon, *, weights: Weights | None = None
) -> dict[FamilyName, float]:
    """Return for each family how likely it alone, with words from thesauri, wrote a text that was spun."""
    import numpy as np

    odds = evidence(surveyed, lexicon, weights=weights) @ np.array(_ODDS_PER_NAT)
    odds[:-1] -= _FAMILY_COST
    likely = np.exp(odds - odds.max())
    names: list[FamilyName] = [*(family.name for family in WITH_PAIRS), THESAURUS.name]
    return dict(zip(names, (likely / likely.sum()).tolist(), strict=True))


def evidence(surveyed: Survey, lexicon: Lexicon, *, weights: Weights | None = None) -> Array:
    """Return for each family with pairs, and for thesauri in the last row, what names it.

    By how many nats its pairs explain the text better than thesauri alone (bounded), and by how much its share
    exceeds what is usual in clean text (logits).
    """
    import numpy as np

    from forensics.spin.channel import rate

    fitted = weights or shipped_weights()
    c, reading = surveyed.candidates, surveyed.reading
    gains = rate.gains_alone(
        c,
        rate.origins(c),
        surveyed.matrix @ fitted.terms,
        rate.known_originals(reading, lexicon),
        reading.counts,
    )
    shares = surveyed.rates.shares[: len(WITH_PAIRS)]
    excess = np.log(shares / (1 - shares)) - fitted.usual_shares
    better = np.clip(gains - gains[-1], 0.0, _MOST_NATS)
    return np.column_stack([better, np.append(np.maximum(excess, 0.0), 0.0)])


def _share(surveyed: Survey, rows: Sequence[int], name: FamilyName) -> float:
    """Return which share of the candidates `rows` a family is known to write; of the other two, what no pair is."""
    c = surveyed.candidates

    def writers(row: int) -> set[FamilyName]:
        pair = int(c.pair[row])
        if pair < 0:
            return {THESAURUS.name, UNKNOWN}
        return {counted_with(label).name for label, _ in c.pairs[pair].families}

    return sum(name in writers(row) for row in rows) / len(rows)
