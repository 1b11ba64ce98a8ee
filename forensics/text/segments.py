"""Texts cut for comparison: words, and sentences that go on over line breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from forensics.text.spans import Span
from forensics.text.words import Word

# Scripts that are written without spaces: there a character stands for a word.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
_WIDTH = range(45, 100)


def is_unspaced(text: str) -> bool:
    """Tell whether `text` holds a character of a script that is written without spaces."""
    return _UNSPACED.search(text) is not None


def tokens(text: str, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the `words` of `text` as they are compared; in a script without spaces each character is one."""
    if not is_unspaced(text):
        return words
    found: list[Word] = []
    for word in words:
        if is_unspaced(word.text):
            found += [Word(c, word.start + k, word.start + k + 1) for k, c in enumerate(word.text)]
        else:
            found.append(word)
    return tuple(found)


def joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the sentences `spans` of `text`, those put together that a fixed line width alone divides.

    A line that ends without a full stop goes on in the next one where that begins in lower case, or where the
    text's lines are as a rule broken at one width.
    """
    breaks = [_breaks_in(text, here, there) for here, there in pairwise(spans)]
    widths = [
        here.end - text.rfind("\n", 0, here.start)
        for here, broken in zip(spans, breaks, strict=False)
        if broken
    ]
    fixed = sum(_WIDTH.start <= w < _WIDTH.stop for w in widths) >= 0.6 * max(3, len(widths))
    found: list[Span] = []
    for k, span in enumerate(spans):
        width = spans[k - 1].end - text.rfind("\n", 0, spans[k - 1].start) if k else 0
        if found and breaks[k - 1] and (text[span.start].islower() or (fixed and width in _WIDTH)):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def _breaks_in(text: str, here: Span, there: Span) -> bool:
    """Tell whether a single line break, no full stop and no blank line, stands between two spans."""
    gap = text[here.end : there.start]
    return gap.count("\n") == 1 and text[here.end - 1] not in ".!?…:;" and not gap.strip()
