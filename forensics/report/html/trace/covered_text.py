"""One text as it stands, each piece coloured by the source that covers it best and underlined by its level."""

from __future__ import annotations

from forensics.report.html.kit.element import Html, tag
from forensics.report.html.kit.paragraphs import paragraphs
from forensics.report.html.kit.pieces import Piece
from forensics.report.html.kit.sides import noted
from forensics.report.html.trace.layout import Layout, cut, notes
from forensics.report.html.trace.sources import colours
from forensics.report.html.trace.verdict_sides import other
from forensics.report.wording import words_of
from forensics.settings import TraceSettings
from forensics.trace.result import TraceDocument, TraceResult


def drawn(
    document: TraceDocument, layout: Layout, at: int, result: TraceResult, settings: TraceSettings
) -> Html | None:
    """Return the text of document number `at`, each covered piece a link to its other side; None where none is."""
    colour = colours(document.id, layout)
    pair_of = {n: pair for pair in layout.pairs for n in pair.matches if pair.number in colour}
    sides = [
        (n, side)
        for n in pair_of
        for side in (result.matches[n].a, result.matches[n].b)
        if side.id == document.id
    ]
    if not sides:
        return None
    marked = notes(document)

    def part(piece: Piece, start: int, end: int) -> Html:
        inner = noted(document.text, marked, start, end)
        if not piece.matches:
            return inner
        order = sorted(piece.matches, key=lambda n: colour[pair_of[n].number])
        best = pair_of[order[0]]
        level = result.matches[order[0]].level
        return tag(
            "a",
            inner,
            class_=f"m {level} s{colour[best.number]}",
            href=f"#pair-{best.number}",
            title=f"{words_of(level)}: {other(best.verdict, document.id)}",
            data_doc=at,
            data_all=",".join(map(str, order)),
        )

    pieces = cut(document, sides, result, settings)
    return tag(
        "div",
        paragraphs(document.text, pieces, part),
        class_="text covered",
        tabindex=0,
        role="group",
        aria_label=f"Text of {document.id}, coloured by source",
    )
