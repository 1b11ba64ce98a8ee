"""The report of a trace: whence each text comes, with the texts side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from forensics.envelope import Envelope
from forensics.report.html import graph, missing, told
from forensics.report.html.element import Html, joined, table, tag
from forensics.report.html.levels import LEVELS, RELATIONS, words_of
from forensics.report.html.page import Part, page
from forensics.report.html.pair import Pair, panel
from forensics.report.html.view import Laid, lay_out
from forensics.settings import TraceSettings
from forensics.trace.result import PairVerdict, TraceDocument, TraceResult

_ROWS = 100


def render(envelope: Envelope[TraceSettings, TraceResult], texts: Mapping[str, str]) -> str:
    """Return the page; a trace carries its texts, so `texts` has nothing to add."""
    del texts
    result = envelope.result
    traced = _traced(result, envelope.settings)
    laid = lay_out(result)
    title = (
        f"Where {traced[0].id} comes from" if len(traced) == 1 else f"Where {len(traced):,} texts come from"
    )
    parts = [Part("summary", "In short", _summary(traced, result))]
    if result.missing_sources:
        parts.append(Part("missing", "Texts not at hand", missing.drawn(result.missing_sources)))
    if result.graph.nodes:
        parts.append(Part("graph", "Provenance", graph.drawn(result.graph)))
    parts += [
        Part(f"text-{at}", document.id, joined(told.drawn(document), _sources(document, laid, at)))
        for at, document in enumerate(traced)
    ]
    if laid.pairs:
        parts.append(
            Part(
                "pairs",
                "Side by side",
                joined(_switches(envelope.settings), (panel(p, laid, result) for p in laid.pairs)),
            )
        )
    parts.append(Part("limits", "What this cannot know", _limits(result)))
    return page(
        title,
        None,
        parts,
        envelope=envelope,
        texts=tuple(document.id for document in traced),
        scripts=("roving.js", "trace.js"),
        view=laid.view(traced),
        after=_DRAWER,
    )


_DRAWER = tag(
    "aside",
    tag("button", "Close", type="button", id="close", title="Escape"),
    tag("div", id="evidence", aria_live="polite"),
    id="drawer",
    hidden=True,
    aria_label="Evidence for the chosen match",
)


def _traced(result: TraceResult, settings: TraceSettings) -> list[TraceDocument]:
    if not settings.against:
        return list(result.documents)
    compared = {v.a for v in result.verdicts}
    sources = {v.b for v in result.verdicts} - compared
    return [d for d in result.documents if d.id not in sources]


def verdicts_of(document: TraceDocument, result: TraceResult) -> list[PairVerdict]:
    """Return the verdicts on a document, the most telling first."""
    found = [v for v in result.verdicts if document.id in (v.a, v.b)]
    order = list(RELATIONS)
    return sorted(found, key=lambda v: (order.index(v.relation), -v.probability))


def _summary(traced: list[TraceDocument], result: TraceResult) -> Html:
    return tag("ul", (tag("li", _in_short(d, result)) for d in traced[:_ROWS]), class_="lead")


def _in_short(document: TraceDocument, result: TraceResult) -> Html:
    related = [
        v for v in verdicts_of(document, result) if v.relation in ("copy", "derived", "sibling", "patchwork")
    ]
    said: list[Html | str] = [tag("strong", document.id, class_="id"), ": "]
    if not result.verdicts:
        said.append("compared with no other text; what it says about itself is below.")
    elif not related:
        said.append("none of the texts compared is seen as its source.")
    for at, one in enumerate(related[:3]):
        other = one.b if one.a == document.id else one.a
        said += [
            "; " if at else "",
            tag("strong", words_of(one.relation), class_=f"verdict {one.relation}"),
            " with ",
            tag("span", other, class_="id"),
            f" (probability {one.probability:.2f})",
        ]
    if related:
        said.append(".")
    if document.spun is not None and document.spun >= 0.5:
        said.append(f" It reads as spun by machine (probability {document.spun:.2f}).")
    said += [
        f" It points to {m.label}, which is not at hand (probability {m.probability:.2f})."
        for m in result.missing_sources
        if document.id in m.children
    ]
    return joined(said)


def _sources(document: TraceDocument, laid: Laid, at: int) -> Html:
    pairs = [p for p in laid.pairs if document.id in (p.verdict.a, p.verdict.b)]
    others = [
        v for v in laid.verdicts if document.id in (v.a, v.b) and not any(v is p.verdict for p in pairs)
    ]
    ranked = [*((p.verdict, p) for p in pairs), *((v, None) for v in others)]
    if not ranked:
        return Html("")
    rows = [_source(document, verdict, pair, at) for verdict, pair in ranked[:_ROWS]]
    rest = len(ranked) - len(rows)
    return joined(
        tag("h3", "Other texts"),
        tag(
            "p",
            "All matches together cover ",
            tag("output", "", class_="total", data_doc=at),
            " of its words, with what is switched below.",
            class_="scripted",
        )
        if pairs
        else None,
        table(
            ("text", "relation", "probability", "covers of this text", "counted now", "count it", ""),
            rows,
            "Other texts",
            class_="sources",
        ),
        tag("p", f"and {rest:,} more, in the JSON.") if rest else None,
    )


def _source(
    document: TraceDocument, verdict: PairVerdict, pair: Pair | None, at: int
) -> Iterator[Html | str | None]:
    here_is_a = verdict.a == document.id
    other = verdict.b if here_is_a else verdict.a
    yield tag("span", other, class_="id")
    yield tag(
        "span",
        words_of(verdict.relation),
        class_=f"verdict {verdict.relation}",
        title=RELATIONS[verdict.relation],
    )
    yield f"{verdict.probability:.2f}"
    yield f"{verdict.coverage_a if here_is_a else verdict.coverage_b:.0%}"
    if pair is None:
        yield from ("", "", "")
        return
    side = "a" if here_is_a else "b"
    yield tag("output", "", class_="share", data_pair=pair.number, data_side=side)
    yield tag(
        "input",
        type="checkbox",
        checked=True,
        class_="source",
        data_pair=pair.number,
        aria_label=f"Count matches with {other}",
    )
    yield tag("a", "Side by side", href=f"#pair-{pair.number}", class_="show")


def _switches(settings: TraceSettings) -> Html:
    counted = [level for level in LEVELS if level != "facts_only" and level != "boilerplate"]
    return tag(
        "form",
        tag(
            "fieldset",
            tag("legend", "What counts"),
            (
                tag(
                    "label",
                    tag("input", type="checkbox", class_="level", value=level, checked=level in counted),
                    tag("span", words_of(level), class_=f"m {level}"),
                    title=meaning,
                )
                for level, meaning in LEVELS.items()
            ),
            tag(
                "label",
                tag("input", type="checkbox", id="quotes", checked=not settings.exclude_quotes),
                "quotations",
            ),
            tag(
                "label",
                "matches of at least ",
                tag("input", type="number", id="least", min=0, max=999, value=settings.exclude_small),
                " words",
            ),
        ),
        class_="switches scripted",
    )


def _limits(result: TraceResult) -> Html:
    limits = dict.fromkeys(limit for verdict in result.verdicts for limit in verdict.limits)
    general = (
        "Only the texts given were compared. A text that is not among them may be the source of any of them."
    )
    return tag("ul", (tag("li", limit) for limit in (general, *limits)))
