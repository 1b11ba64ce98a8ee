"""Posts of social media that stand in a text as they are, signed with their author's handle."""

from __future__ import annotations

import re
from dataclasses import dataclass

from forensics.text.annotate import AnnotatedText
from forensics.text.spans import Span

LONGEST = 60
"""Words; a post is shorter, and what is longer and holds a handle is prose."""
HEAD = 30
"""A word of saying among so many first words makes it prose that tells of a post."""
_HANDLE = re.compile(r"\(@\w+\)|@\w+\s*\(|pic\.twitter\.com/|https?://t\.co/")
_AUTHOR = re.compile(r"(?:^|[—–-])\s*([^—–@()]{2,60}?)\s*\(@\w+\)")

# A dash, the author, the handle and a day end a post as it is shown on other pages: of whatever words it is.
_SIGNED = re.compile(r"[—–]\s*[^—–@()]{2,60}?\s*\(@\w+\)\s*\w+\.?\s\d{1,2},\s\d{4}$")


@dataclass(frozen=True, slots=True)
class Post:
    """A post at `span`; `author` is where its author's name stands in it, None where only a handle does."""

    span: Span
    author: Span | None


def find_posts(text: AnnotatedText) -> tuple[Post, ...]:
    """Return the posts that a handle signs, in order; a line that only signs takes the one before."""
    found: list[Post] = []
    before: Span | None = None
    for line in text.lines:
        shown = line.of(text.text)
        if _HANDLE.search(shown):
            held = text.words_in(line.start, line.end)
            speaking = text.language.speech.speaking
            signed = _SIGNED.search(shown) is not None and shown[0] not in '"“'
            if signed or (len(held) < LONGEST and not any(word.key in speaking for word in held[:HEAD])):
                author = _AUTHOR.search(shown)
                start = before.start if before is not None and shown[0] in "—–-" else line.start
                place = Span(line.start + author.start(1), line.start + author.end(1)) if author else None
                found.append(Post(Span(start, line.end), place))
        before = line
    return tuple(found)
