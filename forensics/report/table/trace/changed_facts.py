"""The facts that a text states otherwise than another one: what an editor wants to see first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from forensics.report.table.kit.style import plain, table
from forensics.report.wording import words_of
from forensics.trace.result import PairVerdict, TraceDocument

_SHOWN = 12


def changed(
    document: TraceDocument, verdicts: Sequence[PairVerdict], *, verbose: bool
) -> Iterator[RenderableType]:
    """Yield the facts that differ inside matches: of a text that was made from the other, what became what."""
    rows = [(verdict, fact) for verdict in verdicts for fact in verdict.changed_facts]
    if not rows:
        return
    shown = rows if verbose else rows[:_SHOWN]
    told = table("changed", "here", "there", "other text")
    for verdict, fact in shown:
        here_is_a = verdict.a == document.id
        here, there = (fact.text_a, fact.text_b) if here_is_a else (fact.text_b, fact.text_a)
        told.add_row(
            words_of(fact.kind),
            plain(" ".join(here.split()), "bold red"),
            plain(" ".join(there.split()), "bold"),
            plain(verdict.b if here_is_a else verdict.a),
        )
    yield told
    if len(shown) < len(rows):
        yield Text(f"and {len(rows) - len(shown)} facts more; --verbose or --json shows all", style="dim")
