"""Patchworks: texts that take different parts from several sources, and which sentence comes from which."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from forensics.trace.extract.prepare import Prepared
from forensics.trace.verdict.explained import best
from forensics.trace.verdict.shares import Share

# The share of a text that a source must explain alone to be a part: between the two neighbours of 80 that share
# background of their newsroom (.05 and .17).
_LEAST_SHARE = 0.08
# A source that covers this much is the source: what others share with the text, they share with it. Of 80
# texts spun and cut 79 are covered so by the text that they were made from.
_WHOLE = 0.8
# The share of a text that its parts cover together: a text that is not put together from them has one of its own.
_MOST = 0.5
# The share of its words that a sentence's source must explain; below it nobody does.
_LEAST_OF_SENTENCE = 0.3
# A sentence that two parts explain within this share of each other is the larger part's.
_AS_WELL = 0.9


@dataclass(frozen=True, slots=True)
class Patchwork:
    """A text's parts, the one that explains most first, and for each of its sentences the number of its part."""

    parts: tuple[Share, ...]
    sentences: tuple[int | None, ...]


def patchwork(text: Prepared, held: Sequence[Share], depend: Callable[[str, str], bool]) -> Patchwork | None:
    """Return the parts that `text` is put together from; None where one source explains it, or none.

    Each part explains sentences that no other explains as well. `depend` tells of two sources whether one text stands
    behind both: such sources are no two parts, and what the text shares with each of them may come from there.
    """
    parts = best(held)
    if not parts or len(parts[0].worth) >= _WHOLE * text.length:
        return None
    while len(parts) > 1:
        sentences = _sentences(text, parts)
        own = [_words(text, sentences, n, part) for n, part in enumerate(parts)]
        least = min(range(len(parts)), key=lambda n: (own[n], -n))
        if own[least] >= _LEAST_SHARE * text.length:
            break
        parts = [part for n, part in enumerate(parts) if n != least]
    parts = _independent(parts, depend)
    if len(parts) < 2 or len(_all_words(parts)) < _MOST * text.length:
        return None
    return Patchwork(tuple(parts), tuple(_sentences(text, parts)))


def _independent(parts: Sequence[Share], depend: Callable[[str, str], bool]) -> list[Share]:
    """Return the parts less those that depend on another; of two such the one that is known to be a source stays."""
    kept: list[Share] = []
    for part in sorted(parts, key=lambda part: not part.told):
        if not any(depend(part.source, other.source) for other in kept):
            kept.append(part)
    return [part for part in parts if part in kept]


def _all_words(parts: Sequence[Share]) -> set[int]:
    return {word for part in parts for word in part.worth}


def _sentences(text: Prepared, parts: Sequence[Share]) -> list[int | None]:
    """Return for each sentence the number of the part that explains most of it; of two as good, the larger part."""
    found: list[int | None] = []
    for sentence in text.sentences:
        worth = [_explains(part.worth, sentence.first, sentence.last) for part in parts]
        most = max(worth)
        enough = most >= _LEAST_OF_SENTENCE * sentence.length
        found.append(next(n for n, one in enumerate(worth) if one >= _AS_WELL * most) if enough else None)
    return found


def _explains(worth: Mapping[int, float], first: int, last: int) -> float:
    return sum(worth.get(word, 0.0) for word in range(first, last))


def _words(text: Prepared, sentences: Sequence[int | None], number: int, part: Share) -> int:
    """Return how many words a part explains in the sentences that are its own."""
    own = [s for s, of in zip(text.sentences, sentences, strict=True) if of == number]
    return sum(word in part.worth for s in own for word in range(s.first, s.last))
