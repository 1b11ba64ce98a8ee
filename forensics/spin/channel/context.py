"""The words around a place once what stands beside it is restored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReplacedSpan:
    """Words [start, start + length) of a passage stand for the words `numbers`."""

    start: int
    length: int
    numbers: tuple[int, ...]


def around(
    numbers: Sequence[int], replaced: Sequence[ReplacedSpan], opening: int, closing: int
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return for each place 0..n the two words before it, and the two behind it, with `replaced` undone.

    A place inside a replaced span sees the words of that span as they stand. `opening` and `closing` are the numbers
    of sentence start and end; `replaced` is in order and does not overlap.
    """
    return (
        _before(list(numbers), replaced, opening),
        [
            (b, a)
            for a, b in reversed(
                _before(
                    list(reversed(numbers)),
                    [
                        ReplacedSpan(len(numbers) - r.start - r.length, r.length, r.numbers[::-1])
                        for r in reversed(replaced)
                    ],
                    opening,
                    closing,
                )
            )
        ],
    )


def _before(
    numbers: list[int], replaced: Sequence[ReplacedSpan], opening: int, closing: int | None = None
) -> list[tuple[int, int]]:
    edge = (opening, opening) if closing is None else (opening, closing)
    starts = {r.start: r for r in replaced}
    found = []
    restored = list(edge)
    inside: list[int] = []
    until = -1
    for place in range(len(numbers) + 1):
        if place == until:
            restored += starts[until - len(inside)].numbers
            inside, until = [], -1
        seen = restored + inside
        found.append((seen[-2], seen[-1]))
        if place == len(numbers):
            break
        if until < 0 and place in starts:
            until = place + starts[place].length
            inside = []
        if until >= 0:
            inside.append(numbers[place])
        else:
            restored.append(numbers[place])
    return found
