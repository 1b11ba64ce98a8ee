"""Two texts compared in depth: what matches, and how it was rewritten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from forensics.trace.chain import Bead, chain_score, order_z
from forensics.trace.counterparts import Links, link
from forensics.trace.ngrams import NgramOverlap, overlap
from forensics.trace.passages import find_passages
from forensics.trace.prepare import Prepared
from forensics.trace.related import Knowledge
from forensics.trace.result import Level
from forensics.trace.rewriting import Rewriting, level, rewriting
from forensics.trace.similarity import compare, cosine


@dataclass(frozen=True, slots=True)
class Aligned:
    """One bead with its words, its level and its passage's number."""

    bead: Bead
    words_a: range
    words_b: range
    rewriting: Rewriting
    level: Level
    passage: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing two texts found.

    `density` is the mean gain of the best order-keeping chain per sentence of the shorter text, 0..1,
    `order_z` how far it stands above shuffled sentences; `spun_slots_a` counts the places where a reads as
    spun and b has what it was likely spun from.
    """

    a: Prepared
    b: Prepared
    aligned: tuple[Aligned, ...]
    density: float
    order_z: float
    cosine: float
    ngrams: NgramOverlap
    spun_slots_a: int
    spun_slots_b: int


def compare_pair(a: Prepared, b: Prepared, knowledge: Knowledge, seed: int = 1) -> Comparison:
    """Compare two texts sentence by sentence and word by word; `seed` drives the order test's shuffles."""
    if not a.sentences or not b.sentences:
        return Comparison(a, b, (), 0.0, 0.0, 0.0, NgramOverlap(), 0, 0)
    links = link(a, b, knowledge)
    similarity = compare(a, b, links, knowledge)
    words_a = [s.last - s.first for s in a.sentences]
    words_b = [s.last - s.first for s in b.sentences]
    found: list[Aligned] = []
    for number, passage in enumerate(find_passages(similarity, words_a, words_b)):
        found += [_aligned(a, b, links, bead, number) for bead in passage.beads]
    return Comparison(
        a=a,
        b=b,
        aligned=tuple(found),
        density=float(chain_score(similarity)) / min(similarity.shape),
        order_z=order_z(similarity, seed=seed),
        cosine=cosine(a, b, knowledge),
        ngrams=overlap(a, b),
        spun_slots_a=_spun_slots(a, b, found, of_a=True),
        spun_slots_b=_spun_slots(a, b, found, of_a=False),
    )


def _aligned(a: Prepared, b: Prepared, links: Links, bead: Bead, passage: int) -> Aligned:
    words_a = range(a.sentences[bead.i].first, a.sentences[bead.i + bead.di - 1].last)
    words_b = range(b.sentences[bead.j].first, b.sentences[bead.j + bead.dj - 1].last)
    how = rewriting(a, b, links, words_a, words_b)
    facts_a = frozenset().union(*a.fact_keys[bead.i : bead.i + bead.di])
    facts_b = frozenset().union(*b.fact_keys[bead.j : bead.j + bead.dj])
    return Aligned(bead, words_a, words_b, how, level(how, bead.similarity, len(facts_a & facts_b)), passage)


def _spun_slots(a: Prepared, b: Prepared, aligned: Iterable[Aligned], *, of_a: bool) -> int:
    """Count the edits of one text whose original words stand in the sentence that the other text has there."""
    own, other = (a, b) if of_a else (b, a)
    edits = [(e.start, set(e.original.lower().split()), set(e.observed.lower().split())) for e in own.edits]
    slots = 0
    for one in aligned:
        mine, theirs = (one.words_a, one.words_b) if of_a else (one.words_b, one.words_a)
        start, end = own.words[mine.start].start, own.words[mine.stop - 1].end
        there = {other.words[k].key for k in theirs}
        slots += sum(
            start <= at < end and original <= there and not observed <= there
            for at, original, observed in edits
        )
    return slots
