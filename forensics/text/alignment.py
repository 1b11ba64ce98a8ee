"""Two texts laid side by side, word by word, with the passages that changed places."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from forensics.lang import language
from forensics.lang.base import Language

Words = Sequence[str]
Partner = tuple[int, int, float]  # a sentence of each text, and what the pair weighs

_MIN_SHARED = 0.3  # of two sentences' words, weighted by rarity: below, they are not the same sentence
_MIN_WORDS = 3  # that two sentences share: fewer prove nothing, in their place or out of it
_ENGLISH = language("en")


@dataclass(frozen=True, slots=True)
class AlignedBlock:
    """Words [a_start, a_end) of one text face words [b_start, b_end) of the other; a range may be empty."""

    equal: bool
    a_start: int
    a_end: int
    b_start: int
    b_end: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """All that faces each other, in the order of the first text.

    `moved` covers whole sentences that are out of the common order; `blocks` holds what faces what in them
    too.
    """

    blocks: tuple[AlignedBlock, ...]
    moved: tuple[AlignedBlock, ...]


def align(
    a: Words,
    b: Words,
    a_sentences: Sequence[range],
    b_sentences: Sequence[range],
    language: Language = _ENGLISH,
) -> Alignment:
    """Align two texts given as words in comparable form, with the word ranges of their sentences.

    Sentences that found their partner out of the common order are set aside as moved and aligned by
    themselves; the rest is aligned as a whole by Levenshtein operations over words, which survive sentences
    that were split or joined. Time grows with len(a) * len(b) / 64.
    """
    glue = language.glue
    moved = _moved(a, b, a_sentences, b_sentences, glue)
    a_rest = _rest(len(a), [(m.a_start, m.a_end) for m in moved])
    b_rest = _rest(len(b), [(m.b_start, m.b_end) for m in moved])
    blocks = _aligned(a, b, a_rest, b_rest, glue)
    for block in moved:
        a_block, b_block = range(block.a_start, block.a_end), range(block.b_start, block.b_end)
        blocks += _aligned(a, b, a_block, b_block, glue)
    return Alignment(tuple(sorted(blocks, key=_place)), tuple(sorted(moved, key=_place)))


def _place(block: AlignedBlock) -> tuple[int, int, int]:
    return block.a_start, block.b_start, block.a_end


def _rest(length: int, taken: list[tuple[int, int]]) -> list[int]:
    gone = {at for start, end in taken for at in range(start, end)}
    return [at for at in range(length) if at not in gone]


def _aligned(
    a: Words, b: Words, a_at: Sequence[int], b_at: Sequence[int], glue: frozenset[str]
) -> list[AlignedBlock]:
    """Align the words at the given places; a block never bridges places that are not neighbours."""
    from rapidfuzz.distance import Levenshtein

    number: dict[str, int] = {}
    a_ids = [number.setdefault(a[at], len(number)) for at in a_at]
    b_ids = [number.setdefault(b[at], len(number)) for at in b_at]
    runs: list[AlignedBlock] = []
    for op in Levenshtein.opcodes(a_ids, b_ids):
        equal = op.tag == "equal"
        starts, ends = min(op.src_start, op.dest_start), (op.src_end, op.dest_end)
        inner = starts > 0 and ends[0] < len(a_ids) and ends[1] < len(b_ids)
        if equal and inner and op.src_end - op.src_start <= 2:
            equal = not all(a[at] in glue for at in a_at[op.src_start : op.src_end])
        if runs and not equal and not runs[-1].equal:
            last = runs.pop()
            runs.append(AlignedBlock(False, last.a_start, op.src_end, last.b_start, op.dest_end))
        else:
            runs.append(AlignedBlock(equal, op.src_start, op.src_end, op.dest_start, op.dest_end))
    return [piece for run in runs for piece in _placed(run, a_at, b_at)]


def _placed(run: AlignedBlock, a_at: Sequence[int], b_at: Sequence[int]) -> list[AlignedBlock]:
    """Return a run over list positions as blocks over words, cut where either side has a gap."""
    a_run, b_run = a_at[run.a_start : run.a_end], b_at[run.b_start : run.b_end]
    if run.equal:
        return _cut_equal(a_run, b_run)
    a_pieces, b_pieces = _pieces(a_run), _pieces(b_run)
    if len(a_pieces) == 1 and len(b_pieces) == 1:
        return [AlignedBlock(False, *a_pieces[0], *b_pieces[0])]
    a_here, b_here = _behind(a_at, run.a_start), _behind(b_at, run.b_start)
    found = [AlignedBlock(False, start, end, b_here, b_here) for start, end in a_pieces]
    return found + [AlignedBlock(False, a_here, a_here, start, end) for start, end in b_pieces]


def _behind(places: Sequence[int], at: int) -> int:
    """Return the place right behind what stands before position `at`."""
    return places[at - 1] + 1 if at else 0


def _cut_equal(a_at: Sequence[int], b_at: Sequence[int]) -> list[AlignedBlock]:
    found: list[AlignedBlock] = []
    for x, y in zip(a_at, b_at, strict=True):
        if found and found[-1].a_end == x and found[-1].b_end == y:
            last = found.pop()
            found.append(AlignedBlock(True, last.a_start, x + 1, last.b_start, y + 1))
        else:
            found.append(AlignedBlock(True, x, x + 1, y, y + 1))
    return found


def _pieces(places: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for at in places:
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _moved(
    a: Words, b: Words, a_sentences: Sequence[range], b_sentences: Sequence[range], glue: frozenset[str]
) -> list[AlignedBlock]:
    """Return the sentences whose partner stands out of the common order, neighbours joined."""
    pairs = _partners(a, b, a_sentences, b_sentences, glue)
    found: list[AlignedBlock] = []
    last = (-2, -2)
    for i, j, _ in sorted(set(pairs) - set(_heaviest_chain(pairs))):
        x, y = a_sentences[i], b_sentences[j]
        if last == (i - 1, j - 1):
            before = found.pop()
            found.append(AlignedBlock(False, before.a_start, x.stop, before.b_start, y.stop))
        else:
            found.append(AlignedBlock(False, x.start, x.stop, y.start, y.stop))
        last = (i, j)
    return found


def _partners(
    a: Words, b: Words, a_sentences: Sequence[range], b_sentences: Sequence[range], glue: frozenset[str]
) -> list[Partner]:
    """Return the pairs of sentences that are each other's best partner (Dice of their words, by rarity)."""
    a_bags = [frozenset(a[k] for k in r) for r in a_sentences]
    b_bags = [frozenset(b[k] for k in r) for r in b_sentences]
    seen = Counter(w for bag in (*a_bags, *b_bags) for w in bag)
    where: dict[str, list[int]] = defaultdict(list)
    for j, bag in enumerate(b_bags):
        for w in sorted(bag):
            where[w].append(j)
    b_weights = [sum(1 / seen[w] for w in bag) for bag in b_bags]
    # A word in every other sentence finds nobody's partner, and would make this quadratic.
    common = max(12, len(b_bags) // 8)
    best_of_a: dict[int, tuple[float, int]] = {}
    best_of_b: dict[int, tuple[float, int]] = {}
    for i, bag in enumerate(a_bags):
        shared: dict[int, float] = defaultdict(float)
        counts: dict[int, int] = defaultdict(int)
        for w in sorted(bag):
            if len(where[w]) <= common:
                for j in where[w]:
                    shared[j] += 1 / seen[w]
                    counts[j] += w not in glue
        weight = sum(1 / seen[w] for w in bag)
        expected = i * len(b_bags) / len(a_bags)
        for j, both in sorted(shared.items()):
            dice = 2 * both / (weight + b_weights[j])
            if dice < _MIN_SHARED or counts[j] < _MIN_WORDS:
                continue
            rank = dice - 1e-6 * abs(j - expected)  # of two equal sentences, the one in the expected place
            if rank > best_of_a.get(i, (0.0, 0))[0]:
                best_of_a[i] = (rank, j)
            if rank > best_of_b.get(j, (0.0, 0))[0]:
                best_of_b[j] = (rank, i)
    return [
        (i, j, float(min(len(a_sentences[i]), len(b_sentences[j]))))
        for i, (_, j) in sorted(best_of_a.items())
        if best_of_b[j][1] == i
    ]


def _heaviest_chain(pairs: Sequence[Partner]) -> list[Partner]:
    """Return the heaviest of the sets of pairs that rise on both sides.

    `pairs` rise on the first side. A weighted longest increasing subsequence in n log n: `ends` and `totals`
    rise together, the best chain for each last sentence of the second text.
    """
    ends: list[int] = []
    totals: list[float] = []
    chains: list[int] = []
    before: list[int] = []
    for k, (_, j, weight) in enumerate(pairs):
        at = bisect_left(ends, j)
        total = weight + (totals[at - 1] if at else 0.0)
        before.append(chains[at - 1] if at else -1)
        while at < len(ends) and totals[at] <= total:
            del ends[at], totals[at], chains[at]
        ends.insert(at, j)
        totals.insert(at, total)
        chains.insert(at, k)
    chain: list[Partner] = []
    k = chains[-1] if chains else -1
    while k >= 0:
        chain.append(pairs[k])
        k = before[k]
    return chain
