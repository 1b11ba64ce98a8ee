"""Whether two texts run in step: the same order, and where they differ as many words as there were."""

from __future__ import annotations

from collections.abc import Sequence

from forensics.spin.reference.wording import Wording
from forensics.text.alignment import AlignedBlock, Alignment

# Words of a stretch that was replaced word by word, whatever it holds: a longer one may be written anew; chosen
_LONGEST_REPLACED = 12
# Of the longer side, by which two stretches may differ in length, or else a word; chosen: spinners write phrases for
# words, and seldom more than a third more of them
_SIDES_APART = 0.34
# A longer stretch has to be as long as the other to a tenth, and to share so many of its words in their places: small
# words that the alignment passes over. Chosen: two strangers' stretches share a sixth
_LONG_SIDES_APART, _LONG_SHARED = 0.1, 0.3


def in_step(a: Wording, b: Wording, laid: Alignment) -> float:
    """Return which share of the words of `a` is kept in its place or faces about as many others in `b`, 0 to 1.

    Sentences that changed places are out of step.
    """
    moved = sum(block.a_end - block.a_start for block in laid.moved)
    faced = sum(block.a_end - block.a_start for block in laid.blocks if block.equal or _replaced(a, b, block))
    return max(0, faced - moved) / max(1, len(a.words))


def sentences_in_step(a: Wording, b: Wording, blocks: Sequence[AlignedBlock]) -> tuple[float, ...]:
    """Return the share of the words of each sentence of `a` that is kept or faces about as many others, 0 to 1."""
    faced = [0] * len(a.sentences)
    for block in blocks:
        if block.equal or _replaced(a, b, block):
            for at in range(block.a_start, block.a_end):
                faced[a.sentence_of[at]] += 1
    return tuple(some / max(1, len(sentence)) for some, sentence in zip(faced, a.sentences, strict=True))


def _replaced(a: Wording, b: Wording, block: AlignedBlock) -> bool:
    here, there = block.a_end - block.a_start, block.b_end - block.b_start
    longer = max(here, there)
    if not here or not there:
        return False
    if longer <= _LONGEST_REPLACED:
        return abs(here - there) <= max(1, longer * _SIDES_APART)
    return abs(here - there) <= longer * _LONG_SIDES_APART and _shared(a, b, block) >= _LONG_SHARED * longer


def _shared(a: Wording, b: Wording, block: AlignedBlock) -> int:
    """Return how many words of a stretch stand on both sides, in the cheapest way from one to the other."""
    from rapidfuzz.distance import Levenshtein

    number: dict[str, int] = {}
    here = [number.setdefault(key, len(number)) for key in a.keys[block.a_start : block.a_end]]
    there = [number.setdefault(key, len(number)) for key in b.keys[block.b_start : block.b_end]]
    ops = Levenshtein.opcodes(here, there)
    return sum(op.src_end - op.src_start for op in ops if op.tag == "equal")
