"""Which pairs of a trace are laid out side by side, and their texts cut into pieces."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from forensics.report.html.kit.pieces import Piece, Stretch, pieces
from forensics.report.html.kit.sides import Note, SideText
from forensics.report.html.trace.pair_panel import PairPanel
from forensics.report.meanings import LEVELS, RELATIONS
from forensics.settings import TraceSettings
from forensics.trace.result import PairVerdict, Side, TraceDocument, TraceResult

# With more pairs or characters side by side a page gets slow to open; the leading pairs are laid out.
_PAIRS = 100
_LETTERS = 2_000_000
_RANK = {level: at for at, level in enumerate(LEVELS)}
_ORDER = {relation: at for at, relation in enumerate(RELATIONS)}


@dataclass(frozen=True, slots=True)
class Layout:
    """All verdicts, the most telling first, and the pairs that are laid out."""

    verdicts: Sequence[PairVerdict]
    pairs: Sequence[PairPanel]

    def verdicts_of(self, id: str) -> list[PairVerdict]:
        """Return the verdicts on one document, the most telling first."""
        return [verdict for verdict in self.verdicts if id in (verdict.a, verdict.b)]


def lay_out(result: TraceResult, settings: TraceSettings) -> Layout:
    """Choose the pairs to lay out, the most telling first, as many as a page opens quickly with.

    `settings` say whether words of citations and of reference lists are among those that count.
    """
    verdicts = sorted(result.verdicts, key=lambda v: (_ORDER[v.relation], -v.probability))
    documents = {document.id: document for document in result.documents}
    matches: dict[frozenset[str], list[int]] = defaultdict(list)
    for number, match in enumerate(result.matches):
        matches[frozenset((match.a.id, match.b.id))].append(number)
    pairs: list[PairPanel] = []
    room = _LETTERS
    for verdict in verdicts:
        numbers = matches.get(frozenset((verdict.a, verdict.b)))
        a, b = documents.get(verdict.a), documents.get(verdict.b)
        if not numbers or a is None or b is None:
            continue
        room -= len(a.text) + len(b.text)
        if len(pairs) == _PAIRS or (pairs and room < 0):
            break
        pairs.append(
            PairPanel(
                len(pairs),
                verdict,
                _text(a, numbers, result, settings),
                _text(b, numbers, result, settings),
                numbers,
            )
        )
    return Layout(verdicts, pairs)


def cut(
    document: TraceDocument, sides: Sequence[tuple[int, Side]], result: TraceResult, settings: TraceSettings
) -> list[Piece]:
    """Cut a document where its matches, by number, start and end; the strongest level shows first."""
    ranked = sorted(sides, key=lambda one: (_RANK[result.matches[one[0]].level], one[0]))
    listed = settings.exclude_bibliography is False
    uncounted = [(r.start, r.end) for r in document.residue if not (listed and r.kind == "reference_list")]
    if settings.exclude_citations:
        uncounted = sorted([*uncounted, *((c.start, c.end) for c in document.citations)])
    return pieces(document.text, [Stretch(side.start, side.end, n) for n, side in ranked], uncounted)


def _text(
    document: TraceDocument, numbers: Sequence[int], result: TraceResult, settings: TraceSettings
) -> SideText:
    sides = [
        (n, side)
        for n in numbers
        for side in (result.matches[n].a, result.matches[n].b)
        if side.id == document.id
    ]
    return SideText(document.id, document.text, cut(document, sides, result, settings), notes(document))


def notes(document: TraceDocument) -> list[Note]:
    """Return what is marked within a text: residue, citations, words that read as spun, who is cited."""
    found = [Note(r.start, r.end, "residue", f"residue: {r.kind}") for r in document.residue]
    found += [Note(c.start, c.end, "citation", "points to a source") for c in document.citations]
    found += [Note(s.start, s.end, "spun-word", f"likely: {s.original}") for s in document.substitutions]
    found += [
        Note(c.cited_start, c.cited_end, "cited", f"cited: {c.outlet}")
        for c in document.claims
        if c.cited_end > c.cited_start
    ]
    kept: list[Note] = []
    for note in sorted(found, key=lambda n: (n.start, -n.end)):
        if not kept or note.start >= kept[-1].end:
            kept.append(note)
    return kept
