"""Sources that explain each other away: what a better one holds already, and those that hold the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from forensics.trace.result import PairVerdict
from forensics.trace.verdict.shares import Share, takers

# The share of what a source explains that a better one explains as well, from which the first adds nothing: what is
# left is a sentence that was aligned by chance. Chosen.
_NOTHING_NEW = 0.9

_AS_GOOD = "{other} holds the same passages: which of the two was used cannot be told."


def explained(
    verdicts: Sequence[PairVerdict], of: Mapping[str, Sequence[Share]], traced: Set[str]
) -> list[PairVerdict]:
    """Return the verdicts, those whose source adds nothing to a better one `explained_by` that.

    A source of which it is known that the text comes from it is explained by no other of which it is not. Where two
    explain the same, the first stands for both, and the limits of either say so.
    """
    by: dict[int, dict[str, str]] = {}
    alike: dict[int, list[str]] = {}
    for id, held in of.items():
        for share, better in _covered(held):
            by.setdefault(share.verdict, {})[id] = better.source
            if _adds_nothing(better, share):
                alike.setdefault(share.verdict, []).append(better.source)
                alike.setdefault(better.verdict, []).append(share.source)
    found = list(verdicts)
    for number, verdict in enumerate(verdicts):
        who = [by.get(number, {}).get(id) for id, _ in takers(verdict, traced)]
        if who and None not in who:
            found[number] = replace(found[number], explained_by=who[0])
        others = tuple(_AS_GOOD.format(other=other) for other in dict.fromkeys(alike.get(number, ())))
        found[number] = replace(found[number], limits=(*found[number].limits, *others))
    return found


def best(held: Sequence[Share]) -> list[Share]:
    """Return the sources that none explains away, the one that explains most first."""
    away = {share.verdict for share, _ in _covered(held)}
    return [share for share in _ranked(held) if share.verdict not in away]


def _covered(held: Sequence[Share]) -> Iterator[tuple[Share, Share]]:
    """Yield each source that adds nothing, and the better one that explains it."""
    kept: list[Share] = []
    for share in _ranked(held):
        better = next(
            (one for one in kept if (one.told or not share.told) and _adds_nothing(share, one)), None
        )
        if better is None:
            kept.append(share)
        else:
            yield share, better


def _ranked(held: Sequence[Share]) -> list[Share]:
    return sorted(held, key=lambda share: (-share.total, share.verdict))


def _adds_nothing(share: Share, better: Share) -> bool:
    both = sum(min(worth, better.worth.get(word, 0.0)) for word, worth in share.worth.items())
    return both >= _NOTHING_NEW * share.total
