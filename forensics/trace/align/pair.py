"""Two texts compared in depth: what matches, and how it was rewritten."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from forensics.lexicon.relations import Knowledge
from forensics.trace.align.common_event import CommonEvent, common_event
from forensics.trace.align.masks import Masks, masks, outside
from forensics.trace.align.ngrams import NgramOverlap, overlap
from forensics.trace.align.passages import find_passages
from forensics.trace.align.rewriting import Rewriting, Step, level, rewriting
from forensics.trace.align.sentence_chain import Bead, chain_score, order_z
from forensics.trace.align.shared_quotations import shared_quotations
from forensics.trace.align.similarity import compare, cosine
from forensics.trace.align.word_links import Links, link
from forensics.trace.align.word_runs import WordRuns, word_runs
from forensics.trace.extract.prepare import Prepared
from forensics.trace.models import Model, Models, probability, shipped_models
from forensics.trace.result import Level, SharedQuotation

if TYPE_CHECKING:
    from numpy import ndarray

# A passage is shown when it is more likely shared than alike by chance, by the fitted model of passages.
_SHARED = 0.5
# Sentences are alike outside their quotations from the similarity that seeds a passage.
_ALIKE = 0.3


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


@dataclass(frozen=True, slots=True)
class PairComparison:
    """What comparing two texts found.

    `masks` say which words are quotation. Outside them, `density` is the mean gain of the best order-keeping chain
    per sentence of the shorter text, 0..1, `order_z` how far it stands above shuffled sentences, and `runs` what
    stands in both word for word; `spun_slots_a` counts the places where a reads as spun and b has what it was likely
    spun from.
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
    masks: Masks = field(default_factory=Masks)
    runs: WordRuns = field(default_factory=WordRuns)
    shared_quotations: tuple[SharedQuotation, ...] = ()
    common_event: CommonEvent = field(default_factory=CommonEvent)


def compare_pair(
    a: Prepared, b: Prepared, knowledge: Knowledge, seed: int = 1, *, models: Models | None = None
) -> PairComparison:
    """Compare two texts sentence by sentence and word by word; `seed` drives the order test's shuffles.

    `models` weighs what passages may be shared; None stands for the models that ship.
    """
    if not a.sentences or not b.sentences:
        return PairComparison(a, b, (), 0.0, 0.0, 0.0, NgramOverlap(), 0, 0)
    mask = masks(a, b)
    links = link(a, b, knowledge)
    similarity = compare(a, b, links, knowledge)
    own = similarity if mask.empty else compare(outside(a, mask.a), outside(b, mask.b), links, knowledge)
    chained = own if mask.empty else _filled(own, a, mask.a, b, mask.b)
    model = (models or shipped_models()).passage
    found: list[Aligned] = []
    number = 0
    for aligned in _proposed(a, b, links, similarity):
        if is_shared(passage_evidence(aligned), model):
            found += [
                replace(one, passage=number, own_words=_own_words(one, mask, own))
                for one in trimmed(aligned, a, b, links)
            ]
            number += 1
    return PairComparison(
        a=a,
        b=b,
        aligned=tuple(found),
        density=float(chain_score(chained)) / min(chained.shape) if chained.size else 0.0,
        order_z=order_z(chained, seed=seed),
        cosine=cosine(a, b, knowledge),
        ngrams=overlap(a, b, mask),
        spun_slots_a=_spun_slots(a, b, found, of_a=True),
        spun_slots_b=_spun_slots(a, b, found, of_a=False),
        masks=mask,
        runs=word_runs(a, b, mask, knowledge),
        shared_quotations=shared_quotations(a, b, mask),
        common_event=common_event(a, b, knowledge),
    )


def _filled(
    similarity: ndarray, a: Prepared, quoted_a: Sequence[bool], b: Prepared, quoted_b: Sequence[bool]
) -> ndarray:
    """Return the rows and columns of the sentences that hold a content word outside quotations."""
    rows = [
        k
        for k, s in enumerate(a.sentences)
        if any(a.content[w] and not quoted_a[w] for w in range(s.first, s.last))
    ]
    columns = [
        k
        for k, s in enumerate(b.sentences)
        if any(b.content[w] and not quoted_b[w] for w in range(s.first, s.last))
    ]
    return similarity[rows][:, columns]


def _own_words(one: Aligned, mask: Masks, similarity: ndarray) -> int:
    """Return how many words a match has outside quotations on its shorter side; 0 where these are not alike."""
    if mask.empty:
        return min(len(one.words_a), len(one.words_b))
    bead = one.bead
    if similarity[bead.i : bead.i + bead.di, bead.j : bead.j + bead.dj].mean() < _ALIKE:
        return 0
    return min(sum(not mask.a[k] for k in one.words_a), sum(not mask.b[k] for k in one.words_b))


def proposed(a: Prepared, b: Prepared, knowledge: Knowledge) -> list[list[Aligned]]:
    """Return the passages that two texts may share, bead by bead, before they are weighed."""
    if not a.sentences or not b.sentences:
        return []
    links = link(a, b, knowledge)
    return _proposed(a, b, links, compare(a, b, links, knowledge))


def _proposed(a: Prepared, b: Prepared, links: Links, similarity: ndarray) -> list[list[Aligned]]:
    words_a = [s.length for s in a.sentences]
    words_b = [s.length for s in b.sentences]
    return [
        [_aligned(a, b, links, bead) for bead in passage.beads]
        for passage in find_passages(similarity, words_a, words_b)
    ]


def passage_evidence(aligned: Sequence[Aligned]) -> Mapping[str, float]:
    """Return what speaks for a passage being shared, by name: shares 0..1 of the words of its sides.

    `partnered` words of the shorter side have an equal, inflected or linked word on the other; `in_slots` counts
    those that merely fill the same slot, too, of the longer side.
    """
    words_a, words_b = sum(len(one.words_a) for one in aligned), sum(len(one.words_b) for one in aligned)
    least = [min(len(one.words_a), len(one.words_b)) for one in aligned]
    partnered = sum(r.equal + r.inflected + r.linked for r in (one.rewriting for one in aligned))
    return {
        "log_words": math.log(sum(least)),
        "similarity": sum(n * one.bead.similarity for n, one in zip(least, aligned, strict=True))
        / sum(least),
        "partnered": partnered / sum(least),
        "in_slots": (partnered + sum(one.rewriting.strange for one in aligned)) / max(words_a, words_b),
    }


def is_shared(evidence: Mapping[str, float], model: Model) -> bool:
    """Tell whether a passage of that evidence is more likely shared than alike by chance, by the model `passage`."""
    return probability(evidence, model) >= _SHARED


def _aligned(a: Prepared, b: Prepared, links: Links, bead: Bead) -> Aligned:
    words_a = range(a.sentences[bead.i].first, a.sentences[bead.i + bead.di - 1].last)
    words_b = range(b.sentences[bead.j].first, b.sentences[bead.j + bead.dj - 1].last)
    return _judged(
        a, b, Aligned(bead, words_a, words_b, rewriting(a, b, links, words_a, words_b), "verbatim", 0)
    )


def _judged(a: Prepared, b: Prepared, one: Aligned) -> Aligned:
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
            one = _judged(a, b, replace(one, words_a=words_a, words_b=words_b, rewriting=how))
        found.append(one)
    return found


def _hull(places: Iterable[int | None]) -> range:
    known = [p for p in places if p is not None]
    return range(min(known), max(known) + 1) if known else range(0)


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
