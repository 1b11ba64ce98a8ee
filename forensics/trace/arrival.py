"""What is told of a text that arrives where a corpus is kept: one finding, the most telling one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from forensics.trace.result import PairVerdict, Relation, TraceResult

# From what says most to what says least; background and one event are no reuse, and stand behind what may be.
_TELLING: tuple[Relation, ...] = (
    "copy", "patchwork", "derived", "sibling", "undetermined", "background", "same_event", "unrelated"
)  # fmt: skip

Way = Literal["from_source", "to_source", "common_source", "unknown"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A text that arrived, and the source in the index that it has most to do with."""

    id: str
    """Id of the document."""
    spun: float
    """Calibrated probability that it was spun by machine, 0 to 1."""
    relation: Relation
    """How it relates to the source; `unrelated` where no text of the index has anything to do with it."""
    source: str | None
    """Id of the source; null where there is none."""
    direction: Way
    """Which comes from which."""
    probability: float
    """Probability of the relation, 0 to 1; of `unrelated` that of the least sure source, 0 where none was compared."""
    coverage: float
    """Share of its words that match the source's, 0 to 1."""
    missing: str | None
    """What the source that neither holds is called, where one is missing; else null."""


def arrival_of(id: str, result: TraceResult) -> Arrival:
    """Return what a trace of the one text `id` tells of it first."""
    spun = next((one.spun for one in result.documents if one.id == id), None) or 0.0
    missing = next((one.label for one in result.missing_sources if id in one.children), None)
    found = [v for v in result.verdicts if id in (v.a, v.b) and v.relation != "unrelated"]
    if not found:
        least = min((v.probability for v in result.verdicts if id in (v.a, v.b)), default=0.0)
        return Arrival(id, spun, "unrelated", None, "unknown", least, 0.0, missing)
    best = min(found, key=lambda v: (_TELLING.index(v.relation), -v.probability, v.a, v.b))
    first = best.a == id
    return Arrival(
        id=id,
        spun=spun,
        relation=best.relation,
        source=best.b if first else best.a,
        direction=_way(best, first=first),
        probability=best.probability,
        coverage=best.coverage_a if first else best.coverage_b,
        missing=missing,
    )


def _way(verdict: PairVerdict, *, first: bool) -> Way:
    if verdict.direction in ("common_source", "unknown"):
        return "common_source" if verdict.direction == "common_source" else "unknown"
    return "from_source" if (verdict.direction == "a_from_b") == first else "to_source"
