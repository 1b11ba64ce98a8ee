"""What the runs of words tell that two texts share as they stand: how much they say, and who marks them as quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from forensics.lang import language
from forensics.lexicon.relations import Knowledge
from forensics.trace.align.masks import Masks, unquoted
from forensics.trace.align.shared_runs import Run, shared_runs
from forensics.trace.extract.prepare import Prepared

# A shorter run of equal words is language, not copying.
_LEAST_RUN = 4
# Words of a run that counts: names of office and stock phrases have fewer.
_TELLING_RUN = 6
# Lower-case words of a run that counts as long: titles, names and figures are free for all.
_LONG_RUN = 6
# The most that one rare word tells (powers of ten below the commonest): a misspelling is no sign of copying.
_MOST_RARITY = 8.0
# Words in a row, of a run of as many, that one side alone marks as quoted and the other tells as its own.
_TOLD = 8
_FIRST_PERSON = language("en").speech.first_person


@dataclass(frozen=True, slots=True)
class WordRuns:
    """What shared runs tell, counted outside quotations unless it is said otherwise.

    `longest` is in words, `information` the rarity of all lower-case content words in runs, `long` how many runs hold
    many lower-case words; `share_a` and `share_b` are the shares of either side's words in runs, 0 to 1. `one_sided`
    counts the words that one text quotes and the other one tells as its own.
    """

    longest: int = 0
    information: float = 0.0
    long: int = 0
    share_a: float = 0.0
    share_b: float = 0.0
    one_sided: int = 0


def word_runs(a: Prepared, b: Prepared, masks: Masks, knowledge: Knowledge) -> WordRuns:
    """Return what the runs of words tell that two texts share; the work grows with the sum of their lengths."""
    places_a, places_b = list(unquoted(a, masks.a)), list(unquoted(b, masks.b))
    runs = shared_runs(_keys(a, places_a), _keys(b, places_b), _LEAST_RUN)
    telling = [run for run in runs if run.length >= _TELLING_RUN]
    lower = [_lower(a, places_a, run) for run in telling]
    return WordRuns(
        longest=max((run.length for run in runs), default=0),
        information=sum(
            min(_MOST_RARITY, knowledge.rarity(a.keys[k])) for words in lower for k in words if a.content[k]
        ),
        long=sum(len(words) >= _LONG_RUN for words in lower),
        share_a=_share([(run.i, run.i + run.length) for run in telling], places_a),
        share_b=_share([(run.j, run.j + run.length) for run in telling], places_b),
        one_sided=0 if masks.empty else _one_sided(a, b, masks),
    )


def _keys(text: Prepared, places: Sequence[int | None]) -> list[str | None]:
    return [None if k is None else text.keys[k] for k in places]


def _lower(text: Prepared, places: Sequence[int | None], run: Run) -> list[int]:
    """Return the words of a run that are written in lower case and have more than a letter."""
    found = (places[k] for k in range(run.i, run.i + run.length))
    return [k for k in found if k is not None and len(text.keys[k]) > 1 and text.words[k].text[0].islower()]


def _share(stretches: Sequence[tuple[int, int]], places: Sequence[int | None]) -> float:
    total = sum(k is not None for k in places)
    inside = reach = 0
    for first, last in sorted(stretches):
        inside += max(0, last - max(first, reach))
        reach = max(reach, last)
    return inside / total if total else 0.0


def _one_sided(a: Prepared, b: Prepared, masks: Masks) -> int:
    """Return how many words of shared runs one side marks as quoted and the other tells as its own.

    Speech that a text shows without marks is not told: a sentence in which somebody says "I" or "we" does not count.
    """
    places_a = [k for s in a.sentences for k in range(s.first, s.last)]
    places_b = [k for s in b.sentences for k in range(s.first, s.last)]
    ends = [s.last for s in a.sentences]
    found = 0
    for run in shared_runs(_keys(a, places_a), _keys(b, places_b), _TOLD):
        piece: list[int] = []
        for k in range(run.length + 1):
            i, j = (places_a[run.i + k], places_b[run.j + k]) if k < run.length else (-1, -1)
            if i >= 0 and masks.own_a[i] != masks.own_b[j]:
                piece.append(i)
            else:
                found += _told(a, piece, ends) if len(piece) >= _TOLD else 0
                piece = []
    return found


def _told(text: Prepared, piece: Sequence[int], ends: Sequence[int]) -> int:
    """Return how many words of a stretch stand in sentences of it that nobody speaks in the first person."""
    sentences: dict[int, list[int]] = {}
    for k in piece:
        sentences.setdefault(bisect_right(ends, k), []).append(k)
    return sum(len(words) for words in sentences.values() if not any(_speaks(text, k) for k in words))


def _speaks(text: Prepared, k: int) -> bool:
    return text.keys[k] in _FIRST_PERSON and (len(text.keys[k]) == 1 or not text.words[k].text.isupper())
