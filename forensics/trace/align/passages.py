"""Passages that two texts share, wherever they stand: seeds, grown to stretches, and filtered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forensics.trace.align.sentence_chain import Bead, best_chain

if TYPE_CHECKING:
    from numpy import ndarray

Box = tuple[int, int, int, int]
"""First and last sentence of a, first and last of b."""

# Likeness of a pair that seeds a passage: one pair in twenty of two reports of one event reaches it.
_SEED = 0.3
# A seed is at least that share of the best pair that either sentence has.
_NEAR_BEST = 0.8
# Sentences between two seeds of one stretch, as Sanchez-Perez, Sidorov & Gelbukh 2014 allow (their maxgap is 4).
_GAP = 4
# Sentences beyond the seeds that the chain may take in.
_MARGIN = 2
# Likeness below which a bead at either end of a passage is cut off.
_EDGE = 0.2
# Likeness that a lone bead needs to be evidence.
_LONE_SEED = 0.5
# What several beads need together, each by how much it stands above `_EDGE`.
_LEAST_STRENGTH = 0.3
# Words that a passage needs on its shorter side: fewer are a phrase.
_LEAST_WORDS = 6
# A bead is a mere bridge when it is less alike than this share of the best that both its sides have elsewhere.
_CLOSE = 0.5
# A passage is given up when stronger ones take that share of its beads.
_MAIN_PART = 0.5
# A text told backwards needs a round for each sentence; beyond that it is no telling.
_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a and a stretch of b that tell the same in the same order, bead by bead."""

    beads: tuple[Bead, ...]
    strength: float


def find_passages(similarity: ndarray, words_a: Sequence[int], words_b: Sequence[int]) -> list[Passage]:
    """Return the shared passages, in the order of a; none overlaps another on both sides.

    `similarity` is (sentences of a, sentences of b); `words_a` and `words_b` count the words of each
    sentence. Pairs of sentences that are clearly alike are seeds; seeds close to each other on both sides
    form a stretch, inside which the best chain decides (seed, extend and filter: Sanchez-Perez, Sidorov &
    Gelbukh 2014).
    """
    import numpy as np

    found: list[Passage] = []
    free = np.array(similarity)
    for _ in range(_ROUNDS):
        used: set[int] = set()
        for box in _clusters(*_seeds(free)):
            beads = _grown(free, box)
            used.update(i for b in beads for i in range(b.i, b.i + b.di))
            if beads and _holds(beads, words_a, words_b):
                found.append(Passage(tuple(beads), sum(b.similarity for b in beads)))
        if not used:
            break
        free[sorted(used)] = 0
    return _apart(found)


def _grown(similarity: ndarray, box: Box) -> list[Bead]:
    """Return the best chain in and a little around the stretch that a cluster of seeds spans."""
    i0, i1 = max(0, box[0] - _MARGIN), box[1] + _MARGIN + 1
    j0, j1 = max(0, box[2] - _MARGIN), box[3] + _MARGIN + 1
    chain = best_chain(similarity[i0:i1, j0:j1])
    beads = [Bead(b.i + i0, b.j + j0, b.di, b.dj, b.similarity) for b in chain]
    return _trimmed([b for b in beads if not _better_elsewhere(similarity, b)])


def _better_elsewhere(similarity: ndarray, bead: Bead) -> bool:
    """Tell whether the sentences of a bead are far more alike to others: then the chain only bridged a gap."""
    rows, columns = slice(bead.i, bead.i + bead.di), slice(bead.j, bead.j + bead.dj)
    here = similarity[rows, columns].max()
    return bool(here < _CLOSE * min(similarity[rows].max(), similarity[:, columns].max()))


def _seeds(similarity: ndarray) -> tuple[ndarray, ndarray]:
    """Return the pairs that are clearly alike, and close to the best that either sentence has: rows and columns."""
    import numpy as np

    if not similarity.size:
        return np.empty(0, np.intp), np.empty(0, np.intp)
    best = np.minimum(similarity.max(1)[:, None], similarity.max(0)[None, :])
    rows, columns = np.nonzero((similarity >= _SEED) & (similarity >= _NEAR_BEST * best))
    return rows, columns


def _clusters(rows: ndarray, columns: ndarray) -> list[Box]:
    """Return what each group of seeds spans that no gap of more than a few sentences divides on either side."""
    import numpy as np

    todo = [(np.arange(len(rows)), 0, False)] if len(rows) else []
    done: list[Box] = []
    while todo:
        group, side, stable = todo.pop()
        places = (rows, columns)[side][group]
        order = np.argsort(places, kind="stable")
        parts = np.split(group[order], np.flatnonzero(np.diff(places[order]) > _GAP + 1) + 1)
        if len(parts) == 1 and stable:
            i, j = rows[group], columns[group]
            done.append((int(i.min()), int(i.max()), int(j.min()), int(j.max())))
        else:
            todo += [(part, 1 - side, len(parts) == 1) for part in parts]
    return sorted(done)


def _trimmed(beads: list[Bead]) -> list[Bead]:
    """Return the beads without weak ones at either end."""
    strong = [k for k, bead in enumerate(beads) if bead.similarity >= _EDGE]
    return beads[strong[0] : strong[-1] + 1] if strong else []


def _holds(beads: Sequence[Bead], words_a: Sequence[int], words_b: Sequence[int]) -> bool:
    """Tell whether the beads are evidence: several, or one long and clear."""
    words = min(
        sum(words_a[k] for b in beads for k in range(b.i, b.i + b.di)),
        sum(words_b[k] for b in beads for k in range(b.j, b.j + b.dj)),
    )
    if words < _LEAST_WORDS:
        return False
    return max(b.similarity for b in beads) >= _LONE_SEED or (
        len(beads) > 1 and sum(max(0.0, b.similarity - _EDGE) for b in beads) >= _LEAST_STRENGTH
    )


def _apart(passages: list[Passage]) -> list[Passage]:
    """Return the passages without those that a stronger one overlaps on the side of a, in the order of a."""
    kept: list[Passage] = []
    taken: set[int] = set()
    for passage in sorted(passages, key=lambda p: (-p.strength, p.beads[0].i, p.beads[0].j)):
        beads = [b for b in passage.beads if not any(k in taken for k in range(b.i, b.i + b.di))]
        if len(beads) > _MAIN_PART * len(passage.beads):
            kept.append(Passage(tuple(beads), passage.strength))
            taken.update(k for b in beads for k in range(b.i, b.i + b.di))
    return sorted(kept, key=lambda p: (p.beads[0].i, p.beads[0].j))
