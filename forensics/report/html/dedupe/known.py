"""The new documents that are known, each beside the known one most like it."""

from __future__ import annotations

from forensics.dedupe.result import DedupeResult
from forensics.report.html.kit.element import identity, joined, table, tag
from forensics.report.html.kit.page import Section
from forensics.report.known import how_known, known_in_short, twice_in_short
from forensics.settings import DedupeSettings

_ROWS = 500


def known_section(result: DedupeResult, settings: DedupeSettings) -> list[Section]:
    """Return the section; none where nothing was held against known documents."""
    if result.known_documents is None:
        return []
    rows = (
        (identity(one.b), how_known(one), identity(one.a), f"{one.jaccard:.3f}", f"{one.containment:.3f}")
        for one in result.known[:_ROWS]
    )
    more = len(result.known) - _ROWS
    body = joined(
        tag("p", f"{known_in_short(result, settings.threshold, settings.unit)}."),
        tag("p", f"{twice_in_short(result, settings.unit)}."),
        table(("new", "how", "known", "Jaccard", "containment"), rows, "Known documents")
        if result.known
        else None,
        tag("p", f"and {more:,} more, in the JSON.") if more > 0 else None,
    )
    return [Section("known", "What is known", body)]
