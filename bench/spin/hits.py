"""What was found of what was made, counted by overlap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bench.texts.spinner import Gold
from forensics.spin.result import SpinDocument, Substitution


def matched(found: Sequence[Substitution], gold: Sequence[Gold]) -> list[tuple[Substitution, bool]]:
    """Return each substitution and whether it overlaps one that was made."""
    return [(f, any(_overlap(f, g) for g in gold)) for f in found]


def recalled(found: Sequence[Substitution], gold: Sequence[Gold]) -> int:
    """Return how many of the substitutions made are overlapped by one that was found."""
    return sum(any(_overlap(f, g) for f in found) for g in gold)


def restored(found: Sequence[Substitution], gold: Sequence[Gold], text: str) -> int:
    """Return how many of the substitutions made read as before in the restored text."""
    right = 0
    for g in gold:
        near = [f for f in found if _overlap(f, g)]
        if not near:
            continue
        low, high = min(g.start, near[0].start), max(g.end, near[-1].end)
        mine, at = "", low
        for f in near:
            mine += text[at : f.start] + f.original
            at = f.end
        mine += text[at:high]
        true = text[low : g.start] + g.original + text[g.end : high]
        if mine.lower() == true.lower():
            right += 1
        else:  # a neighbour that was replaced too may lie inside what was found
            right += any(f.original.lower() == g.original.lower() for f in near)
    return right


class Tally:
    """How spun texts were called, and how much of what was made in them was found."""

    def __init__(self) -> None:
        self.called = Counter({"not_assessed": 0, "clean": 0, "suspect": 0, "spun": 0})
        self._shown = self._hit = self._made = self._caught = self._right = self._words = 0

    def add(self, result: SpinDocument, gold: Sequence[Gold], text: str) -> None:
        """Count what was found in a spun text."""
        found = result.substitutions
        self.called[result.verdict] += 1
        self._shown += len(found)
        self._hit += sum(ok for _, ok in matched(found, gold))
        self._made += len(gold)
        self._caught += recalled(found, gold)
        self._right += restored(found, gold, text)
        self._words += result.words

    def __str__(self) -> str:
        return (
            f"{dict(self.called)} P {self._hit / max(self._shown, 1):.3f} R {self._caught / max(self._made, 1):.3f}"
            f" restored of caught {self._right / max(self._caught, 1):.3f}"
            f" made per 1,000 words {1000 * self._made / max(self._words, 1):.0f}"
        )


def _overlap(found: Substitution, made: Gold) -> bool:
    return found.start < made.end and made.start < found.end
