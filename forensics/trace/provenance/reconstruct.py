"""What a missing source must have held: the sentences that its children share, and the words they settle."""

from __future__ import annotations

from collections.abc import Sequence

from forensics.trace.align.pair import PairComparison
from forensics.trace.extract.prepare import Prepared
from forensics.trace.models import Model
from forensics.trace.provenance.rebuild import rebuild
from forensics.trace.result import Reconstructed, Settled, Side

_TOLD = ("verbatim", "minor", "spun", "paraphrased", "summarised")
# Chosen: of a word that reads as spun, its likely original stands with the sibling; it may be chance
_SETTLED = 0.9
# The score from which a child counts as spun here: spin's own even chance.
_SPUN_CHILD = 0.5


def reconstruct(
    children: Sequence[Prepared], comparisons: Sequence[PairComparison], model: Model
) -> tuple[Reconstructed, ...]:
    """Return what a missing source held: rebuilt from children that do not read as spun, by the model `held`.

    With one of these alone, or where none of their words is likely the source's, the sentences that all share.
    """
    plain = [child for child in children if (child.spun_score or 0.0) < _SPUN_CHILD]
    spun = [child for child in children if (child.spun_score or 0.0) >= _SPUN_CHILD]
    rebuilt = rebuild(plain, spun, comparisons, model) if len(plain) > 1 else ()
    return rebuilt or sentences(comparisons)


def sentences(comparisons: Sequence[PairComparison]) -> tuple[Reconstructed, ...]:
    """Return the shared sentences in the words of the child that reads least as spun, with settled words.

    Where one child's word reads as a substitution and its sibling has the likely original, both point to that word.
    In a family of more than two, what several children tell beside one sentence is gathered under it.
    """
    gathered: dict[Side, tuple[str, list[Side], list[Settled]]] = {}
    for comparison in comparisons:
        a, b = comparison.a, comparison.b
        for one in comparison.aligned:
            if one.level in _TOLD:
                side_a, side_b = _side(a, one.words_a), _side(b, one.words_b)
                plain, side = (a, side_a) if (a.spun_score or 0) <= (b.spun_score or 0) else (b, side_b)
                text = plain.text[side.start : side.end]
                _, told_by, settled = gathered.setdefault(side, (text, [], []))
                told_by += [s for s in (side_a, side_b) if s not in told_by]
                settled += [*_settled(a, side_a, b, one.words_b), *_settled(b, side_b, a, one.words_a)]
    order = sorted(gathered, key=lambda side: (side.id, side.start, side.end))
    return tuple(
        Reconstructed(text, tuple(told_by), tuple(settled))
        for text, told_by, settled in (gathered[side] for side in order)
    )


def _settled(spun: Prepared, side: Side, other: Prepared, words: range) -> list[Settled]:
    """Return the substitutions in one child's sentence whose likely originals the other child has."""
    found: list[Settled] = []
    keys = {other.words[k].key: other.words[k] for k in reversed(words)}
    for edit in spun.edits:
        original = edit.original.lower().split()
        if side.start <= edit.start and edit.end <= side.end and all(w in keys for w in original):
            first, last = keys[original[0]], keys[original[-1]]
            found.append(
                Settled(edit.original, edit.observed, other.id, first.start, last.end, spun.id, _SETTLED)
            )
    return found


def _side(text: Prepared, words: range) -> Side:
    return Side(text.id, text.words[words.start].start, text.words[words.stop - 1].end)
