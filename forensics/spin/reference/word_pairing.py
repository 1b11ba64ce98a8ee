"""Which word or phrase replaced which, inside the stretches in which two texts differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from forensics.lang import language
from forensics.text.alignment import AlignedBlock

Keys = Sequence[str]
Link = Callable[[tuple[str, ...], tuple[str, ...]], str | None]
"""Names what links an observed phrase to an original one, None where nothing does."""

_LONGEST_FACING = 4  # words at most on either side of a substitution, as in a user's pair
_LENGTHS_APART = 2  # words; chosen, not measured: spinners write up to two more or fewer for most phrases
_GLUE = language("en").glue
_AUXILIARIES = language("en").spelling.auxiliaries
# Pairs of words: a longer stretch was rewritten. Chosen for its cost: 40 by 40 words
_SUBSTITUTED_CELLS = 1600
# What pairing each other is worth. Chosen by their order, not measured: an equal word before a form of the same, that
# before a link, and that before a number; a longer link before a shorter one, an equal small word last.
_WORTH_EQUAL, _WORTH_EQUAL_GLUE, _WORTH_SAME_WORD, _WORTH_LINKED, _WORTH_NUMBERS = 2.0, 0.8, 1.7, 1.5, 1.2
_WORTH_OF_LENGTH = 0.1  # a word more; chosen, small enough that four words' link hardly beats one equal word


@dataclass(frozen=True, slots=True)
class Pairing:
    """Words [a_start, a_end) of one text stand where words [b_start, b_end) of the other do.

    Either range may be empty: then words were inserted or deleted. `link` names what joins the two.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    link: str | None = None

    @property
    def replaces(self) -> bool:
        """Whether something stands on both sides."""
        return self.a_start < self.a_end and self.b_start < self.b_end


def pair_words(
    a: Keys, b: Keys, blocks: Sequence[AlignedBlock], link: Link, breaks: Callable[[int, int], bool]
) -> list[Pairing]:
    """Return how the words of the differing `blocks` face each other; equal words are left out.

    Inside a block the pairing of the greatest worth is taken (Needleman & Wunsch 1970, over beads of up to
    four words): equal, same stem, linked by `link`, spelt alike. What stands alone between two such pairs
    is a substitution by its position when both sides are short, else a deletion and an insertion.
    `breaks(start, end)` tells whether words [start, end) of the first text cross the end of a sentence.
    """
    found: list[Pairing] = []
    for block in blocks:
        if block.equal:
            continue
        n, m = block.a_end - block.a_start, block.b_end - block.b_start
        anchored = _anchors(a, b, block, link, breaks) if 0 < n * m <= _SUBSTITUTED_CELLS else []
        i, j = block.a_start, block.b_start
        for anchor in [*anchored, Pairing(block.a_end, block.a_end, block.b_end, block.b_end)]:
            found += _between(a, b, i, anchor.a_start, j, anchor.b_start, n * m <= _SUBSTITUTED_CELLS, breaks)
            if a[anchor.a_start : anchor.a_end] != b[anchor.b_start : anchor.b_end]:
                found.append(anchor)
            i, j = anchor.a_end, anchor.b_end
    return _whole_verbs(a, b, found)


def _whole_verbs(a: Keys, b: Keys, pairings: Sequence[Pairing]) -> list[Pairing]:
    """Return the pairings with auxiliaries put together: have been for were is one change of tense."""
    found: list[Pairing] = []
    for p in pairings:
        last = found[-1] if found else None
        if (
            last
            and (last.a_end, last.b_end) == (p.a_start, p.b_start)
            and "inflection" in (last.link, p.link)
        ):
            whole = Pairing(last.a_start, p.a_end, last.b_start, p.b_end, "inflection")
            words = (*a[whole.a_start : whole.a_end], *b[whole.b_start : whole.b_end])
            if whole.replaces and _AUXILIARIES.issuperset(words):
                found[-1] = whole
                continue
        found.append(p)
    return found


def _anchors(
    a: Keys, b: Keys, block: AlignedBlock, link: Link, breaks: Callable[[int, int], bool]
) -> list[Pairing]:
    """Return the pairs worth most in all, in order."""
    a0, b0 = block.a_start, block.b_start
    n, m = block.a_end - a0, block.b_end - b0
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    step: list[list[tuple[int, int, str | None]]] = [[(0, 0, None)] * (m + 1) for _ in range(n + 1)]
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            choice: tuple[int, int, str | None] = (1, 0, None)
            score = best[i - 1][j]
            if best[i][j - 1] > score:
                score, choice = best[i][j - 1], (0, 1, None)
            for p in range(1, min(_LONGEST_FACING, i) + 1):
                for q in range(1, min(_LONGEST_FACING, j) + 1):
                    worth, why = _worth(a, b, a0 + i - p, a0 + i, b0 + j - q, b0 + j, link, breaks)
                    if worth and best[i - p][j - q] + worth > score:
                        score, choice = best[i - p][j - q] + worth, (p, q, why)
            best[i][j], step[i][j] = score, choice
    found: list[Pairing] = []
    i, j = n, m
    while i and j:
        p, q, why = step[i][j]
        if p and q:
            found.append(Pairing(a0 + i - p, a0 + i, b0 + j - q, b0 + j, why))
        i, j = i - p, j - q
    return found[::-1]


def _worth(
    a: Keys, b: Keys, a0: int, a1: int, b0: int, b1: int, link: Link, breaks: Callable[[int, int], bool]
) -> tuple[float, str | None]:
    if a1 - a0 == 1 and b1 - b0 == 1:
        x, y = a[a0], b[b0]
        if x == y:
            return (_WORTH_EQUAL_GLUE if x in _GLUE else _WORTH_EQUAL), None
        if x[0].isdigit() or y[0].isdigit():
            return (_WORTH_NUMBERS, None) if x[0].isdigit() and y[0].isdigit() else (0.0, None)
    elif breaks(a0, a1):
        return 0.0, None
    why = link(tuple(a[a0:a1]), tuple(b[b0:b1]))
    if why in ("inflection", "spelling"):
        return _WORTH_SAME_WORD, why
    return (_WORTH_LINKED + _WORTH_OF_LENGTH * (a1 - a0 + b1 - b0 - 2) if why else 0.0), why


def _between(
    a: Keys, b: Keys, i: int, i_end: int, j: int, j_end: int, short: bool, breaks: Callable[[int, int], bool]
) -> list[Pairing]:
    """Pair what no anchor claimed by its position, if short; word by word where all of it carries content."""
    n, m = i_end - i, j_end - j
    if not n and not m:
        return []
    if (
        short
        and max(n, m) <= _LONGEST_FACING
        and n * m > 0
        and abs(n - m) <= _LENGTHS_APART
        and not breaks(i, i_end)
    ):
        if n == m and not any(w in _GLUE for w in (*a[i:i_end], *b[j:j_end])):
            return [Pairing(i + k, i + k + 1, j + k, j + k + 1) for k in range(n)]
        return [Pairing(i, i_end, j, j_end)]
    found = [Pairing(i, i_end, j, j)] if n else []
    return found + ([Pairing(i_end, i_end, j, j_end)] if m else [])
