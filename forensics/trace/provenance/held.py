"""What speaks for a missing source having held the words of one of its children."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from forensics.trace.align.pair import PairComparison
from forensics.trace.extract.prepare import Prepared
from forensics.trace.models import Model, probability

GRAM = 4
"""Words in a row that are weighed together: shorter runs are language, not copying."""
# The shares of their own words that two children have in runs, summed, from which they are near copies: one speaks for
# both, because what they share may come from a text between them and the source. Chosen.
_NEAR_COPIES = 1.1
# The first words of a text: a source's title and first sentence are told there in other words. Chosen.
_LEAD = 60
# Words from which a sentence is no longer a longer one. Chosen.
_LONG = 50

Keys = Sequence[str | None]
"""The words of a text in order, None where residue stands between."""


class Terms(NamedTuple):
    """What speaks for or against a source having held four words of a child, each by its own name.

    `shared` is 1 where all four stand in runs that another child has, near copies apart; `lead` among a text's first
    words; `spoken` where somebody is quoted whom another child names; `sentence_words` and `place` are of their
    sentence, 0 to 1. Of the whole child: `strangers` counts the speakers whom no other child names, `agency` is 1 where
    an agency signs it alone and `byline` where a writer does.
    """

    shared: float
    lead: float
    spoken: float
    sentence_words: float
    place: float
    strangers: float
    agency: float
    byline: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """A child, its words by place in `Prepared.words` and by key, and the chance that the source held each.

    A chance is of the word and the next three; 0 where something stands between them.
    """

    child: Prepared
    places: Sequence[int]
    keys: Keys
    chances: Sequence[float]


def weigh(children: Sequence[Prepared], comparisons: Iterable[PairComparison], model: Model) -> list[Weighed]:
    """Return the children with the chances of their words by the model `held`; the work grows with their lengths."""
    found: list[Weighed] = []
    for child, places, keys, rows in terms(children, comparisons):
        chances = [0.0] * len(keys)
        known: dict[Terms, float] = {}
        for k, row in rows:
            if row not in known:
                known[row] = probability(row._asdict(), model)
            chances[k] = known[row]
        found.append(Weighed(child, places, keys, chances))
    return found


def terms(
    children: Sequence[Prepared], comparisons: Iterable[PairComparison]
) -> Iterator[tuple[Prepared, Sequence[int], Keys, list[tuple[int, Terms]]]]:
    """Yield each child with the places of its words, its words, and the terms of those that begin four in a row."""
    read = [_words(child) for child in children]
    grams = [{gram for gram, _ in _grams(keys)} for _, keys in read]
    group = _near_copies(children, comparisons)
    for n, (child, (places, keys)) in enumerate(zip(children, read, strict=True)):
        others = [grams[m] for m in range(len(read)) if group[m] != group[n]]
        named = frozenset().union(*(keys for m, (_, keys) in enumerate(read) if m != n))
        yield child, places, keys, list(_terms(child, places, keys, others, named))


def _terms(
    child: Prepared, places: Sequence[int], keys: Keys, others: Sequence[Set[object]], named: Set[str | None]
) -> Iterator[tuple[int, Terms]]:
    signed = {residue.kind for residue in child.residue}
    strangers = {q.speaker for q in child.quotations if q.speaker and not _is_named(q.speaker, named)}
    sharing = set().union(*(_in_runs(keys, other) for other in others))
    spoken = _spoken(child, named)
    at = _sentences(child)
    byline = "byline" in signed
    agency = not byline and not signed.isdisjoint(("agency_credit", "dateline"))
    made: dict[tuple[int, bool, bool, bool], Terms] = {}
    for _, k in _grams(keys):
        place = places[k]
        shared = all(word in sharing for word in range(k, k + GRAM))
        key = at[place], shared, k < _LEAD, place in spoken
        if key not in made:
            made[key] = Terms(
                shared=float(shared),
                lead=float(k < _LEAD),
                spoken=float(place in spoken),
                sentence_words=min(_LONG, child.sentences[at[place]].length) / _LONG,
                place=at[place] / len(child.sentences),
                strangers=float(len(strangers)),
                agency=float(agency),
                byline=float(byline),
            )
        yield k, made[key]


def _words(child: Prepared) -> tuple[list[int], list[str | None]]:
    """Return the words of the sentences by place and key; what interrupts them is one None in the place before."""
    places: list[int] = []
    keys: list[str | None] = []
    for sentence in child.sentences:
        if places and places[-1] + 1 != sentence.first:
            places.append(places[-1])
            keys.append(None)
        places += range(sentence.first, sentence.last)
        keys += child.keys[sentence.first : sentence.last]
    return places, keys


def _grams(keys: Keys) -> Iterator[tuple[tuple[str | None, ...], int]]:
    known = 0
    for k, key in enumerate(keys):
        known = known + 1 if key is not None else 0
        if known >= GRAM:
            yield tuple(keys[k - GRAM + 1 : k + 1]), k - GRAM + 1


def _in_runs(keys: Keys, grams: Set[object]) -> set[int]:
    return {k + x for gram, k in _grams(keys) if gram in grams for x in range(GRAM)}


def _sentences(child: Prepared) -> dict[int, int]:
    return {place: n for n, s in enumerate(child.sentences) for place in range(s.first, s.last)}


def _spoken(child: Prepared, named: Set[str | None]) -> set[int]:
    """Return the places of the words that somebody speaks whom another child names."""
    spans = [(q.start, q.end) for q in child.quotations if q.speaker and _is_named(q.speaker, named)]
    found: set[int] = set()
    rest = iter(spans)
    start, end = next(rest, (0, 0))
    for place, word in enumerate(child.words):
        while end <= word.start and (start, end) != (0, 0):
            start, end = next(rest, (0, 0))
        if start <= word.start < end:
            found.add(place)
    return found


def _is_named(speaker: str, named: Set[str | None]) -> bool:
    return bool(speaker.split()) and speaker.split()[-1].lower() in named


def _near_copies(children: Sequence[Prepared], comparisons: Iterable[PairComparison]) -> list[int]:
    """Return for each child the group of near copies that it is of; where all are of one, each stands for itself."""
    number = {child.id: n for n, child in enumerate(children)}
    group = list(range(len(children)))
    for one in comparisons:
        a, b = number.get(one.a.id), number.get(one.b.id)
        if a is not None and b is not None and one.runs.share_a + one.runs.share_b >= _NEAR_COPIES:
            group = [group[a] if g == group[b] else g for g in group]
    return group if len(set(group)) > 1 else list(range(len(children)))
