"""Lines of verse: they break off before their sentence ends, and the next begins with a capital all the same."""

from __future__ import annotations

from itertools import pairwise

from forensics.text.annotate import AnnotatedText

# Words: a shorter line is a heading, a longer one a paragraph that lost its full stop. Chosen: Whitman's lines, the
# longest in verse, seldom have more (decision 0210).
_SHORTEST_LINE, _LONGEST_LINE = 3, 25
_STOPS = ".!?:…"
_CLOSERS = "\"'”’)] "


def words_in_verse(text: AnnotatedText) -> tuple[int, int]:
    """Return how many words stand in lines of verse, and how many such lines there are.

    A heading before a paragraph looks the same, a list of captions too: one or two such lines say nothing.
    """
    words = lines = 0
    for line, after in pairwise(text.lines):
        here = text.text[line.start : line.end]
        if not here[0].isupper() or not text.text[after.start].isupper():
            continue
        if here.rstrip(_CLOSERS)[-1:] in _STOPS:
            continue
        count = len(text.words_in(line.start, line.end))
        if _SHORTEST_LINE <= count <= _LONGEST_LINE:
            words += count
            lines += 1
    return words, lines
