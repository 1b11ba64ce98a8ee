"""What two texts share word for word: runs of words, outside quotations."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from forensics.trace.extract.prepare import Prepared

Gram = tuple[str, ...]

# Words in a run: five in a row are rarely chance, and containment of three told answers apart best (Clough &
# Stevenson 2011).
_LONG, _SHORT = 5, 3
# A shorter run of equal words is language, not copying.
_LEAST_RUN = 4


@dataclass(frozen=True, slots=True)
class NgramOverlap:
    """Shared word runs: Jaccard of 5-grams, containment 0..1 of 3-grams in the poorer text, longest run in words."""

    jaccard_5: float = 0.0
    containment_3: float = 0.0
    longest_run: int = 0


def overlap(a: Prepared, b: Prepared) -> NgramOverlap:
    """Return how much two texts share word for word; quotations prove no copying, since both may quote."""
    keys_a, keys_b = _unquoted(a), _unquoted(b)
    five_a, five_b = _grams(keys_a, _LONG), _grams(keys_b, _LONG)
    three_a, three_b = _grams(keys_a, _SHORT), _grams(keys_b, _SHORT)
    union = len(five_a | five_b)
    return NgramOverlap(
        jaccard_5=len(five_a & five_b) / union if union else 0.0,
        containment_3=len(three_a & three_b) / max(1, min(len(three_a), len(three_b))),
        longest_run=_longest_run(keys_a, keys_b),
    )


def _unquoted(text: Prepared) -> list[list[str]]:
    """Return the words in stretches that no quotation and no residue interrupts."""
    stretches: list[list[str]] = [[]]
    for sentence in text.sentences:
        for k in range(sentence.first, sentence.last):
            if text.quoted[k]:
                if stretches[-1]:
                    stretches.append([])
            else:
                stretches[-1].append(text.words[k].key)
    return stretches


def _grams(stretches: list[list[str]], n: int) -> set[Gram]:
    return {tuple(keys[k : k + n]) for keys in stretches for k in range(len(keys) - n + 1)}


def _longest_run(a: list[list[str]], b: list[list[str]], least: int = _LEAST_RUN) -> int:
    """Return the length of the longest run of equal words, 0 where it is shorter than `least`."""
    places: dict[Gram, list[tuple[int, int]]] = defaultdict(list)
    for s, keys in enumerate(b):
        for k in range(len(keys) - least + 1):
            places[tuple(keys[k : k + least])].append((s, k))
    longest = 0
    before: dict[tuple[int, int], int] = {}
    for keys in a:
        before = {}
        for k in range(len(keys) - least + 1):
            now = {
                (s, p): before.get((s, p - 1), least - 1) + 1
                for s, p in places.get(tuple(keys[k : k + least]), ())
            }
            longest = max(longest, *now.values(), 0)
            before = now
    return longest
