"""Two texts side by side, each match a link to its other side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forensics.report.html.element import Html, joined, tag
from forensics.report.html.levels import words_of
from forensics.report.html.pieces import Piece
from forensics.trace.result import Level, Substitution


@dataclass(frozen=True, slots=True)
class Text:
    """One side of a pair: its text cut into pieces, and the words in it that read as spun."""

    id: str
    text: str
    pieces: Sequence[Piece]
    substitutions: Sequence[Substitution] = ()


def side_by_side(left: Text, right: Text, levels: Sequence[Level]) -> Html:
    """Return both texts in two columns; `levels` holds the level of each match of the report, by number."""
    return tag(
        "div",
        (
            _column(side, text, other, levels)
            for side, text, other in (("a", left, right), ("b", right, left))
        ),
        class_="sides",
    )


def _column(side: str, text: Text, other: Text, levels: Sequence[Level]) -> Html:
    return tag(
        "div",
        tag("h4", text.id, class_="id"),
        tag(
            "div",
            _paragraphs(side, text, _shown_first(other), levels),
            class_="text",
            tabindex=0,
            role="region",
            aria_label=f"Text of {text.id}",
            data_side=side,
        ),
        class_="column",
    )


def _shown_first(text: Text) -> dict[int, int]:
    """Return for each match the number of the match under which its place in `text` is shown."""
    shown: dict[int, int] = {}
    for piece in text.pieces:
        for match in piece.matches:
            if match == piece.matches[0]:
                shown[match] = match
            else:
                shown.setdefault(match, piece.matches[0])
    return shown


def _paragraphs(side: str, text: Text, partners: dict[int, int], levels: Sequence[Level]) -> Iterator[Html]:
    line: list[Html] = []
    seen: set[int] = set()
    other = "b" if side == "a" else "a"
    for piece in text.pieces:
        number = piece.matches[0] if piece.matches else None
        start = piece.start
        while start < piece.end:
            found = text.text.find("\n", start, piece.end)
            end = piece.end if found < 0 else found
            if end > start:
                inner = _words(text, start, end)
                if number is not None:
                    first = number not in seen
                    seen.add(number)
                    label = tag("sup", f"{number + 1} {words_of(levels[number])}") if first else None
                    inner = tag(
                        "a",
                        label,
                        inner,
                        class_=f"m {levels[number]}",
                        href=f"#{other}{partners.get(number, number)}",
                        id=f"{side}{number}" if first else None,
                        data_m=number,
                        data_also=",".join(str(m) for m in piece.matches[1:]) or None,
                    )
                line.append(inner)
            if found < 0:
                break
            if line:
                yield tag("p", line, dir="auto")
                line = []
            start = found + 1
    if line:
        yield tag("p", line, dir="auto")


def _words(text: Text, start: int, end: int) -> Html:
    spun = text.substitutions
    at = bisect_left(spun, start, key=lambda s: s.start)
    parts: list[Html | str] = []
    while at < len(spun) and spun[at].end <= end:
        one = spun[at]
        if one.start >= start:
            parts += [
                text.text[start : one.start],
                tag(
                    "span",
                    text.text[one.start : one.end],
                    class_="spun-word",
                    title=f"likely: {one.original}",
                ),
            ]
            start = one.end
        at += 1
    return joined(*parts, text.text[start:end])
