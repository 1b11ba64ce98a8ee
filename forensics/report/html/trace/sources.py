"""The texts that one text was compared with: how much of it each covers, and whether that is to count."""

from __future__ import annotations

from collections.abc import Iterator

from forensics.report.html.kit.element import Html, identity, joined, table, tag
from forensics.report.html.trace.layout import Layout
from forensics.report.html.trace.levels import RELATED
from forensics.report.html.trace.pair_panel import PairPanel
from forensics.report.meanings import RELATIONS
from forensics.report.wording import words_of
from forensics.trace.result import PairVerdict, TraceDocument

_ROWS = 100
_HEADS = ("text", "relation", "probability", "covers of this text", "counted now", "count it", "texts")


def listed(document: TraceDocument, layout: Layout, at: int, excluded: frozenset[str]) -> Html | None:
    """Return the list of sources of document number `at`, those in `excluded` and undetermined ones switched off."""
    verdicts = layout.verdicts_of(document.id)
    if not verdicts:
        return None
    pairs = {(pair.verdict.a, pair.verdict.b): pair for pair in layout.pairs}
    ranked = sorted(verdicts, key=lambda verdict: (verdict.a, verdict.b) not in pairs)
    rows = (_row(document, v, pairs.get((v.a, v.b)), excluded) for v in ranked[:_ROWS])
    rest = len(ranked) - _ROWS
    total = tag("output", "", class_="total", data_doc=at)
    return joined(
        tag("h3", "Other texts"),
        tag("p", "All counted matches together cover ", total, " of its words.", class_="scripted"),
        table(_HEADS, rows, "Other texts", class_="sources"),
        tag("p", f"and {rest:,} more, in the JSON.") if rest > 0 else None,
    )


def _row(
    document: TraceDocument, verdict: PairVerdict, pair: PairPanel | None, excluded: frozenset[str]
) -> Iterator[Html | str]:
    here_is_a = verdict.a == document.id
    other = verdict.b if here_is_a else verdict.a
    counted = verdict.counted_a if here_is_a else verdict.counted_b
    relation = verdict.relation
    better = verdict.explained_by
    adds_nothing = joined(" adds nothing to ", identity(better)) if better is not None else None
    yield joined(identity(other), adds_nothing)
    yield tag("span", words_of(relation), class_=f"verdict {relation}", title=RELATIONS[relation])
    yield f"{verdict.probability:.2f}"
    yield f"{verdict.coverage_a if here_is_a else verdict.coverage_b:.0%}"
    if pair is None:
        yield from (f"{counted:.0%}", "", "")
        return
    side = "a" if here_is_a else "b"
    yield tag("output", f"{counted:.0%}", class_="share", data_pair=pair.number, data_side=side)
    yield tag(
        "input",
        type="checkbox",
        checked=other not in excluded and relation in RELATED,
        class_="source",
        data_pair=pair.number,
        aria_label=f"Count matches with {other}",
    )
    yield tag(
        "a",
        "side by side",
        href=f"#pair-{pair.number}",
        class_="show",
        aria_label=f"Side by side with {other}",
    )
