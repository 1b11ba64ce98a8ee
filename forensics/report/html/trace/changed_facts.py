"""Facts that say something else on the two sides of a match: what an editor asks for first."""

from __future__ import annotations

from collections.abc import Sequence

from forensics.report.html.kit.element import Html, identity, joined, table, tag
from forensics.report.html.trace.verdict_sides import other
from forensics.report.wording import words_of
from forensics.trace.result import ChangedFact, PairVerdict

_ROWS = 200


def drawn(id: str, verdicts: Sequence[PairVerdict]) -> Html | None:
    """Return the changed facts of one document against each of its sources; None where there are none."""
    found = [
        (verdict, one)
        for verdict in verdicts
        for one in verdict.changed_facts
        if verdict.explained_by is None
    ]
    if not found:
        return None
    rows = (
        (
            words_of(one.kind),
            *_here_and_there(one, here_is_a=verdict.a == id),
            identity(other(verdict, id)),
            _match(one),
        )
        for verdict, one in found[:_ROWS]
    )
    rest = len(found) - _ROWS
    return joined(
        tag("h3", f"Changed facts: {len(found):,}"),
        table(("fact", "here", "there", "in", "in match"), rows, "Changed facts"),
        tag("p", f"and {rest:,} more, in the JSON.") if rest > 0 else None,
    )


def between(verdict: PairVerdict) -> Html:
    """Return the changed facts of one pair, as what was and what became where that is known."""
    came = {"a_from_b": True, "b_from_a": False}.get(verdict.direction)
    rows = (
        (words_of(one.kind), *_here_and_there(one, here_is_a=not came), _match(one))
        for one in verdict.changed_facts[:_ROWS]
    )
    heads = ("fact", "first text", "second text") if came is None else ("fact", "was", "became")
    rest = len(verdict.changed_facts) - _ROWS
    return tag(
        "div",
        tag("h4", f"Changed facts: {len(verdict.changed_facts):,}"),
        table((*heads, "in match"), rows, "Changed facts"),
        tag("p", f"and {rest:,} more, in the JSON.") if rest > 0 else None,
        class_="changed-facts",
    )


def _here_and_there(one: ChangedFact, *, here_is_a: bool) -> tuple[str, str]:
    a, b = " ".join(one.text_a.split()), " ".join(one.text_b.split())
    return (a, b) if here_is_a else (b, a)


def _match(one: ChangedFact) -> Html:
    return tag("a", f"{one.match + 1}", href=f"#a{one.match}")
