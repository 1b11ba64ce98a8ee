"""A passage that two texts share which otherwise tell of other things: what it takes to say that it was taken over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from forensics.lexicon.relations import Knowledge
from forensics.trace.align.aligned import Aligned
from forensics.trace.align.common_event import common_event
from forensics.trace.align.masks import Masks, outside
from forensics.trace.align.similarity import cosine
from forensics.trace.extract.prepare import Prepared

# A passage of which either text quotes more than this share is somebody else's words.
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage with the evidence for it, and the log odds by it that the passage is shared."""

    aligned: Sequence[Aligned]
    evidence: Mapping[str, float]
    odds: float


@dataclass(frozen=True, slots=True)
class Inserted:
    """The surest passage outside quotations, and how alike what is around the passages is; all 0..1.

    `similarity` and `partnered` are those of `passage_evidence`; `rest_alike` is the cosine of the words outside all
    shared passages, `rest_names` that of the names there: two reports of one event share names everywhere.
    """

    similarity: float
    partnered: float
    rest_alike: float
    rest_names: float


def inserted(
    a: Prepared, b: Prepared, passages: Sequence[SharedPassage], masks: Masks, knowledge: Knowledge
) -> Inserted | None:
    """Return what speaks for a passage having been taken over alone; None where none stands outside quotations."""
    own = [one for one in passages if not _quoted(one, masks)]
    if not own:
        return None
    best = max(own, key=lambda one: one.odds)
    used_a, used_b = [False] * len(a.words), [False] * len(b.words)
    for passage in passages:
        for one in passage.aligned:
            used_a[one.words_a.start : one.words_a.stop] = [True] * len(one.words_a)
            used_b[one.words_b.start : one.words_b.stop] = [True] * len(one.words_b)
    rest_a, rest_b = outside(a, used_a), outside(b, used_b)
    return Inserted(
        similarity=best.evidence["similarity"],
        partnered=best.evidence["partnered"],
        rest_alike=cosine(rest_a, rest_b, knowledge),
        rest_names=common_event(rest_a, rest_b, knowledge).names_alike,
    )


def _quoted(passage: SharedPassage, masks: Masks) -> bool:
    if masks.empty:
        return False
    sides = (
        (masks.a, [k for one in passage.aligned for k in one.words_a]),
        (masks.b, [k for one in passage.aligned for k in one.words_b]),
    )
    return any(sum(quoted[k] for k in words) > _MOSTLY * len(words) for quoted, words in sides)
