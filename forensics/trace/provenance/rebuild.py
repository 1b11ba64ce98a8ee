"""A missing source in the words that its children likely have from it, with who supports each stretch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from forensics.trace.align.pair import PairComparison
from forensics.trace.align.shared_runs import shared_runs
from forensics.trace.extract.prepare import Prepared
from forensics.trace.models import Model
from forensics.trace.provenance.held import GRAM, Weighed, weigh
from forensics.trace.result import Reconstructed, Side

# The chance from which words are taken for the source's: of 36 families with their stories left out, .55 of what any
# child holds of its release is rebuilt from there at precision .74 (python -m bench.trace.families).
_HELD = 0.5
# Words of a stretch; fewer say nothing.
_LEAST = 5
# The share of a stretch's runs of four words that no longer stretch holds: what is told twice is shown once. Chosen.
_NEW = 0.4
# Children that are weighed, the first by id: a text that was printed a hundred times is no better known for it.
_MOST_CHILDREN = 12


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words [first, last) of a child's `keys`, and the mean chance of those weighed."""

    of: int
    first: int
    last: int
    chance: float


def rebuild(
    plain: Sequence[Prepared],
    spun: Sequence[Prepared],
    comparisons: Sequence[PairComparison],
    model: Model,
) -> tuple[Reconstructed, ...]:
    """Return what a missing source likely held, child by child in the order of their texts.

    Words of `plain` children are taken over as they stand where the model `held` says so. `told_by` names the child
    that they are taken from, then where others have them, as they stand or told anew, the `spun` ones among them.
    """
    few = plain[:_MOST_CHILDREN]
    read = weigh([*few, *spun[: _MOST_CHILDREN - len(few)]], comparisons, model)
    kept = sorted(_distinct(read[: len(few)]), key=lambda s: (s.of, s.first))
    beside = {frozenset((c.a.id, c.b.id)): c for c in comparisons}
    return tuple(_told(stretch, read, beside) for stretch in kept)


def _distinct(read: Sequence[Weighed]) -> Iterator[_Stretch]:
    """Yield the stretches, the longest first, less those of which most is in a longer one."""
    found = [stretch for n, one in enumerate(read) for stretch in _stretches(n, one)]
    seen: set[tuple[str | None, ...]] = set()
    for stretch in sorted(found, key=lambda s: (s.first - s.last, s.of, s.first)):
        keys = read[stretch.of].keys
        grams = [tuple(keys[k : k + GRAM]) for k in range(stretch.first, stretch.last - GRAM + 1)]
        if sum(gram not in seen for gram in grams) >= _NEW * len(grams):
            seen |= set(grams)
            yield stretch


def _stretches(of: int, one: Weighed) -> Iterator[_Stretch]:
    reach = first = 0
    chances: list[float] = []
    for k, chance in enumerate([*one.chances, 0.0]):
        if k >= reach and chances:
            if reach - first >= _LEAST:
                yield _Stretch(of, first, reach, sum(chances) / len(chances))
            chances = []
        if chance >= _HELD:
            first = first if chances else k
            chances.append(chance)
            reach = k + GRAM


def _told(
    stretch: _Stretch, read: Sequence[Weighed], beside: Mapping[frozenset[str], PairComparison]
) -> Reconstructed:
    one = read[stretch.of]
    places = one.places[stretch.first : stretch.last]
    own = _side(one.child, places[0], places[-1] + 1)
    others = (other for other in read if other is not one)
    found = (_as_it_stands(one.keys[stretch.first : stretch.last], other) or _told_anew(
        one.child, places, other.child, beside.get(frozenset((one.child.id, other.child.id)))
    ) for other in others)  # fmt: skip
    text = one.child.text[own.start : own.end]
    return Reconstructed(text, (own, *filter(None, found)), (), round(stretch.chance, 4))


def _as_it_stands(keys: Sequence[str | None], other: Weighed) -> Side | None:
    runs = shared_runs(keys, other.keys, GRAM)
    if not runs:
        return None
    longest = max(runs, key=lambda run: run.length)
    return _side(other.child, other.places[longest.j], other.places[longest.j + longest.length - 1] + 1)


def _told_anew(
    child: Prepared, places: Sequence[int], other: Prepared, found: PairComparison | None
) -> Side | None:
    """Return where `other` has the match that most of a stretch lies in."""
    if found is None:
        return None
    inside = set(places)
    for here, there in _matches(found, child):
        if 2 * len(inside.intersection(here)) > len(inside):
            return _side(other, there.start, there.stop)
    return None


def _matches(found: PairComparison, child: Prepared) -> Iterable[tuple[range, range]]:
    for one in found.aligned:
        yield (one.words_a, one.words_b) if found.a.id == child.id else (one.words_b, one.words_a)


def _side(child: Prepared, first: int, last: int) -> Side:
    return Side(child.id, child.words[first].start, child.words[last - 1].end)
