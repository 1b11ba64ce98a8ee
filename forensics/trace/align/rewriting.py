"""How one passage was rewritten into another: word operations, and the level that they amount to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from forensics.trace.align.word_alignment import align
from forensics.trace.align.word_links import Links
from forensics.trace.extract.prepare import Prepared
from forensics.trace.result import Level, Op, OpKind

# Equal words in a row that make a copy, and words that a summary has at least (design: "a run of 5 words or more").
_RUN = 5
# What each step says for a shared passage; where they sum to most, the passage is (Smith & Waterman 1981).
_WORTH = {"equal": 1.0, "inflected": 0.9, "linked": 0.7, "strange": -0.15, "missing": -0.3}
# A function word that returns, and a word that moved, say little.
_FUNCTION_WORD = 0.3
_MOVED = 0.3
# The levels' shares of words, those of docs/trace.md; they are definitions, not measurements.
_VERBATIM_EQUAL = 0.9
_MINOR_SAME = 0.8
_MINOR_LENGTHS = 2
_SUMMARY_LENGTHS = 3
# A spun text keeps the slots: 27 of 28 matches of passages spun at 80% do, 6 of 16 of samples 000 and 001.
_SPUN_SLOTS = 0.75
_SPUN_PARTNERED = 0.6
_SPUN_EQUAL = 0.3
# Two facts in common in sentences that are otherwise hardly alike: told of, not retold.
_FACTS_ONLY_SIMILARITY = 0.25
_FACTS_ONLY_FACTS = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way from b to a: word `i` of a, word `j` of b, None where a side has none.

    `worth` says how much it speaks for a shared passage: up to 1 for a content word that returns, negative for a
    word without a partner.
    """

    op: OpKind
    i: int | None
    j: int | None
    worth: float


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What became of the words of a passage.

    The counts are words: `equal` as written, `inflected` with the same stem, `linked` with a synonym's link,
    `strange` in the same slot without any link, `moved` to another place; `run` is the longest stretch of equal
    words.
    """

    steps: tuple[Step, ...]
    ops: tuple[Op, ...]
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
    steps: list[Step] = []
    count: Counter[str] = Counter()
    run = longest = 0
    for x, y in align(likeness):
        i, j = None if x is None else words_a[x], None if y is None else words_b[y]
        kind, op = _kind(a, b, i, j, 0.0 if x is None or y is None else float(likeness[x, y]))
        count[kind] += 1
        run = run + 1 if kind == "equal" else 0
        longest = max(longest, run)
        content = i is not None and a.content[i]
        steps.append(Step(op, i, j, _WORTH[kind] if content or kind != "equal" else _FUNCTION_WORD))
    steps = _with_moves(a, b, steps)
    return Rewriting(
        steps=tuple(steps),
        ops=tuple(_joined(a, b, steps)),
        words_a=len(words_a),
        words_b=len(words_b),
        equal=count["equal"],
        inflected=count["inflected"],
        linked=count["linked"],
        strange=count["strange"],
        moved=sum(step.op == "move" for step in steps),
        run=longest,
    )


def level(r: Rewriting, similarity: float, shared_facts: int) -> Level:
    """Return how far a passage was rewritten, from the little to the much.

    The shares are of the shorter side's words; `shared_facts` counts the facts that both sides hold.
    """
    shorter, longer = min(r.words_a, r.words_b), max(r.words_a, r.words_b)
    same = r.equal + r.inflected + r.moved
    in_slots = r.equal + r.inflected + r.linked + r.strange
    if r.run >= min(_RUN, shorter) and r.equal >= _VERBATIM_EQUAL * shorter:
        return "verbatim"
    if same >= _MINOR_SAME * shorter and longer <= _MINOR_LENGTHS * shorter:
        return "minor"
    if _SUMMARY_LENGTHS * shorter <= longer and shorter >= _RUN:
        return "summarised"
    if (
        in_slots >= _SPUN_SLOTS * longer
        and r.equal + r.inflected + r.linked >= _SPUN_PARTNERED * shorter
        and r.equal >= _SPUN_EQUAL * longer
    ):
        return "spun"
    if similarity < _FACTS_ONLY_SIMILARITY and shared_facts >= _FACTS_ONLY_FACTS:
        return "facts_only"
    return "paraphrased"


def _kind(a: Prepared, b: Prepared, i: int | None, j: int | None, likeness: float) -> tuple[str, OpKind]:
    """Return how two words face each other, finely for the counts and in the result's terms."""
    if i is None:
        return "missing", "delete"
    if j is None:
        return "missing", "insert"
    if a.words[i].key == b.words[j].key:
        return "equal", "equal"
    if a.stems[i] == b.stems[j]:
        return "inflected", "substitute"
    return "linked" if likeness > 0 else "strange", "substitute"


def _with_moves(a: Prepared, b: Prepared, steps: Sequence[Step]) -> list[Step]:
    """Return the steps with each content word that left one place and turns up in another told as one move."""
    left: dict[str, list[int]] = {}
    for step in steps:
        if step.op == "delete" and step.j is not None and b.content[step.j]:
            left.setdefault(b.stems[step.j], []).append(step.j)
    moved: dict[int, int] = {}
    for step in steps:
        if step.op == "insert" and step.i is not None and (places := left.get(a.stems[step.i])):
            moved[step.i] = places.pop(0)
    gone = set(moved.values())
    return [
        Step("move", step.i, moved[step.i], _MOVED) if step.op == "insert" and step.i in moved else step
        for step in steps
        if not (step.op == "delete" and step.j in gone)
    ]


def _joined(a: Prepared, b: Prepared, steps: Iterable[Step]) -> list[Op]:
    """Return one operation for each run of steps of the same kind that stand together on both sides."""
    groups: list[list[Step]] = []
    for step in steps:
        if groups and _continues(groups[-1][-1], step):
            groups[-1].append(step)
        else:
            groups.append([step])
    return [
        Op(
            group[0].op,
            _slice(a, [s.i for s in group if s.i is not None]),
            _slice(b, [s.j for s in group if s.j is not None]),
        )
        for group in groups
    ]


def _continues(before: Step, after: Step) -> bool:
    if before.op != after.op or after.op in ("substitute", "move"):
        return False
    return all(
        there is None or (here is not None and there == here + 1)
        for here, there in ((before.i, after.i), (before.j, after.j))
    )


def _slice(text: Prepared, words: Sequence[int]) -> str:
    return text.text[text.words[words[0]].start : text.words[words[-1]].end] if words else ""
