"""Texts cut for comparison: words, and sentences that go on over line breaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from forensics.lang import language
from forensics.lang.base import Language
from forensics.text.sentences import sentences
from forensics.text.spans import Span
from forensics.text.words import Word, words

# Scripts that are written without spaces: there a character stands for a word.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
_WIDTH = range(45, 100)
_ENGLISH = language("en")


def word_tokens(text: str) -> list[Word]:
    """Return the words of `text`; in a script without spaces each character is one."""
    if not _UNSPACED.search(text):
        return words(text)
    found: list[Word] = []
    for word in words(text):
        if _UNSPACED.search(word.text):
            found += [Word(c, word.start + k, word.start + k + 1) for k, c in enumerate(word.text)]
        else:
            found.append(word)
    return found


def sentence_spans(text: str, language: Language = _ENGLISH) -> list[Span]:
    """Return the sentences of `text`, those put together that a fixed line width alone divides.

    A line that ends without a full stop goes on in the next one where that begins in lower case, or where the
    text's lines are as a rule broken at one width.
    """
    spans = sentences(text, language)
    breaks = [_breaks_in(text, here, there) for here, there in pairwise(spans)]
    widths = [
        here.end - text.rfind("\n", 0, here.start)
        for here, broken in zip(spans, breaks, strict=False)
        if broken
    ]
    fixed = sum(_WIDTH.start <= w < _WIDTH.stop for w in widths) >= 0.6 * max(3, len(widths))
    joined: list[Span] = []
    for k, span in enumerate(spans):
        width = spans[k - 1].end - text.rfind("\n", 0, spans[k - 1].start) if k else 0
        if joined and breaks[k - 1] and (text[span.start].islower() or (fixed and width in _WIDTH)):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _breaks_in(text: str, here: Span, there: Span) -> bool:
    """Tell whether a single line break, no full stop and no blank line, stands between two spans."""
    gap = text[here.end : there.start]
    return gap.count("\n") == 1 and text[here.end - 1] not in ".!?…:;" and not gap.strip()


def sentence_words(text: str, language: Language = _ENGLISH) -> list[list[str]]:
    """Return the words of each sentence, lower-case, as dictionaries know them."""
    found = word_tokens(text)
    starts = [w.start for w in found]
    return [
        [w.key for w in found[bisect_left(starts, s.start) : bisect_left(starts, s.end)]]
        for s in sentence_spans(text, language)
    ]
