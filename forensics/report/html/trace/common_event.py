"""What makes two independent texts reports of one event: the names, figures and dates that both of them tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from forensics.report.html.kit.element import Html, fold, identity, table
from forensics.report.wording import count, shortened, words_of
from forensics.trace.result import PairVerdict, Side, TraceDocument

_ROWS = 400
_HEADS = ("other text", "kind", "both tell of", "as it stands here", "as it stands there", "how rare")


def drawn(
    document: TraceDocument, verdicts: Sequence[PairVerdict], documents: Mapping[str, TraceDocument]
) -> Html | None:
    """Return what `document` shares with other reports of its events, folded; None where it shares nothing."""
    rows = [row for verdict in verdicts for row in _rows(document.id, verdict, documents)]
    if not rows:
        return None
    others = sum(bool(verdict.shared_facts) for verdict in verdicts)
    title = f"Reports of the same events: {count(others, 'text')}"
    return fold(title, table(_HEADS, rows[:_ROWS], "Names, figures and dates in common"))


def _rows(
    id: str, verdict: PairVerdict, documents: Mapping[str, TraceDocument]
) -> Iterator[tuple[Html | str, ...]]:
    for one in verdict.shared_facts:
        here, there = (one.a, one.b) if one.a.id == id else (one.b, one.a)
        yield (
            identity(there.id),
            words_of(one.kind),
            one.name,
            _quoted(here, documents),
            _quoted(there, documents),
            f"{one.rarity:.1f}",
        )


def _quoted(side: Side, documents: Mapping[str, TraceDocument]) -> str:
    document = documents.get(side.id)
    return shortened(" ".join(document.text[side.start : side.end].split()), 120) if document else ""
