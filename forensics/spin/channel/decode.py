"""The most likely original of a passage: a joint search over all its candidates under a noisy channel."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forensics.lexicon import Lexicon
from forensics.lexicon.lexicon import SENTENCE_END, SENTENCE_START

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

# Readings kept at each place: twenty find the same, five lose one substitution in a thousand (0205)
_BEAM = 10


@dataclass(frozen=True, slots=True)
class LatticeEdge:
    """Words [start, start + length) of a passage read as `numbers`, at a `channel` score in nats.

    `candidate` is the candidate's place in the document's list, -1 where the words stay as they are.
    """

    start: int
    length: int
    numbers: tuple[int, ...]
    channel: float
    candidate: int


@dataclass(frozen=True, slots=True)
class _State:
    score: float
    last: tuple[int, int]
    before: _State | None
    candidate: int


def decode(numbers: Sequence[int], edges: Sequence[LatticeEdge], fit: float, lexicon: Lexicon) -> list[int]:
    """Return the candidates on the best reading of a passage, left to right.

    A path's score is the sum of its edges' channel scores and `fit` times the log-probability of its words under
    the trigram model. Source: the noisy channel of Brown et al. (1990) over a lattice, searched by beam.
    """
    native = lexicon.ngrams.native
    if native is None:
        return _in_python(numbers, edges, fit, lexicon)
    import numpy as np

    from forensics.spin.channel import _search

    edges = sorted(edges, key=lambda edge: edge.start)
    ends = np.cumsum([0, *(len(edge.numbers) for edge in edges)])
    rows = [
        (e.start, e.length, first, len(e.numbers)) for e, first in zip(edges, ends.tolist(), strict=False)
    ]
    chosen = np.empty(len(numbers), np.int64)
    count = _search.search(
        native.parts,
        np.array(numbers, np.int64),
        np.array(rows, np.int64),
        np.array([n for edge in edges for n in edge.numbers], np.int64),
        np.array([edge.channel for edge in edges], np.float64),
        lexicon.numbers[SENTENCE_START],
        lexicon.numbers[SENTENCE_END],
        fit,
        _BEAM,
        chosen,
    )
    return [edges[i].candidate for i in chosen[:count].tolist()]


def _in_python(
    numbers: Sequence[int], edges: Sequence[LatticeEdge], fit: float, lexicon: Lexicon
) -> list[int]:
    start, end = lexicon.numbers[SENTENCE_START], lexicon.numbers[SENTENCE_END]
    leaving: list[list[LatticeEdge]] = [[LatticeEdge(i, 1, (n,), 0.0, -1)] for i, n in enumerate(numbers)]
    for edge in edges:
        leaving[edge.start].append(edge)
    leaving.append([LatticeEdge(len(numbers), 0, (end,), 0.0, -1)])
    arriving: list[dict[tuple[int, int], _State]] = [{} for _ in range(len(numbers) + 1)]
    arriving[0][start, start] = _State(0.0, (start, start), None, -1)
    final = _State(-math.inf, (end, end), None, -1)
    for at, options in enumerate(leaving):
        beam = sorted(arriving[at].values(), key=lambda s: (-s.score, s.last))[:_BEAM]
        for state, edge, log in _extended(beam, options, lexicon):
            score = state.score + edge.channel + fit * log
            last = (state.last + edge.numbers)[-2:]
            follower = _State(score, (last[0], last[1]), state, edge.candidate)
            if at == len(numbers):
                final = max(final, follower, key=lambda s: s.score)
                continue
            held = arriving[at + edge.length].get(follower.last)
            if held is None or score > held.score:
                arriving[at + edge.length][follower.last] = follower
    found = []
    step: _State | None = final
    while step is not None:
        if step.candidate >= 0:
            found.append(step.candidate)
        step = step.before
    return found[::-1]


def _extended(
    beam: list[_State], options: list[LatticeEdge], lexicon: Lexicon
) -> list[tuple[_State, LatticeEdge, float]]:
    """Return every state with every edge and the log-probability of the edge's words after it."""
    import numpy as np

    steps = [(state, edge) for state in beam for edge in options]
    chains = [(*state.last, *edge.numbers) for state, edge in steps]
    flat = np.array([c[j - 2 : j + 1] for c in chains for j in range(2, len(c))], np.int64)
    logs = lexicon.ngrams.trigram(flat[:, 0], flat[:, 1], flat[:, 2])
    owner = np.repeat(np.arange(len(chains)), [len(c) - 2 for c in chains])
    totals = np.bincount(owner, logs, len(chains)).tolist()
    return [(state, edge, log) for (state, edge), log in zip(steps, totals, strict=True)]
