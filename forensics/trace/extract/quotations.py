"""Quotations: which words of a text are somebody else's, by its own marks, and who is said to have spoken them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from forensics.text.annotate import AnnotatedText
from forensics.text.spans import Span
from forensics.trace.extract.marks import in_marks, marked
from forensics.trace.extract.posts import Post, find_posts
from forensics.trace.result import Claim, Quotation

# How many words outside quotations, on either side, a word of saying may stand away.
_NEAR = 45
# Fewer words in marks are a term, or somebody else's word for a thing: they stay the writer's own sentence.
_SHORTEST = 4
# Code points that it may stand away; a column of quotations without a word between them has no speaker.
_REACH = 1500
# Code points from a quotation in which whoever is cited spoke it: the sentence before, or behind.
_SPEAKER_REACH = 250
# Words before a colon among which one of saying introduces the block behind it.
_INTRODUCED = 12
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s")


def find_quotations(text: AnnotatedText, claims: Sequence[Claim] = ()) -> tuple[Quotation, ...]:
    """Return what `text` quotes, in order and apart: by marks, as blocks after "... said:", or as posts.

    What stands in marks without a word of saying near is the text's own. `claims` tell who spoke.
    """
    long = [s for s in marked(text) if len(text.words_in(s.start, s.end)) >= _SHORTEST]
    spans = _joined([*long, *_blocks(text)])
    posts = find_posts(text)
    spoken = [span for span in spans if not _inside(span, posts)]
    spoken = _spoken(text, spoken)
    cited = sorted((claim.cited_start, claim.speaker or claim.outlet) for claim in claims)
    found = [Quotation(span.start, span.end, _speaker(span, cited)) for span in spoken]
    found += [
        Quotation(p.span.start, p.span.end, p.author.of(text.text) if p.author else None) for p in posts
    ]
    return tuple(sorted(found, key=lambda q: q.start))


def all_quotations(text: AnnotatedText, spoken: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Return what `text` quotes, in order: `spoken`, and what stands in marks without a word of saying near."""
    spans = [s for s in in_marks(text) if len(text.words_in(s.start, s.end)) >= _SHORTEST]
    starts = [one.start for one in spoken]
    own = [
        Quotation(span.start, span.end)
        for span in spans
        if not any(one.start < span.end for one in spoken[bisect_left(starts, span.start) :][:1])
        and not any(one.end > span.start for one in spoken[: bisect_left(starts, span.start)][-1:])
    ]
    return tuple(sorted([*spoken, *own], key=lambda one: one.start))


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Return the spans in order, those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return found


def _inside(span: Span, posts: Sequence[Post]) -> bool:
    at = bisect_left(posts, span.end, key=lambda post: post.span.start)
    return at > 0 and span.start < posts[at - 1].span.end


def _blocks(text: AnnotatedText) -> Iterator[Span]:
    """Yield the lines that a line like "... said in a statement:" introduces and that have no marks of their own."""
    introduced = False
    for line in text.lines:
        shown = line.of(text.text)
        if introduced and "“" not in shown and shown[0] not in "\"'‘«„":
            yield line
        introduced = shown.endswith(":") and _introduces(text, line)


def _introduces(text: AnnotatedText, line: Span) -> bool:
    """Tell whether the sentence that a line ends with, at a colon, says that somebody said or wrote something."""
    ends = [m.end() for m in _SENTENCE_END.finditer(text.text, line.start, line.end)]
    words = text.words_in(ends[-1] if ends else line.start, line.end)
    speech = text.language.speech
    return any(w.key in speech.speaking and w.key != speech.according_word for w in words[-_INTRODUCED:])


def _spoken(text: AnnotatedText, spans: Sequence[Span]) -> list[Span]:
    """Return the spans that somebody is said to have spoken: a word of saying stands near, outside them."""
    outside: list[int] = []
    said: list[int] = []
    at = 0
    for word in text.words:
        while at < len(spans) and spans[at].end <= word.start:
            at += 1
        if at == len(spans) or word.start < spans[at].start:
            outside.append(word.start)
            if word.key in text.language.speech.speaking:
                said.append(word.start)
    found: list[Span] = []
    for span in spans:
        place = bisect_left(outside, span.start)
        first = outside[max(0, place - _NEAR)] if outside else 0
        last = outside[min(len(outside) - 1, place + _NEAR - 1)] if outside else 0
        low, high = max(first, span.start - _REACH), min(last, span.end + _REACH)
        nearest = bisect_left(said, low)
        if nearest < len(said) and said[nearest] <= high:
            found.append(span)
    return found


def _speaker(span: Span, cited: Sequence[tuple[int, str]]) -> str | None:
    """Return who is cited nearest to a quotation, the one behind it before the one ahead of it."""
    after = bisect_left(cited, (span.start, ""))
    choices = [
        (max(place - span.end, span.start - place, 0), name)
        for place, name in (*cited[max(0, after - 1) : after], *cited[after : after + 2])
        if not span.start <= place < span.end
    ]
    near = [choice for choice in choices if choice[0] <= _SPEAKER_REACH]
    return min(near, key=lambda choice: choice[0])[1] if near else None
