"""What two texts share word for word: stretches of a few words, outside quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from forensics.trace.align.masks import Masks, unquoted
from forensics.trace.extract.prepare import Prepared

Gram = tuple[str, ...]

# Words in a run: five in a row are rarely chance, and containment of three told answers apart best (Clough &
# Stevenson 2011).
_LONG, _SHORT = 5, 3


@dataclass(frozen=True, slots=True)
class NgramOverlap:
    """Shared stretches of words: Jaccard of 5-grams, containment 0..1 of 3-grams in the poorer text."""

    jaccard_5: float = 0.0
    containment_3: float = 0.0


def overlap(a: Prepared, b: Prepared, masks: Masks) -> NgramOverlap:
    """Return how much two texts share word for word; quotations prove no copying, since both may quote."""
    keys_a, keys_b = _stretches(a, masks.a), _stretches(b, masks.b)
    five_a, five_b = _grams(keys_a, _LONG), _grams(keys_b, _LONG)
    three_a, three_b = _grams(keys_a, _SHORT), _grams(keys_b, _SHORT)
    union = len(five_a | five_b)
    return NgramOverlap(
        jaccard_5=len(five_a & five_b) / union if union else 0.0,
        containment_3=len(three_a & three_b) / max(1, min(len(three_a), len(three_b))),
    )


def _stretches(text: Prepared, quoted: Sequence[bool]) -> list[list[str]]:
    """Return the words in stretches that no quotation interrupts."""
    found: list[list[str]] = [[]]
    for k in unquoted(text, quoted):
        if k is None:
            found.append([])
        else:
            found[-1].append(text.keys[k])
    return found


def _grams(stretches: list[list[str]], n: int) -> set[Gram]:
    return {gram for keys in stretches for gram in zip(*(keys[k:] for k in range(n)), strict=False)}
