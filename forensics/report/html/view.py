"""What the page's script counts and shows: pieces of texts, matches and their word operations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from forensics.report.html.levels import LEVELS
from forensics.report.html.pair import Pair
from forensics.report.html.pieces import Piece, Stretch, pieces
from forensics.report.html.sides import Text
from forensics.text.visible import visible
from forensics.text.words import words
from forensics.trace.result import Match, PairVerdict, Side, TraceDocument, TraceResult

# Beyond so many characters of text side by side a page gets slow to open; the leading pairs are laid out.
_LAID_OUT = 4_000_000
_RANK = {level: at for at, level in enumerate(LEVELS)}


@dataclass(frozen=True, slots=True)
class Laid:
    """The pairs to lay out, the verdicts in order of what they say, and everything to count."""

    result: TraceResult
    verdicts: Sequence[PairVerdict]
    pairs: Sequence[Pair]

    def view(self, traced: Sequence[TraceDocument]) -> dict[str, Any]:
        """Return the data of the page's script."""
        shown = {number: pair.number for pair in self.pairs for number in pair.matches}
        quoted = {d.id: _Quotes(d) for d in self.result.documents}
        return {
            "documents": [_counted(self._pieces(document, shown)) for document in traced],
            "pairs": [{"a": _counted(p.a.pieces), "b": _counted(p.b.pieces)} for p in self.pairs],
            "matches": [
                _match(match, shown.get(number), self.pairs, quoted)
                for number, match in enumerate(self.result.matches)
            ],
        }

    def _pieces(self, document: TraceDocument, shown: dict[int, int]) -> list[Piece]:
        sides = [(n, s) for n, m in enumerate(self.result.matches) if n in shown for s in (m.a, m.b)]
        return _cut(document, [(n, s) for n, s in sides if s.id == document.id], self.result)


def lay_out(result: TraceResult) -> Laid:
    """Choose the pairs to show side by side, the most telling first, and cut their texts into pieces."""
    order = ("copy", "derived", "patchwork", "sibling", "undetermined", "same_event", "unrelated")
    verdicts = sorted(result.verdicts, key=lambda v: (order.index(v.relation), -v.probability))
    documents = {document.id: document for document in result.documents}
    matches: dict[frozenset[str], list[int]] = defaultdict(list)
    for number, match in enumerate(result.matches):
        matches[frozenset((match.a.id, match.b.id))].append(number)
    pairs: list[Pair] = []
    room = _LAID_OUT
    for verdict in verdicts:
        numbers = matches.get(frozenset((verdict.a, verdict.b)))
        a, b = documents.get(verdict.a), documents.get(verdict.b)
        if not numbers or a is None or b is None:
            continue
        room -= len(a.text) + len(b.text)
        if pairs and room < 0:
            break
        pairs.append(Pair(len(pairs), verdict, _side(a, numbers, result), _side(b, numbers, result), numbers))
    return Laid(result, verdicts, pairs)


def _side(document: TraceDocument, numbers: Sequence[int], result: TraceResult) -> Text:
    sides = [
        (n, s) for n in numbers for s in (result.matches[n].a, result.matches[n].b) if s.id == document.id
    ]
    spun = sorted(document.substitutions, key=lambda s: s.start)
    return Text(document.id, document.text, _cut(document, sides, result), spun)


def _cut(document: TraceDocument, sides: Sequence[tuple[int, Side]], result: TraceResult) -> list[Piece]:
    ranked = sorted(sides, key=lambda one: (_RANK[result.matches[one[0]].level], one[0]))
    residue = [(r.start, r.end) for r in document.residue]
    return pieces(document.text, [Stretch(s.start, s.end, n) for n, s in ranked], residue)


def _counted(cut: Sequence[Piece]) -> dict[str, Any]:
    held = [[piece.words, piece.matches] for piece in cut if piece.matches and piece.words]
    return {"words": sum(piece.words for piece in cut), "pieces": held}


class _Quotes:
    """Which words of a document stand in quotation marks."""

    def __init__(self, document: TraceDocument) -> None:
        self._text = document.text
        self._quotes = [(f.start, f.end) for f in document.facts if f.kind == "quote"]

    def words(self, side: Side) -> tuple[int, bool]:
        """Return how many words stand at `side`, and whether more than half of them are quoted."""
        starts = [w.start for w in words(self._text, side.start, side.end)]
        near = [(a, b) for a, b in self._quotes if a < side.end and b > side.start]
        quoted = sum(any(a <= start < b for a, b in near) for start in starts)
        return len(starts), 2 * quoted > len(starts)


def _match(
    match: Match, pair: int | None, pairs: Sequence[Pair], quotes: dict[str, _Quotes]
) -> dict[str, Any] | None:
    if pair is None:
        return None
    turned = match.a.id != pairs[pair].a.id
    a, b = (match.b, match.a) if turned else (match.a, match.b)
    words_a, quoted_a = quotes[a.id].words(a)
    words_b, quoted_b = quotes[b.id].words(b)
    return {
        "pair": pair,
        "level": match.level,
        "words": min(words_a, words_b),
        "quoted": quoted_a or quoted_b,
        "a": visible(pairs[pair].a.text[a.start : a.end], keep="\n\t"),
        "b": visible(pairs[pair].b.text[b.start : b.end], keep="\n\t"),
        "ops": [
            [_TURNED.get(op.op, op.op), visible(op.b), visible(op.a)]
            if turned
            else [op.op, visible(op.a), visible(op.b)]
            for op in match.ops
        ],
        "similarity": match.similarity,
    }


_TURNED = {"insert": "delete", "delete": "insert"}
