"""The report of a trace: whence each text comes, with the texts side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forensics.envelope import Envelope
from forensics.report.disguises import disguises_in_short
from forensics.report.html.kit.element import Html, identity, joined, tag
from forensics.report.html.kit.page import Section, page
from forensics.report.html.trace import (
    changed_facts,
    common_event,
    covered_text,
    findings,
    graph,
    missing_sources,
    sentence_sources,
)
from forensics.report.html.trace.layout import Layout, lay_out
from forensics.report.html.trace.levels import RELATED, UNCOUNTED
from forensics.report.html.trace.pair_panel import panel
from forensics.report.html.trace.sources import listed, ranked
from forensics.report.html.trace.verdict_sides import covered, other
from forensics.report.html.trace.view import view
from forensics.report.interface import RenderOptions
from forensics.report.meanings import LEVELS
from forensics.report.wording import count, words_of
from forensics.settings import TraceSettings
from forensics.trace.result import TraceDocument, TraceResult

_ROWS = 100
_NAMED = 3  # sources in the first sentence: the list beside the text names all
_SPUN = 0.5
_ALWAYS = (
    "Only the texts given were compared. A text that is not among them may be the source of any of them."
)


def render(envelope: Envelope[TraceSettings, TraceResult], options: RenderOptions) -> Iterator[bytes]:  # noqa: ARG001
    """Yield the page; a trace carries its texts."""
    result = envelope.result
    traced = [document for document in result.documents if document.role == "text"]
    layout = lay_out(result, envelope.settings)
    yield page(
        f"Where {traced[0].id} comes from" if len(traced) == 1 else f"Where {len(traced):,} texts come from",
        list(_sections(traced, layout, result, envelope.settings)),
        envelope=envelope,
        texts=tuple(document.id for document in traced),
        scripts=("kit/roving.js", "trace/trace.js"),
        view=view(layout, traced[:_ROWS], result, envelope.settings),
        after=_DRAWER,
    ).encode()


def _sections(
    traced: Sequence[TraceDocument], layout: Layout, result: TraceResult, settings: TraceSettings
) -> Iterator[Section]:
    rest = len(traced) - _ROWS
    lines = (tag("li", _in_short(document, layout, result)) for document in traced[:_ROWS])
    more = tag("li", f"and {rest:,} texts more, in the JSON.") if rest > 0 else None
    masked = (
        tag(
            "li",
            "The source ",
            tag("strong", identity(one.id)),
            " is disguised: ",
            disguises_in_short(one.obfuscation),
        )
        for one in result.documents
        if one.role == "source" and one.obfuscation
    )
    lead = tag("ul", lines, more, masked, class_="lead")
    yield Section("summary", "In short", joined(lead, _switches(settings) if layout.pairs else None))
    documents = {document.id: document for document in result.documents}
    for at, document in enumerate(traced[:_ROWS]):
        verdicts = layout.verdicts_of(document.id)
        body = joined(
            tag(
                "div",
                covered_text.drawn(document, layout, at, result, settings),
                listed(document, layout, at, frozenset(settings.exclude_sources)),
                class_="whence",
            ),
            changed_facts.drawn(document.id, verdicts),
            findings.drawn(document),
            sentence_sources.drawn(document, result.sentence_sources),
            common_event.drawn(document, verdicts, documents),
        )
        yield Section(f"text-{at}", document.id, body)
    if result.missing_sources:
        yield Section("missing", "Texts not at hand", missing_sources.drawn(result.missing_sources))
    if layout.pairs:
        yield Section("pairs", "Side by side", joined(panel(pair, result) for pair in layout.pairs))
    if result.graph.nodes:
        yield Section("graph", "Provenance", graph.drawn(result.graph))
    limits = dict.fromkeys(limit for verdict in result.verdicts for limit in verdict.limits)
    yield Section(
        "limits", "What this cannot know", tag("ul", (tag("li", one) for one in (_ALWAYS, *limits)))
    )


_DRAWER = tag(
    "aside",
    tag("button", "Close", type="button", id="close", title="Escape"),
    tag("div", id="evidence", aria_live="polite"),
    id="drawer",
    hidden=True,
    tabindex=0,
    aria_label="Evidence for the chosen match",
)


def _in_short(document: TraceDocument, layout: Layout, result: TraceResult) -> Html:
    related = [
        verdict
        for verdict in ranked(document.id, layout)
        if verdict.relation in RELATED and verdict.explained_by is None
    ]
    said: list[Html | str] = [tag("strong", identity(document.id)), ": "]
    if not result.verdicts:
        said.append("compared with no other text; what it says about itself is below.")
    elif not related:
        said.append("none of the texts compared is seen as its source.")
    for at, one in enumerate(related[:_NAMED]):
        relation = tag("strong", words_of(one.relation), class_=f"verdict {one.relation}")
        said += ["; " if at else "", relation, " with ", identity(other(one, document.id))]
        changed = f", {count(len(one.changed_facts), 'fact')} changed" if one.changed_facts else ""
        said.append(
            f" ({covered(one, document.id):.0%} of its words, probability {one.probability:.2f}{changed})"
        )
    if related:
        more = len(related) - _NAMED
        said.append(f"; and {count(more, 'source')} more, listed beside the text." if more > 0 else ".")
    if document.spun is not None and document.spun >= _SPUN:
        said.append(f" It reads as spun by machine (probability {document.spun:.2f}).")
    if document.obfuscation:
        said.append(f" It is disguised: {disguises_in_short(document.obfuscation)}.")
    for source in result.missing_sources:
        if document.id in source.children:
            said.append(
                f" It points to {source.label}, which is not at hand (probability {source.probability:.2f})."
            )
    return joined(said)


def _switches(settings: TraceSettings) -> Html:
    levels = (
        tag(
            "label",
            tag("input", type="checkbox", class_="level", value=level, checked=level not in UNCOUNTED),
            " ",
            tag("span", words_of(level), class_=f"m {level}"),
            title=meaning,
        )
        for level, meaning in LEVELS.items()
    )
    quotes = tag("input", type="checkbox", id="quotes", checked=not settings.exclude_quotes)
    least = tag("input", type="number", id="least", min=0, max=999, value=settings.exclude_small)
    return tag(
        "form",
        tag(
            "fieldset",
            tag("legend", "What counts"),
            levels,
            tag("label", quotes, " quotations"),
            tag("label", "matches of at least ", least, " words"),
        ),
        tag(
            "dl",
            (joined(tag("dt", words_of(level)), tag("dd", said)) for level, said in LEVELS.items()),
            class_="key",
        ),
        class_="switches scripted",
    )
