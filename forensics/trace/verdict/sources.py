"""What a text's sources are, set against each other: explained away, or parts of a patchwork."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from forensics.trace.align.pair import PairComparison
from forensics.trace.extract.prepare import Prepared
from forensics.trace.result import PairVerdict, SentenceSource
from forensics.trace.verdict.explained import explained
from forensics.trace.verdict.patchwork import Patchwork, patchwork
from forensics.trace.verdict.shares import shares


def set_against(
    verdicts: Sequence[PairVerdict],
    comparisons: Sequence[PairComparison],
    traced: Set[str],
    depend: Callable[[str, str], bool],
) -> tuple[list[PairVerdict], list[SentenceSource]]:
    """Return the verdicts with the sources of each text of `traced` set against each other, and whence the sentences
    of patchworks come. `depend` tells of two sources whether one text stands behind both.
    """
    held = shares(verdicts, comparisons, traced)
    found = explained(verdicts, {id: some for id, (_, some) in held.items()}, traced)
    sentences: list[SentenceSource] = []
    for text, some in held.values():
        whole = patchwork(text, some, depend)
        if whole is not None:
            for part in whole.parts:
                found[part.verdict] = replace(found[part.verdict], relation="patchwork")
            sentences += _sentences(text, whole)
    return found, sentences


def _sentences(text: Prepared, whole: Patchwork) -> list[SentenceSource]:
    return [
        SentenceSource(text.id, s.start, s.end, None if of is None else whole.parts[of].source)
        for s, of in zip(text.sentences, whole.sentences, strict=True)
    ]
