"""What is said of documents two by two: which new ones are known, and which share paragraphs."""

from __future__ import annotations

from forensics.dedupe.result import DedupeResult
from forensics.report.html.kit.element import identity, joined, table, tag
from forensics.report.html.kit.page import Section
from forensics.report.known import how_known, known_in_short, twice_in_short
from forensics.settings import DedupeSettings

_ROWS = 500


def sharing_section(result: DedupeResult) -> list[Section]:
    """Return which documents share paragraphs, those first that share most; none where none do."""
    if not result.sharing:
        return []
    found = sorted(result.sharing, key=lambda one: -max(one.share_a, one.share_b))
    rows = (
        (
            identity(one.a),
            identity(one.b),
            f"{one.paragraphs_a:,}",
            f"{one.paragraphs_b:,}",
            f"{one.share_a:.1%}",
            f"{one.share_b:.1%}",
        )
        for one in found[:_ROWS]
    )
    columns = ("a", "b", "paragraphs of a", "paragraphs of b", "share of a", "share of b")
    more = len(found) - _ROWS
    body = joined(
        tag("p", "What of each document stands, as a paragraph of its own, in the other."),
        table(columns, rows, "Documents that share paragraphs"),
        tag("p", f"and {more:,} more, in the JSON.") if more > 0 else None,
    )
    return [Section("sharing", "Documents that share paragraphs", body)]


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
