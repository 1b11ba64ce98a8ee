"""Which sentences of a patchwork come from which source."""

from __future__ import annotations

from collections.abc import Sequence

from forensics.report.html.kit.element import Html, identity, joined, table, tag
from forensics.report.wording import shortened
from forensics.trace.result import SentenceSource, TraceDocument

_ROWS = 500


def drawn(document: TraceDocument, sources: Sequence[SentenceSource]) -> Html | None:
    """Return the sentences of one patchwork, each with its source; None for other texts."""
    own = [one for one in sources if one.document == document.id]
    if not own:
        return None
    rows = (
        (
            str(number),
            shortened(" ".join(document.text[one.start : one.end].split()), 200),
            "none of these" if one.source is None else identity(one.source),
        )
        for number, one in enumerate(own[:_ROWS], 1)
    )
    rest = len(own) - _ROWS
    return joined(
        tag("h3", "Which sentences come from where"),
        table(("no.", "sentence", "source"), rows, "Which sentences come from where"),
        tag("p", f"and {rest:,} more, in the JSON.") if rest > 0 else None,
    )
