"""Two texts compared in depth: what matches, and how it was rewritten."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from forensics.lexicon.relations import Knowledge
from forensics.trace.align.aligned import Aligned as Aligned
from forensics.trace.align.aligned import aligned_by, trimmed
from forensics.trace.align.common_event import CommonEvent, common_event
from forensics.trace.align.grain import grained
from forensics.trace.align.growth import grown
from forensics.trace.align.inserted import Inserted, SharedPassage, inserted
from forensics.trace.align.masks import Masks, masks, outside
from forensics.trace.align.ngrams import NgramOverlap, overlap
from forensics.trace.align.passages import find_passages
from forensics.trace.align.sentence_chain import chain_score, order_z
from forensics.trace.align.shared_quotations import shared_quotations
from forensics.trace.align.similarity import compare, cosine
from forensics.trace.align.word_links import Links, link
from forensics.trace.align.word_runs import WordRuns, word_runs
from forensics.trace.extract.prepare import Prepared
from forensics.trace.models import Model, Models, log_odds, probability, shipped_models
from forensics.trace.result import SharedQuotation

if TYPE_CHECKING:
    from numpy import ndarray

# A passage is shown when it is more likely shared than alike by chance, by the fitted model of passages.
_SHARED = 0.5
# Sentences are alike outside their quotations from the similarity that seeds a passage.
_ALIKE = 0.3


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
    inserted: Inserted | None = None


def compare_pair(
    a: Prepared, b: Prepared, knowledge: Knowledge, seed: int = 1, *, models: Models | None = None
) -> PairComparison:
    """Compare two texts sentence by sentence and word by word; `seed` drives the order test's shuffles.

    `models` weighs what passages may be shared; None stands for the models that ship. Of long texts groups of sentences
    are compared: the comparison holds the texts as they were.
    """
    if not a.sentences or not b.sentences:
        return PairComparison(a, b, (), 0.0, 0.0, 0.0, NgramOverlap(), 0, 0)
    a, b = grained(a, b)
    mask = masks(a, b)
    links = link(a, b, knowledge)
    similarity = compare(a, b, links, knowledge)
    own = similarity if mask.empty else compare(outside(a, mask.a), outside(b, mask.b), links, knowledge)
    chained = own if mask.empty else _filled(own, a, mask.a, b, mask.b)
    model = (models or shipped_models()).passage
    found: list[Aligned] = []
    passages = _shared(_proposed(a, b, links, similarity), model)
    cut = [one for one in (trimmed(passage.aligned, a, b, links) for passage in passages) if one]
    for number, aligned in enumerate(grown(cut, a, b, links)):
        found += [replace(one, passage=number, own_words=_own_words(one, mask, own)) for one in aligned]
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
        inserted=inserted(a, b, passages, mask, knowledge),
    )


def _shared(proposals: Iterable[Sequence[Aligned]], model: Model) -> list[SharedPassage]:
    """Return the passages that are more likely shared than alike by chance, by the model `passage`."""
    weighed = ((aligned, passage_evidence(aligned)) for aligned in proposals)
    return [
        SharedPassage(aligned, evidence, log_odds(evidence, model))
        for aligned, evidence in weighed
        if is_shared(evidence, model)
    ]


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
    a, b = grained(a, b)
    links = link(a, b, knowledge)
    return _proposed(a, b, links, compare(a, b, links, knowledge))


def _proposed(a: Prepared, b: Prepared, links: Links, similarity: ndarray) -> list[list[Aligned]]:
    words_a = [s.length for s in a.sentences]
    words_b = [s.length for s in b.sentences]
    return [
        [aligned_by(a, b, links, bead) for bead in passage.beads]
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
