"""Which of the scored sources lead: half by their score, half by what they hold that no other leader does."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence

_BY_SCORE = 0.5  # of the leaders, by score alone, so that copies of one source are there too; chosen


def chosen(
    scores: Mapping[int, float], shares: Sequence[Mapping[int, float]], count: int, id: Callable[[int], str]
) -> list[int]:
    """Return up to `count` of the sources in `scores`, the highest score first.

    `shares` says of each chunk that asked what share of it which source holds. After the first half, by score, the
    next leader is the one that holds the most of some chunk beyond what the leaders so far hold of it: a passage whose
    source is there leaves its place to another passage. Ties are cut by score and then by `id`, so that numbers decide
    nothing. (Carbonell & Goldstein 1998, maximal marginal relevance)
    """
    leaders = _highest(scores, scores, math.ceil(count * _BY_SCORE), id)
    taken = set(leaders)
    held = [max((share.get(number, 0.0) for number in leaders), default=0.0) for share in shares]
    while len(leaders) < min(count, len(scores)):
        beyond: dict[int, float] = {}
        for share, most in zip(shares, held, strict=True):
            for number, one in share.items():
                if number not in taken and number in scores:
                    beyond[number] = max(one - most, beyond.get(number, -1.0))
        left = [number for number in scores if number not in taken] if not beyond else ()
        number = _highest(beyond, scores, 1, id)[0] if beyond else _highest(left, scores, 1, id)[0]
        leaders.append(number)
        taken.add(number)
        held = [max(most, share.get(number, 0.0)) for share, most in zip(shares, held, strict=True)]
    return _highest(leaders, scores, len(leaders), id)


def _highest(
    values: Mapping[int, float] | Iterable[int],
    scores: Mapping[int, float],
    count: int,
    id: Callable[[int], str],
) -> list[int]:
    """Return the `count` highest by value, then score, then id; ids are asked for only where the rest is equal."""
    ranks = {
        number: (values[number] if isinstance(values, Mapping) else 0.0, scores[number]) for number in values
    }
    if count < 1 or not ranks:
        return []
    least = sorted(ranks.values(), reverse=True)[min(count, len(ranks)) - 1]
    first = [number for number, rank in ranks.items() if rank >= least]
    first.sort(key=lambda number: (-ranks[number][0], -ranks[number][1], id(number)))
    return first[:count]
