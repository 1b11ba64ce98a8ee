"""What pages put between the words of a report: galleries of pictures, and cards of related headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forensics.text.spans import Span

_GALLERY = re.compile(r"\s*(?:Photos?:|Hide Caption\b)", re.IGNORECASE)
_COUNTER = re.compile(r"\bHide Caption \d{1,4} of \d{1,4}\b", re.IGNORECASE)
# A card repeats the name that it hangs on, its last word run together with the first headline, and ends so:
# "Jane Doe Jane Mary DoeSenate votes again MORE".
_END = re.compile(r"\bMORE\b")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SEAM = re.compile(r"[^\W\d_A-Z](?=[A-Z0-9])")
_LONGEST_CARD = 700
"""Code points of a card: three headlines and a name."""
_LONGEST_NAME = 8
"""Words from the name that a card hangs on to where the card repeats it."""


def is_gallery(line: str) -> bool:
    """Say whether a line holds the captions of a gallery, run together: "Photos: ... Hide Caption 1 of 12 ..."."""
    return _GALLERY.match(line) is not None and _COUNTER.search(line) is not None


def cards(text: str, line: Span) -> Iterator[Span]:
    """Yield the cards within a line, in order, each behind the name that it hangs on."""
    first = line.start
    for end in _END.finditer(text, line.start, line.end):
        card = _card(text, Span(max(first, end.start() - _LONGEST_CARD), end.start()))
        if card is not None:
            yield Span(card, end.end())
        first = end.end()


def _card(text: str, span: Span) -> int | None:
    """Return where the card begins that ends at the end of `span`; None where it holds no name twice."""
    names: list[tuple[str, int]] = []
    for word in _WORD.finditer(text, span.start, span.end):
        for seam in _SEAM.finditer(word[0]):
            surname = word[0][: seam.end()]
            at = next((end for name, end in reversed(names[-_LONGEST_NAME:]) if name == surname), None)
            if at is not None:
                return at
        names.append((word[0], word.end()))
    return None
