"""Which words of two texts are quotation: by the marks of the one, or carried over from those of the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from forensics.trace.extract.prepare import Prepared, fact_keys

# Words in a row that a text shares with what the other one quotes: they are quotation here, too.
_CARRIED = 5
# A text of which a larger share stands in quotation marks has hardly a voice of its own ...
_DISGUISED = 0.7
# ... and where the other one is quoted by so much less, the marks hide what they hold: they are not believed.
_LESS = 0.3


@dataclass(frozen=True, slots=True)
class Masks:
    """For each word of two texts whether it is quotation: by its own text's marks, and by those of either."""

    own_a: Sequence[bool] = ()
    own_b: Sequence[bool] = ()
    a: Sequence[bool] = ()
    b: Sequence[bool] = ()

    @property
    def empty(self) -> bool:
        """Whether neither text quotes anybody."""
        return not any(self.a) and not any(self.b)


def masks(a: Prepared, b: Prepared) -> Masks:
    """Return what is quoted in two texts; what one of them quotes is quoted in the other one as well.

    Marks around everything are no way out: where nearly all of one text stands in them and far less of the other, they
    are not believed. The work grows with the sum of the lengths.
    """
    own_a, own_b = _own(a), _own(b)
    share_a, share_b = _share(a, own_a), _share(b, own_b)
    kept_a = [False] * len(own_a) if share_a >= _DISGUISED and share_b <= share_a - _LESS else own_a
    kept_b = [False] * len(own_b) if share_b >= _DISGUISED and share_a <= share_b - _LESS else own_b
    return Masks(
        own_a, own_b, _carried(b.keys, kept_b, a.keys, kept_a), _carried(a.keys, kept_a, b.keys, kept_b)
    )


def outside(text: Prepared, quoted: Sequence[bool]) -> Prepared:
    """Return `text` with the words and facts of its sentences that stand outside quotations, all others left blank."""
    if not any(quoted):
        return text
    starts = [word.start for word in text.words]
    facts = tuple(fact for fact in text.facts if not _at(quoted, bisect_left(starts, fact.start)))
    return replace(
        text,
        content=tuple(c and not q for c, q in zip(text.content, quoted, strict=True)),
        facts=facts,
        fact_keys=fact_keys(text.sentences, facts),
    )


def unquoted(text: Prepared, quoted: Sequence[bool]) -> Iterable[int | None]:
    """Yield the places of the words of the text's sentences, None where quotations stand between."""
    interrupted = True
    for sentence in text.sentences:
        for k in range(sentence.first, sentence.last):
            if not quoted[k]:
                yield k
            elif not interrupted:
                yield None
            interrupted = quoted[k]


def _at(quoted: Sequence[bool], word: int) -> bool:
    return word < len(quoted) and quoted[word]


def _own(text: Prepared) -> list[bool]:
    quoted = [False] * len(text.words)
    if text.quotations:
        starts = [word.start for word in text.words]
        for one in text.quotations:
            first, last = bisect_left(starts, one.start), bisect_left(starts, one.end)
            quoted[first:last] = [True] * (last - first)
    return quoted


def _share(text: Prepared, quoted: Sequence[bool]) -> float:
    total = text.length
    return sum(sum(quoted[s.first : s.last]) for s in text.sentences) / total if total else 0.0


def _carried(
    keys: Sequence[str], quoted: Sequence[bool], there: Sequence[str], quoted_there: Sequence[bool]
) -> Sequence[bool]:
    """Return which words of `there` are quoted, those stretches of them added that stand quoted among `keys`."""
    if not any(quoted):
        return quoted_there
    grams: set[tuple[str, ...]] = set()
    known = 0
    for k, inside in enumerate(quoted):
        known = known + 1 if inside else 0
        if known >= _CARRIED:
            grams.add(tuple(keys[k - _CARRIED + 1 : k + 1]))
    found = list(quoted_there)
    for k in range(len(there) - _CARRIED + 1):
        if tuple(there[k : k + _CARRIED]) in grams:
            found[k : k + _CARRIED] = [True] * _CARRIED
    return found
