"""One match of two texts: a bead of sentences with its words, and how they were rewritten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from forensics.trace.align.rewriting import Rewriting, Step, level, rewriting
from forensics.trace.align.sentence_chain import Bead
from forensics.trace.align.word_links import Links
from forensics.trace.extract.prepare import Prepared
from forensics.trace.result import Level


@dataclass(frozen=True, slots=True)
class Aligned:
    """One bead with its words, its level and its passage's number.

    `own_words` counts the words of the shorter side outside quotations, 0 where these are not alike.
    """

    bead: Bead
    words_a: range
    words_b: range
    rewriting: Rewriting
    level: Level
    passage: int
    own_words: int = 0


def aligned_by(a: Prepared, b: Prepared, links: Links, bead: Bead) -> Aligned:
    """Return a bead with the word operations of its sentences, and its level."""
    words_a = range(a.sentences[bead.i].first, a.sentences[bead.i + bead.di - 1].last)
    words_b = range(b.sentences[bead.j].first, b.sentences[bead.j + bead.dj - 1].last)
    return judged(
        a, b, Aligned(bead, words_a, words_b, rewriting(a, b, links, words_a, words_b), "verbatim", 0)
    )


def judged(a: Prepared, b: Prepared, one: Aligned) -> Aligned:
    """Return a match with the level that its rewriting amounts to."""
    how, bead = one.rewriting, one.bead
    facts_a = frozenset().union(*a.fact_keys[bead.i : bead.i + bead.di])
    facts_b = frozenset().union(*b.fact_keys[bead.j : bead.j + bead.dj])
    return replace(one, level=level(how, bead.similarity, len(facts_a & facts_b)))


def trimmed(aligned: Sequence[Aligned], a: Prepared, b: Prepared, links: Links) -> list[Aligned]:
    """Return a passage without the words at either end that nothing on the other side answers to.

    What is cut is the stretch before and after the steps of the largest sum of worth, as in local alignment
    (Smith & Waterman 1981): a passage may begin and end in the middle of a sentence.
    """
    steps = [(k, step) for k, one in enumerate(aligned) for step in one.rewriting.steps]
    best, here, start, first, last = 0.0, 0.0, 0, 0, -1
    for at, (_, step) in enumerate(steps):
        if here <= 0:
            here, start = 0.0, at
        here += step.worth
        if here > best:
            best, first, last = here, start, at
    inside: dict[int, list[Step]] = {}
    for k, step in steps[first : last + 1]:
        inside.setdefault(k, []).append(step)
    found: list[Aligned] = []
    for k, kept in sorted(inside.items()):
        one = aligned[k]
        if len(kept) < len(one.rewriting.steps):
            words_a, words_b = _hull(s.i for s in kept), _hull(s.j for s in kept)
            if not words_a or not words_b:
                continue
            how = rewriting(a, b, links, words_a, words_b)
            one = judged(a, b, replace(one, words_a=words_a, words_b=words_b, rewriting=how))
        found.append(one)
    return found


def _hull(places: Iterable[int | None]) -> range:
    known = [p for p in places if p is not None]
    return range(min(known), max(known) + 1) if known else range(0)
