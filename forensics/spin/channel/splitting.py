"""A phrase's replacement taken apart into the words that were replaced, where those are known by themselves."""

from __future__ import annotations

from dataclasses import dataclass

from forensics.lexicon import Lexicon

_LONGEST_PART = 3  # words; chosen: 2 and 4 take the same phrases apart in 36 spun texts (decision 0205)
# Pages: a phrase seen on fewer owns no word that both sides share; chosen, 2 does the same (0205)
_SEEN_OFTEN = 3
_IDIOM_SHARE = 0.25  # of the pages that its part was seen on: a phrase seen that often is a pair by itself


@dataclass(frozen=True, slots=True)
class PhrasePart:
    """Words [start, start + length) of the observed phrase stand for `original`."""

    start: int
    length: int
    original: tuple[str, ...]


def split(
    observed: tuple[str, ...], original: tuple[str, ...], names: tuple[bool, ...], lexicon: Lexicon
) -> list[PhrasePart]:
    """Return the replaced parts of a phrase, or the whole where it cannot be taken apart.

    A phrase is taken apart when each of its parts either stayed the same or is a pair or link of its own, and two or
    more were replaced. Where one part was replaced and the rest is a name (`names` tells for each word whether it
    looks like one), or that part is the far commoner pair ("Final" for "Last", in "Final week"), the part stands alone;
    else the phrase is an idiom and stays whole ("greater than" for "more than"). Words that a phrase seen on few
    pages begins or ends with on both sides are its neighbours there and no part of it.
    """
    if _pages(observed, original, lexicon) < _SEEN_OFTEN:
        before, behind = _shared(observed, original)
        if before or behind:
            inner = slice(before, len(observed) - behind)
            wanted = original[before : len(original) - behind]
            if len(observed[inner]) == 1 or lexicon.relation(observed[inner], wanted) is not None:
                inside = split(observed[inner], wanted, names[inner], lexicon)
                return [PhrasePart(p.start + before, p.length, p.original) for p in inside]
    whole = [PhrasePart(0, len(observed), original)]
    if len(observed) == 1:
        return whole
    parts = _aligned(observed, original, lexicon)
    if parts is None:
        return whole
    changed = [p for p in parts if observed[p.start : p.start + p.length] != p.original]
    if len(changed) == 1:
        kept = set(range(len(observed))) - set(range(changed[0].start, changed[0].start + changed[0].length))
        part = observed[changed[0].start : changed[0].start + changed[0].length]
        idiom = _pages(observed, original, lexicon) >= _IDIOM_SHARE * _pages(
            part, changed[0].original, lexicon
        )
        if idiom and not (kept and all(names[i] for i in kept)):
            return whole
    return changed or whole


def _shared(observed: tuple[str, ...], original: tuple[str, ...]) -> tuple[int, int]:
    """Return how many words both begin with and end with, leaving at least one between on each side."""
    most = min(len(observed), len(original)) - 1
    before = 0
    while before < most and observed[before] == original[before]:
        before += 1
    behind = 0
    while behind < most - before and observed[-1 - behind] == original[-1 - behind]:
        behind += 1
    return before, behind


def _pages(observed: tuple[str, ...], original: tuple[str, ...], lexicon: Lexicon) -> float:
    return max((p.pages for p in lexicon.pairs.get(observed, ()) if p.original == original), default=0.0)


def _aligned(
    observed: tuple[str, ...], original: tuple[str, ...], lexicon: Lexicon
) -> list[PhrasePart] | None:
    """Return the alignment with the most parts, or None where some words have no counterpart."""
    best: dict[tuple[int, int], list[PhrasePart]] = {(0, 0): []}
    for i in range(len(observed)):
        for j in range(len(original)):
            if (i, j) not in best:
                continue
            for n in range(1, min(_LONGEST_PART, len(observed) - i) + 1):
                for m in range(1, min(_LONGEST_PART, len(original) - j) + 1):
                    a, b = observed[i : i + n], original[j : j + m]
                    if (n, m) == (len(observed), len(original)):
                        continue
                    if (a == b and n == 1) or (a != b and lexicon.relation(a, b) is not None):
                        held = best.get((i + n, j + m))
                        if held is None or len(best[i, j]) + 1 > len(held):
                            best[i + n, j + m] = [*best[i, j], PhrasePart(i, n, b)]
    return best.get((len(observed), len(original)))
