"""What the script of a trace's page counts and shows: pieces of texts, matches and their operations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from forensics.report.html.kit.pieces import Piece
from forensics.report.html.trace.layout import Layout, cut
from forensics.report.html.trace.pair_panel import PairPanel
from forensics.report.html.trace.sources import colours
from forensics.settings import TraceSettings
from forensics.text.visible import visible
from forensics.text.words import words
from forensics.trace.result import Match, Op, Side, TraceDocument, TraceResult

_TURNED = {"insert": "delete", "delete": "insert"}


def view(
    layout: Layout, traced: Sequence[TraceDocument], result: TraceResult, settings: TraceSettings
) -> dict[str, Any]:
    """Return the data of the page's script; all text in it is made visible.

    What is `aside` is template text: it is no part of what is counted until boilerplate is switched on. What is
    `listed` is an entry of a reference list, and counts as the settings say.
    """
    pair_of = {number: pair for pair in layout.pairs for number in pair.matches}
    sides: dict[str, list[tuple[int, Side]]] = defaultdict(list)
    for number in pair_of:
        for side in (result.matches[number].a, result.matches[number].b):
            sides[side.id].append((number, side))
    quotes = {d.id: [(q.start, q.end) for q in d.quotations] for d in result.documents}
    return {
        "documents": [
            _counted(cut(document, sides[document.id], result, settings))
            | {"colours": {str(n): c for n, c in colours(document.id, layout).items()}}
            for document in traced
        ],
        "pairs": [{"a": _counted(pair.a.pieces), "b": _counted(pair.b.pieces)} for pair in layout.pairs],
        "matches": [
            _match(match, pair_of[number], quotes) if number in pair_of else None
            for number, match in enumerate(result.matches)
        ],
    }


def _counted(pieces: Sequence[Piece]) -> dict[str, Any]:
    """Return how many words there are, and for each piece that is covered its words and its matches."""
    covered = [[piece.words, piece.matches] for piece in pieces if piece.matches and piece.words]
    return {"words": sum(piece.words for piece in pieces), "pieces": covered}


def _match(match: Match, pair: PairPanel, quotes: dict[str, list[tuple[int, int]]]) -> dict[str, Any]:
    turned = match.a.id != pair.a.id
    a, b = (match.b, match.a) if turned else (match.a, match.b)
    listed = match.passage < 0 and "boilerplate" not in match.excluded
    words_a, quoted_a = _words(pair.a.text, a, quotes[a.id])
    words_b, quoted_b = _words(pair.b.text, b, quotes[b.id])
    return {
        "pair": pair.number,
        "level": match.level,
        "words": min(words_a, words_b),
        "quoted": quoted_a or quoted_b,
        "aside": match.passage < 0 and not listed,
        "listed": listed,
        "counts": not match.excluded,
        "a": visible(pair.a.text[a.start : a.end], keep="\n\t"),
        "b": visible(pair.b.text[b.start : b.end], keep="\n\t"),
        "ops": [_operation(op, turned=turned) for op in match.ops],
        "similarity": match.similarity,
    }


def _operation(op: Op, *, turned: bool) -> list[str]:
    a, b = visible(op.a, keep="\n\t"), visible(op.b, keep="\n\t")
    return [_TURNED.get(op.op, op.op), b, a] if turned else [op.op, a, b]


def _words(text: str, side: Side, quotes: Sequence[tuple[int, int]]) -> tuple[int, bool]:
    """Return how many words stand at `side`, and whether more than half of them are in quotation marks."""
    starts = [word.start for word in words(text, side.start, side.end)]
    near = [(start, end) for start, end in quotes if start < side.end and end > side.start]
    quoted = sum(any(start <= at < end for start, end in near) for at in starts)
    return len(starts), 2 * quoted > len(starts)
