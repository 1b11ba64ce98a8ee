"""Whether two texts of which neither depends on the other report on one event."""

from __future__ import annotations

import math
from collections.abc import Mapping

from forensics.trace.align.common_event import CommonEvent
from forensics.trace.extract.prepare import Prepared
from forensics.trace.models import Model, probability

# A chance of one event that names it: of 123 pairs of real reports 122 stand above it, and of 4,000 pairs of other
# stories 8 (python -m bench.trace.news_events).
ONE_EVENT = 0.5
# Days between the records of two reports of one event: of 123 pairs none lies further apart than 4, and of pairs of
# stories of one affair that share as many names nearly all lie further apart than this.
_DAYS = 14
# How much less likely a report of one event is beyond them: it happened to none of 123.
_LATER = 1 / 125
# Words of others that both quote: then they report at least on what was said. (python -m bench.trace.news_events)
_QUOTED_WORDS = 8
_QUOTING = 0.9


def event_evidence(
    a: Prepared, b: Prepared, common: CommonEvent, likeness: float, quoted: int
) -> dict[str, float]:
    """Return what speaks for one event, by name; `likeness` 0..1 is that of all words, `quoted` counts words."""
    found = {
        "names_alike": common.names_alike,
        "figures_alike": common.figures,
        "things_shared": float(len(common.shared)),
        "words_least": float(min(a.length, b.length)),
        "cosine": likeness,
        "quoted_words_shared": float(quoted),
    }
    days = a.origin.recorded, b.origin.recorded
    if days[0] is not None and days[1] is not None:
        found["days_apart"] = float(abs((days[0] - days[1]).days))
    return found | {f"log_{name}": math.log1p(found[name]) for name in ("figures_alike", "words_least")}


def _weeks_apart(seen: Mapping[str, float]) -> bool:
    return seen.get("days_apart", 0.0) > _DAYS


def follows(seen: Mapping[str, float], model: Model) -> bool:
    """Tell whether two texts look like reports of one event, were it not for the weeks between their records."""
    return _weeks_apart(seen) and probability(seen, model) >= ONE_EVENT


def chance_same_event(seen: Mapping[str, float], model: Model) -> float:
    """Return the chance 0..1 that two texts that do not depend on each other report on one event.

    `model` weighs names, figures and words for the length of the texts; weeks between their records speak against it,
    and what both quote for it.
    """
    chance = probability(seen, model)
    if _weeks_apart(seen):
        chance *= _LATER
    return max(chance, _QUOTING) if seen["quoted_words_shared"] >= _QUOTED_WORDS else chance
