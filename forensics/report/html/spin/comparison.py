"""What holding a text against its reference showed."""

from __future__ import annotations

from collections import Counter

from forensics.report.html.kit.element import Html, fold, identity, joined, table, tag
from forensics.report.wording import shortened
from forensics.spin.result import Comparison

_CHANGES = 1_000
_WIDTH = 300


def compared(one: Comparison, text: str | None, reference: str | None) -> Html:
    """Return how a text differs from its reference, facts that changed first.

    The changes themselves are listed where both texts are at hand.
    """
    operations = Counter(change.op for change in one.changes)
    listed = ", ".join(f"{op} {n:,}" for op, n in sorted(operations.items()))
    return joined(
        tag("h3", "Against ", identity(one.original)),
        tag(
            "p",
            tag("strong", one.relation, class_="verdict"),
            f" {one.kept:.0%} of its words stand there too. Changes: {listed or 'none'}.",
        ),
        _facts(one) if one.facts_changed else None,
        _changes(one, text, reference) if one.changes and text and reference else None,
        tag("ul", (tag("li", limit) for limit in one.limits), class_="limits") if one.limits else None,
    )


def _facts(one: Comparison) -> Html:
    rows = ((fact.kind, fact.observed or "nothing", fact.original or "nothing") for fact in one.facts_changed)
    return joined(
        tag("p", tag("strong", f"Facts that changed: {len(one.facts_changed):,}")),
        table(("kind", "as read", "in the reference"), rows, "Facts that changed"),
    )


def _changes(one: Comparison, text: str, reference: str) -> Html:
    rows = (
        (
            change.op,
            shortened(text[change.start : change.end], _WIDTH),
            shortened(reference[change.original_start : change.original_end], _WIDTH),
        )
        for change in one.changes[:_CHANGES]
    )
    rest = len(one.changes) - _CHANGES
    return fold(
        f"Changes: {len(one.changes):,}",
        table(("change", "as read", "in the reference"), rows, "Changes"),
        tag("p", f"and {rest:,} more, in the JSON.") if rest > 0 else None,
    )
