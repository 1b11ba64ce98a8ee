"""Long texts in parts: each is judged by itself, so that memory does not grow with a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from forensics.spin.readable.unjudged import unread
from forensics.spin.result import Family, SpinDocument, Verdict
from forensics.text.spans import Span

if TYPE_CHECKING:
    from forensics.spin.readable.measures import TextMeasures

    Judged = tuple[SpinDocument, TextMeasures]

# Characters: some 8,000 words, which take 100 MB; longer texts are read in parts of nearly so many. Chosen: far more
# words than a verdict needs, and more than most papers and reports have
PART = 50_000
_ENDS = ("\n\n", "\n", ". ", " ")  # where a part may end, the best first
_SEARCHED = 0.1  # of a part: how far back its end is looked for; chosen
_GRAVEST: tuple[Verdict, ...] = ("spun", "suspect", "clean", "not_assessed")  # the first two accuse


def parts(text: str, size: int = PART) -> Iterator[Span]:
    """Yield spans of `text` of at most `size` characters, all of it, that end between words where they can."""
    start = 0
    while len(text) - start > size:
        low = start + size - int(_SEARCHED * size)
        ends = (text.rfind(end, low, start + size) + len(end) for end in _ENDS)
        stop = next((end for end in ends if end > low), start + size)
        yield Span(start, stop)
        start = stop
    yield Span(start, len(text))


def in_parts(id: str, text: str, look: Callable[[str, str], Judged], size: int = PART) -> Judged:
    """Return what `look` (at an id and a text) finds in the parts of a long text, put together.

    No part has more than `size` characters.

    The score and the verdict are those of its gravest part: what was spun of a book is told, however long the book.
    """
    spans = list(parts(text, size))
    judged = [look(id, text[span.start : span.end]) for span in spans]
    found = [one for one, _ in judged]
    verdict = _gravest(found)
    at = [one for one in found if one.verdict == verdict]
    words = sum(one.words for one in found)
    substitutions = tuple(
        replace(s, start=s.start + span.start, end=s.end + span.start)
        for one, span in zip(found, spans, strict=True)
        for s in one.substitutions
    )
    kind = _together([measures for _, measures in judged])
    whole = SpinDocument(
        id=id,
        verdict=verdict,
        score=max(one.score for one in at),
        words=words,
        density=round(1000 * len(substitutions) / max(words, 1), 2),
        substitutions=substitutions,
        restored=_restored(text, spans, found) if verdict in ("spun", "suspect") else None,
        limits=(_told(spans, found, verdict), *unread(kind)),
        phrases=tuple(
            replace(p, start=p.start + span.start, end=p.end + span.start)
            for one, span in zip(found, spans, strict=True)
            for p in one.phrases
        ),
        family=_family(at),
        reason=max(at, key=lambda one: one.words).reason if verdict == "not_assessed" else None,
        read=round(kind.read, 4),
    )
    return whole, kind


def _gravest(found: Sequence[SpinDocument]) -> Verdict:
    """Return the verdict of the gravest part; of a text in which none is accused that of most words."""
    words: Counter[Verdict] = Counter()
    for one in found:
        words[one.verdict] += one.words
    first = min(words, key=_GRAVEST.index)
    return first if first in _GRAVEST[:2] else max(words, key=lambda one: (words[one], -_GRAVEST.index(one)))


def _restored(text: str, spans: Sequence[Span], found: Sequence[SpinDocument]) -> str:
    return "".join(
        text[span.start : span.end] if one.restored is None else one.restored
        for span, one in zip(spans, found, strict=True)
    )


def _family(found: Sequence[SpinDocument]) -> Family | None:
    """Return the family of the part that names it by most substitutions."""
    return max(found, key=lambda one: (one.family is not None, len(one.substitutions))).family


def _told(spans: Sequence[Span], found: Sequence[SpinDocument], verdict: Verdict) -> str:
    """Return which parts the verdict is said of, a sentence for people."""
    read = f"read in {len(spans)} parts, each judged by itself"
    at = [f"{s.start:,}-{s.end:,}" for s, one in zip(spans, found, strict=True) if one.verdict == verdict]
    if len(at) == len(spans):
        return f"{read}: all {verdict.replace('_', ' ')}"
    return f"{read}: {len(at)} {verdict.replace('_', ' ')} (characters {', '.join(at)})"


def _together(kinds: Sequence[TextMeasures]) -> TextMeasures:
    """Return the figures of the whole as far as they are told: how much of it was read."""
    words, read = sum(kind.words for kind in kinds), sum(kind.words_read for kind in kinds)
    return replace(kinds[0], words=words, words_read=read, read=read / max(words, 1))
