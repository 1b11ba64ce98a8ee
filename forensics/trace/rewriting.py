"""How one passage was rewritten into another: word operations, and the level that they amount to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from forensics.trace.counterparts import Links
from forensics.trace.prepare import Prepared
from forensics.trace.result import Level, Op
from forensics.trace.slots import align

_RUN = 5


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What became of the words of a bead.

    `first_a` .. `last_b` are the outermost words, half-open, that have a partner. The counts are words:
    `equal` as written, `inflected` with the same stem, `linked` with a synonym's link, `strange` in the same
    slot without any link, `moved` to another place; `run` is the longest stretch of equal words.
    """

    ops: tuple[Op, ...]
    first_a: int
    last_a: int
    first_b: int
    last_b: int
    words_a: int
    words_b: int
    equal: int
    inflected: int
    linked: int
    strange: int
    moved: int
    run: int


def rewriting(a: Prepared, b: Prepared, links: Links, words_a: range, words_b: range) -> Rewriting:
    """Return the operations that turn words `words_b` of `b` into words `words_a` of `a`."""
    likeness = links.likeness(a, b, words_a, words_b)
    pairs = [
        (
            None if i is None else words_a[i],
            None if j is None else words_b[j],
            i is not None and j is not None,
        )
        for i, j in align(likeness)
    ]
    steps: list[tuple[str, int | None, int | None]] = []
    count: Counter[str] = Counter()
    run = longest = 0
    for i, j, _ in pairs:
        kind = _kind(a, b, i, j)
        run = run + 1 if kind == "equal" else 0
        longest = max(longest, run)
        if kind == "substitute" and i is not None and j is not None:
            if a.stems[i] == b.stems[j]:
                count["inflected"] += 1
            else:
                count["linked" if likeness[i - words_a.start, j - words_b.start] > 0 else "strange"] += 1
        elif kind == "equal":
            count["equal"] += 1
        steps.append((kind, i, j))
    steps = _with_moves(a, b, steps)
    partnered = [(i, j) for kind, i, j in steps if kind != "move" and i is not None and j is not None]
    first, last = (partnered[0], partnered[-1]) if partnered else ((words_a.start, words_b.start),) * 2
    return Rewriting(
        ops=tuple(_joined(a, b, steps)),
        first_a=first[0],
        last_a=last[0] + 1,
        first_b=first[1],
        last_b=last[1] + 1,
        words_a=len(words_a),
        words_b=len(words_b),
        equal=count["equal"],
        inflected=count["inflected"],
        linked=count["linked"],
        strange=count["strange"],
        moved=sum(kind == "move" for kind, _, _ in steps),
        run=longest,
    )


def level(r: Rewriting, similarity: float, shared_facts: int) -> Level:
    """Return how far a passage was rewritten, from the little to the much.

    The shares are of the shorter side's words; `shared_facts` counts the facts that both sides hold.
    """
    shorter, longer = min(r.words_a, r.words_b), max(r.words_a, r.words_b)
    same = r.equal + r.inflected + r.moved
    in_slots = r.equal + r.inflected + r.linked + r.strange
    if r.run >= min(_RUN, shorter) and r.equal >= 0.9 * shorter:
        return "verbatim"
    if same >= 0.8 * shorter and longer <= 2 * shorter:
        return "minor"
    if 3 * shorter <= longer and shorter >= _RUN:
        return "summarised"
    if (
        in_slots >= 0.75 * longer
        and r.equal + r.inflected + r.linked >= 0.6 * shorter
        and r.equal >= 0.3 * longer
    ):
        return "spun"
    if similarity < 0.25 and shared_facts >= 2:
        return "facts_only"
    return "paraphrased"


def _kind(a: Prepared, b: Prepared, i: int | None, j: int | None) -> str:
    if i is None:
        return "delete"
    if j is None:
        return "insert"
    return "equal" if a.words[i].key == b.words[j].key else "substitute"


def _with_moves(
    a: Prepared, b: Prepared, steps: Sequence[tuple[str, int | None, int | None]]
) -> list[tuple[str, int | None, int | None]]:
    """Return the steps with each content word that left one place and turns up in another told as one move."""
    left: dict[str, list[int]] = {}
    for kind, _, j in steps:
        if kind == "delete" and j is not None and b.content[j]:
            left.setdefault(b.stems[j], []).append(j)
    moved: dict[int, int] = {}
    for kind, i, _ in steps:
        if kind == "insert" and i is not None and (places := left.get(a.stems[i])):
            moved[i] = places.pop(0)
    gone = set(moved.values())
    return [
        ("move", i, moved[i]) if kind == "insert" and i in moved else (kind, i, j)
        for kind, i, j in steps
        if not (kind == "delete" and j in gone)
    ]


def _joined(a: Prepared, b: Prepared, steps: Iterable[tuple[str, int | None, int | None]]) -> list[Op]:
    """Return one operation for each run of steps of the same kind that stand together on both sides."""
    ops: list[Op] = []
    group: list[tuple[str, int | None, int | None]] = []

    def close() -> None:
        if group:
            kind = group[0][0]
            of_a, of_b = [i for _, i, _ in group if i is not None], [j for _, _, j in group if j is not None]
            ops.append(Op(kind, _slice(a, of_a), _slice(b, of_b)))  # type: ignore[arg-type]
            group.clear()

    for step in steps:
        if group and not (step[0] == group[-1][0] and step[0] in ("equal", "insert", "delete")):
            close()
        elif group and step[0] == "equal" and not _adjacent(group[-1], step):
            close()
        group.append(step)
    close()
    return ops


def _adjacent(before: tuple[str, int | None, int | None], after: tuple[str, int | None, int | None]) -> bool:
    return after[1] == (before[1] or 0) + 1 and after[2] == (before[2] or 0) + 1


def _slice(text: Prepared, words: Sequence[int]) -> str:
    return text.text[text.words[words[0]].start : text.words[words[-1]].end] if words else ""
