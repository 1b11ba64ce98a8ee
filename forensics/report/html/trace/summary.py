"""What the index of a case file says of texts that were traced."""

from __future__ import annotations

from collections.abc import Iterator

from forensics.report.html.kit.element import Html, identity, joined, tag
from forensics.report.wording import count, words_of
from forensics.trace.result import TraceResult

_DISTANT = ("unrelated", "same_event")


def in_short(result: TraceResult) -> str:
    """Return the result in a sentence."""
    relations = [v.relation for v in result.verdicts]
    told = [f"{relations.count(r):,} {words_of(r)}" for r in dict.fromkeys(sorted(relations))]
    missing = [count(len(result.missing_sources), "missing source")] if result.missing_sources else []
    return ", ".join([*told, *missing]) or "no other text compared"


def by_document(result: TraceResult) -> Iterator[tuple[str, Html]]:
    """Yield what is said of each document, with its id: how it stands to those that it is related to."""
    for one in result.verdicts:
        if one.relation in _DISTANT:
            continue
        for here, other in ((one.a, one.b), (one.b, one.a)):
            yield (
                here,
                joined(
                    tag("strong", words_of(one.relation), class_=f"verdict {one.relation}"),
                    " with ",
                    identity(other),
                    f" (probability {one.probability:.2f})",
                ),
            )
