"""What `forensics index` says, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from forensics.envelope import Envelope
from forensics.index.result import (
    IndexChanged,
    IndexInfo,
    IndexMatches,
    IndexRepaired,
    IndexVerified,
)
from forensics.report.interface import RenderOptions
from forensics.report.table.kit.style import plain, table
from forensics.report.wording import count
from forensics.settings import IndexSettings

_SHOWN = 40


def render(envelope: Envelope[IndexSettings, Any], options: RenderOptions) -> Iterator[RenderableType]:
    """Yield the parts of the view; `verbose` shows every match and problem."""
    limit = None if options.verbose else _SHOWN
    match envelope.result:
        case IndexChanged() as changed:
            yield _changed(changed)
        case IndexInfo() as info:
            yield from _info(info)
        case IndexMatches() as found:
            yield from _matches(found, limit)
        case IndexVerified() as verified:
            yield from _verified(verified, limit)
        case IndexRepaired() as repaired:
            yield from _repaired(repaired, limit)


def _changed(result: IndexChanged) -> Text:
    done = {
        "added": result.added,
        "replaced": result.replaced,
        "removed": result.removed,
        "unchanged": result.unchanged,
    }
    told = ", ".join(f"{number:,} {what}" for what, number in done.items() if number) or "nothing changed"
    return Text.assemble((count(result.documents, "document"), "bold"), f" in the index: {told}")


def _info(result: IndexInfo) -> Iterator[RenderableType]:
    yield Text.assemble((count(result.documents, "document"), "bold"), f" in {count(result.chunks, 'chunk')}")
    each = f", {result.bytes / result.documents:,.0f} a document" if result.documents else ""
    yield Text(f"{count(result.bytes, 'byte')}{each}")
    yield Text(f"version {result.schema_version}, settings {result.settings_fingerprint[:16]}", style="dim")


def _matches(result: IndexMatches, limit: int | None) -> Iterator[RenderableType]:
    if not result.matches:
        yield Text("No source in the index shares a passage with what was asked, as far as retrieval sees.")
        return
    rows = table("text", "source", "score", "in the same words", right=("score",))
    for one in result.matches[:limit]:
        chars = sum(span.end - span.start for span in one.spans)
        told = (
            f"{count(chars, 'character')} in {count(len(one.spans), 'stretch')}" if one.spans else "nothing"
        )
        rows.add_row(
            plain(one.query), plain(one.source), f"{one.score:.3f}", told.replace("stretchs", "stretches")
        )
    yield rows
    yield from _rest(len(result.matches), limit, "source")
    yield Text("The score orders the sources of one text; it is no verdict.", style="dim")


def _verified(result: IndexVerified, limit: int | None) -> Iterator[RenderableType]:
    if result.sound:
        yield Text("Every file is as it was written.")
        return
    rows = table("file", "problem")
    for one in result.problems[:limit]:
        rows.add_row(plain(one.file), plain(one.problem))
    yield rows
    yield from _rest(len(result.problems), limit, "problem")


def _repaired(result: IndexRepaired, limit: int | None) -> Iterator[RenderableType]:
    lost = count(len(result.lost), "document") + " lost" if result.lost else "nothing lost"
    unknown = "" if result.complete else "; how much it held before cannot be said"
    yield Text.assemble((count(result.documents, "document"), "bold"), f" in the index, {lost}{unknown}")
    if result.lost:
        rows = table("lost", "why")
        for one in result.lost[:limit]:
            rows.add_row(plain(one.file), plain(one.problem))
        yield rows
        yield from _rest(len(result.lost), limit, "document")


def _rest(total: int, limit: int | None, noun: str) -> Iterator[Text]:
    if limit is not None and total > limit:
        yield Text(f"and {count(total - limit, noun)} more; --verbose or --json shows all", style="dim")
