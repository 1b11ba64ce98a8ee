"""Which facts of two texts stand in one slot of a match: between the same words, or word upon word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from forensics.trace.align.rewriting import Step
from forensics.trace.extract.prepare import Prepared
from forensics.trace.result import Fact

# Words of both sides that stand beside the fact in its slot: among more of them nothing faces anything. Chosen.
_LONGEST_SLOT = 4
# Equal words that stand next to a slot, of both sides together: fewer hold nothing in place. Chosen.
_HOLDING = 3
_COMPARED = ("number", "quantity", "date", "name", "place")


@dataclass(frozen=True, slots=True)
class Held:
    """A fact with its words [first, last)."""

    fact: Fact
    first: int
    last: int


def held(text: Prepared) -> list[Held]:
    """Return the facts of a text that can be set against others, in their order."""
    starts = [word.start for word in text.words]
    found = (
        Held(fact, bisect_left(starts, fact.start), bisect_left(starts, fact.end))
        for fact in text.facts
        if fact.kind in _COMPARED
    )
    return sorted((one for one in found if one.first < one.last), key=lambda one: (one.first, one.last))


def inside(facts: Sequence[Held], words: range) -> list[Held]:
    """Return those of `facts`, which are in order, that stand wholly among `words`."""
    low, high = (bisect_left(facts, at, key=lambda one: one.first) for at in (words.start, words.stop))
    return [one for one in facts[low:high] if one.last <= words.stop]


def opposite(
    here: Held, facts_a: Sequence[Held], facts_b: Sequence[Held], steps: Sequence[Step]
) -> Held | None:
    """Return the one fact of the same kind that stands in the slot of `here`, a fact of a, on the other side."""
    slot = _slot(here, steps)
    if slot is None:
        return None
    words_a, words_b = slot
    rivals = [o for o in facts_a if _alike(o, here) and o.first < words_a.stop and words_a.start < o.last]
    faced = [o for o in facts_b if _alike(o, here) and o.first < words_b.stop and words_b.start < o.last]
    if len(rivals) == len(faced) == 1:
        return faced[0]
    facing = {s.j for s in facing_steps(here, steps)}
    upon = [o for o in faced if facing & set(range(o.first, o.last))]
    return upon[0] if len(upon) == 1 and len(rivals) == len(faced) else None


def facing_steps(here: Held, steps: Sequence[Step]) -> list[Step]:
    """Return the steps by which the words of a fact of a face words of b."""
    return [s for s in steps if s.i is not None and s.j is not None and here.first <= s.i < here.last]


def held_in_place(steps: Sequence[Step], low: int, high: int) -> bool:
    """Tell whether equal words stand next to steps [low, high]: on both sides, or on one where the other ends."""
    before, after = _equal(steps, range(low - 1, -1, -1)), _equal(steps, range(high + 1, len(steps)))
    ends = low == 0 or high == len(steps) - 1
    return before + after >= _HOLDING and (ends or min(before, after) > 0)


def corresponds(step: Step) -> bool:
    """Tell whether a step sets two words against each other that are equal, inflected or linked."""
    return step.op in ("equal", "substitute") and step.worth > 0


def _equal(steps: Sequence[Step], places: range) -> int:
    """Return how many of the steps at the first few `places` follow each other with equal words."""
    found = 0
    for k in places[:_HOLDING]:
        if steps[k].op != "equal":
            break
        found += 1
    return found


def _alike(one: Held, other: Held) -> bool:
    kinds = {one.fact.kind, other.fact.kind}
    return len(kinds) == 1 or kinds <= {"number", "quantity"} or kinds <= {"name", "place"}


def _slot(here: Held, steps: Sequence[Step]) -> tuple[range, range] | None:
    """Return the words of both sides between the nearest words around a fact that correspond."""
    at = [k for k, s in enumerate(steps) if s.i is not None and here.first <= s.i < here.last]
    if not at:
        return None
    low, high = at[0], at[-1]
    while low > 0 and not corresponds(steps[low - 1]):
        low -= 1
    while high + 1 < len(steps) and not corresponds(steps[high + 1]):
        high += 1
    if not held_in_place(steps, low, high):
        return None
    words_a = [s.i for s in steps[low : high + 1] if s.i is not None]
    words_b = [s.j for s in steps[low : high + 1] if s.j is not None and s.op != "move"]
    if not words_b or len(words_a) + len(words_b) > _LONGEST_SLOT + 2 * (here.last - here.first):
        return None
    return range(min(words_a), max(words_a) + 1), range(min(words_b), max(words_b) + 1)
