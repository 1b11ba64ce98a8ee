"""Passages whose words were moved about: neighbours joined, and their ends grown by the words that return."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from math import inf

from forensics.trace.align.aligned import Aligned, judged
from forensics.trace.align.rewriting import rewriting
from forensics.trace.align.word_links import Links
from forensics.trace.extract.prepare import Prepared

# Words between two passages, on both sides, that still are one: a few sentences, as between seeds. Chosen.
_NEAR = 40
# The same within a summary, on its shorter side, and how many times longer the other one is at least. Chosen on six
# summaries of PAN 2013.
_NEAR_IN_SUMMARY = 80
_TOLD_SHORTER = 2
# Levels whose words keep their order: the alignment itself finds where such a passage ends.
_AS_WRITTEN = ("verbatim", "minor")
_KEPT = 0.8
# Words beyond its ends in which a passage may go on. Chosen: four long sentences.
_REACH = 80
# Words beyond them on the other side that the first end to grow may find its words in.
_AROUND = 60
# What a content word costs that does not return on the other side; one that does gains 1. At 1 precision gains .01 and
# recall loses .02, at .5 the reverse is .05 and .03 (bench.trace.pan13).
_STRANGER = 0.8


def grown(
    passages: Sequence[Sequence[Aligned]], a: Prepared, b: Prepared, links: Links
) -> list[list[Aligned]]:
    """Return the passages, those close to each other on both sides as one, each with its ends grown.

    Passages that stand together in one text and far apart in the other are one, too: a summary. Random obfuscation and
    translation move words across sentences, where no order-keeping alignment follows them. An
    end grows over words of which many return on the other side, near the passage and in whatever order.
    """
    joined = _summaries(_joined(passages))
    found: list[list[Aligned]] = []
    for group in joined:
        others = [one for other in joined if other is not group for one in other]
        found.append(_grown(group, others, a, b, links))
    return found


def hull(words: Sequence[range]) -> range:
    """Return the stretch from the first to the last of some stretches."""
    return range(min(w.start for w in words), max(w.stop for w in words))


def _joined(passages: Sequence[Sequence[Aligned]]) -> list[list[Aligned]]:
    groups: list[list[Aligned]] = []
    for passage in passages:
        new = list(passage)
        for group in [g for g in groups if _near(g, new)]:
            groups.remove(group)
            new = [*group, *new]
        groups.append(sorted(new, key=lambda one: (one.words_a.start, one.words_b.start)))
    return sorted(groups, key=lambda g: g[0].words_a.start)


def _summaries(groups: Sequence[list[Aligned]]) -> list[list[Aligned]]:
    """Return the passages, those joined that one text tells in a stretch and the other in one of twice its length.

    What is told anew in such a passage is told as summarised.
    """
    found: list[list[Aligned]] = []
    for group in groups:
        new, joined = list(group), False
        for other in list(found):
            if _summary(new, other):
                found.remove(other)
                new, joined = [*other, *new], True
        found.append([_as_summary(one) for one in new] if joined else new)
    return found


def _summary(one: Sequence[Aligned], other: Sequence[Aligned]) -> bool:
    sides = [
        (hull([o.words_a for o in one]), hull([o.words_a for o in other])),
        (hull([o.words_b for o in one]), hull([o.words_b for o in other])),
    ]
    lengths = [len(hull(side)) for side in sides]
    short = lengths.index(min(lengths))
    return max(lengths) >= _TOLD_SHORTER * min(lengths) and _gap(*sides[short]) <= _NEAR_IN_SUMMARY


def _as_summary(one: Aligned) -> Aligned:
    return replace(one, level="summarised") if one.level == "paraphrased" else one


def _gap(one: range, other: range) -> int:
    """Return the words between two stretches; below 0 where they overlap."""
    return max(one.start, other.start) - min(one.stop, other.stop)


def _near(one: Sequence[Aligned], other: Sequence[Aligned]) -> bool:
    return all(
        _gap(x, y) <= _NEAR
        for x, y in (
            (hull([o.words_a for o in one]), hull([o.words_a for o in other])),
            (hull([o.words_b for o in one]), hull([o.words_b for o in other])),
        )
    )


def _grown(
    group: Sequence[Aligned], others: Sequence[Aligned], a: Prepared, b: Prepared, links: Links
) -> list[Aligned]:
    kept = sum(len(one.words_a) for one in group if one.level in _AS_WRITTEN)
    if kept > _KEPT * sum(len(one.words_a) for one in group):
        return list(group)
    core_a, core_b = hull([o.words_a for o in group]), hull([o.words_b for o in group])
    room_a, room_b = (
        _room(a, core_a, [o.words_a for o in others]),
        _room(b, core_b, [o.words_b for o in others]),
    )
    bag = range(max(room_b.start, core_b.start - _AROUND), min(room_b.stop, core_b.stop + _AROUND))
    new_a = _extended(core_a, room_a, _gains(a, room_a, b, bag))
    new_b = _extended(core_b, room_b, _gains(b, room_b, a, new_a))
    if (new_a, new_b) == (core_a, core_b):
        return list(group)
    found = list(group)
    for k, one in enumerate(found):
        words_a = _stretched(one.words_a, core_a, new_a)
        words_b = _stretched(one.words_b, core_b, new_b)
        if (words_a, words_b) != (one.words_a, one.words_b):
            how = rewriting(a, b, links, words_a, words_b)
            found[k] = judged(a, b, replace(one, words_a=words_a, words_b=words_b, rewriting=how))
    return found


def _stretched(words: range, core: range, new: range) -> range:
    """Return a match's words, those of the first and the last of a passage drawn out to its new ends."""
    return range(
        new.start if words.start == core.start else words.start,
        new.stop if words.stop == core.stop else words.stop,
    )


def _room(text: Prepared, core: range, others: Sequence[range]) -> range:
    """Return the words that a passage may grow to, up to the next passage on that side."""
    low, high = max(0, core.start - _REACH), min(len(text.words), core.stop + _REACH)
    low = max([low, *(o.stop for o in others if o.stop <= core.start)])
    high = min([high, *(o.start for o in others if o.start >= core.stop)])
    return range(low, high)


def _extended(core: range, room: range, gains: Sequence[float]) -> range:
    """Return the core drawn out on each side to where the sum of what is taken in is largest."""
    left, right = core.start, core.stop
    best = here = 0.0
    for k in range(core.start - 1, room.start - 1, -1):
        here += gains[k - room.start]
        if here > best:
            best, left = here, k
    best = here = 0.0
    for k in range(core.stop, room.stop):
        here += gains[k - room.start]
        if here > best:
            best, right = here, k + 1
    return range(left, right)


def _gains(text: Prepared, room: range, other: Prepared, there: range) -> list[float]:
    """Return for each word of a stretch what it says for the passage: whether it returns in a stretch of the other.

    Residue ends a passage, whatever its words are.
    """
    bag = {other.stems[k] for k in there if other.content[k]}
    inside = [False] * len(room)
    for s in text.sentences[bisect_right(text.sentences, room.start, key=lambda s: s.last) :]:
        if s.first >= room.stop:
            break
        for k in range(max(s.first, room.start), min(s.last, room.stop)):
            inside[k - room.start] = True
    return [
        -inf if not known else 0.0 if not text.content[k] else 1.0 if text.stems[k] in bag else -_STRANGER
        for k, known in zip(room, inside, strict=True)
    ]
