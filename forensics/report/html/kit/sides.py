"""Two texts side by side, each match a link to its other side."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forensics.report.html.kit.element import Html, joined, tag
from forensics.report.html.kit.paragraphs import paragraphs
from forensics.report.html.kit.pieces import Piece
from forensics.report.wording import words_of


@dataclass(frozen=True, slots=True)
class Note:
    """Code points [start, end) of a text that are worth a mark: its `kind`, and what is `told` of it."""

    start: int
    end: int
    kind: str
    told: str


@dataclass(frozen=True, slots=True)
class SideText:
    """One side of a pair: its text cut into pieces, and its notes in order, none over another."""

    id: str
    text: str
    pieces: Sequence[Piece]
    notes: Sequence[Note] = ()


def side_by_side(left: SideText, right: SideText, levels: Sequence[str]) -> Html:
    """Return both texts in two columns; `levels` holds the level of each match of the report, by number."""
    return tag("div", _column("a", left, right, levels), _column("b", right, left, levels), class_="sides")


def _column(side: str, text: SideText, other: SideText, levels: Sequence[str]) -> Html:
    box = tag(
        "div",
        _paragraphs(side, text, _shown_under(other), levels),
        class_="text",
        tabindex=0,
        role="group",
        aria_label=f"Text of {text.id}",
    )
    return tag("div", tag("h4", text.id, class_="id"), box, class_="column")


def _shown_under(text: SideText) -> dict[int, int]:
    """Return for each match the match under whose number its place in `text` is shown."""
    shown: dict[int, int] = {}
    for piece in text.pieces:
        for match in piece.matches:
            if match == piece.matches[0]:
                shown[match] = match
            else:
                shown.setdefault(match, piece.matches[0])
    return shown


def _paragraphs(side: str, text: SideText, partners: dict[int, int], levels: Sequence[str]) -> Iterator[Html]:
    seen: set[int] = set()
    return paragraphs(
        text.text,
        text.pieces,
        lambda piece, start, end: _part(side, text, piece, (start, end), partners, levels, seen),
    )


def _part(
    side: str,
    text: SideText,
    piece: Piece,
    span: tuple[int, int],
    partners: dict[int, int],
    levels: Sequence[str],
    seen: set[int],
) -> Html:
    """Return the part of a piece that stands on one line; `seen` gathers the matches that have begun."""
    inner = noted(text.text, text.notes, *span)
    if not piece.matches:
        return inner
    number, *also = piece.matches
    first = number not in seen
    seen.add(number)
    return tag(
        "a",
        tag("sup", f"{number + 1} {words_of(levels[number])} ") if first else None,
        inner,
        class_=f"m {levels[number]}",
        href=f"#{'b' if side == 'a' else 'a'}{partners.get(number, number)}",
        id=f"{side}{number}" if first else None,
        data_m=number,
        data_also=",".join(map(str, also)) or None,
    )


def noted(text: str, notes: Sequence[Note], start: int, end: int) -> Html:
    """Return code points [start, end) of `text` with the notes that stand there marked."""
    parts: list[Html | str] = []
    for note in notes[bisect_right(notes, start, key=lambda n: n.end) :]:
        if note.start >= end:
            break
        begin, stop = max(note.start, start), min(note.end, end)
        parts += [text[start:begin], tag("span", text[begin:stop], class_=note.kind, title=note.told)]
        start = stop
    return joined(*parts, text[start:end])
