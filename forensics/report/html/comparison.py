"""What holding a text against its reference showed."""

from __future__ import annotations

from collections import Counter

from forensics.report.html.element import Html, identity, joined, table, tag
from forensics.spin.result import Comparison


def compared(one: Comparison) -> Html:
    """Return how a text differs from its reference, facts that changed first."""
    operations = Counter(change.op for change in one.changes)
    listed = ", ".join(
        f"{op} {operations[op]:,}" for op in ("substitute", "insert", "delete", "move") if operations[op]
    )
    facts = ((f.kind, f.observed or "nothing", f.original or "nothing") for f in one.facts_changed)
    return joined(
        tag("h3", "Against ", identity(one.original)),
        tag(
            "p",
            tag("strong", one.relation, class_="verdict"),
            f" {one.kept:.0%} of its words stand there too. Changes: {listed or 'none'}.",
        ),
        tag("p", tag("strong", f"Facts that changed: {len(one.facts_changed):,}"))
        if one.facts_changed
        else None,
        table(("kind", "as read", "in the reference"), facts, "Facts that changed")
        if one.facts_changed
        else None,
        tag("ul", (tag("li", limit) for limit in one.limits), class_="limits") if one.limits else None,
    )
