"""The report of near-duplicates: clusters, how alike their pairs are, and what the bands find."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from forensics.dedupe.result import DedupeResult
from forensics.envelope import Envelope
from forensics.report.disguises import disguises_in_short
from forensics.report.html.dedupe import clusters
from forensics.report.html.dedupe.known import known_section, sharing_section
from forensics.report.html.kit import plots
from forensics.report.html.kit.element import Html, fold, identity, joined, table, tag
from forensics.report.html.kit.page import Section, page
from forensics.report.interface import RenderOptions
from forensics.report.known import known_in_short
from forensics.report.wording import count
from forensics.settings import DedupeSettings
from forensics.sketch.bands import choose

_ROWS = 500
_BINS = 20
_TICKS = ("0", "0.25", "0.5", "0.75", "1")
_ORDERS = {"id": "as found", "size": "largest first", "least": "least alike first"}


def render(envelope: Envelope[DedupeSettings, DedupeResult], options: RenderOptions) -> Iterator[bytes]:
    """Yield the page; differences are shown for those documents whose texts are at hand."""
    result, settings = envelope.result, envelope.settings
    view = clusters.view(result, options.texts, settings.unit)
    copies = result.documents - result.unique
    title = (
        f"{count(copies, 'near-duplicate')} among {count(result.documents, settings.unit)}"
        if result.known_documents is None
        else known_in_short(result, settings.threshold, settings.unit)
    )
    yield page(
        title,
        [
            Section("summary", "In short", _summary(envelope, copies)),
            *known_section(result, settings),
            *sharing_section(result),
            Section("clusters", "Clusters", _clusters(result, view)),
            *_disguised(result),
            *_contained(result, settings),
            Section("figures", "Figures", joined(_distribution(result), _bands(settings))),
            Section("limits", "What this cannot know", _limits(settings)),
        ],
        envelope=envelope,
        texts=tuple(one.id for one in envelope.inputs),
        scripts=("dedupe/dedupe.js",),
        view=view,
    ).encode()


def _disguised(result: DedupeResult) -> Iterator[Section]:
    if not result.disguised:
        return
    rows = ((identity(one.id), disguises_in_short(one.obfuscation)) for one in result.disguised[:_ROWS])
    more = len(result.disguised) - _ROWS
    body = joined(
        tag("p", "They were compared without their disguises; a copy in disguise is near, and never exact."),
        table(("document", "disguises"), rows, "Disguised documents"),
        tag("p", f"and {more:,} more, in the JSON.") if more > 0 else None,
    )
    yield Section("disguised", "Disguised documents", body)


def _summary(envelope: Envelope[DedupeSettings, DedupeResult], copies: int) -> Html:
    result, settings = envelope.result, envelope.settings
    against = result.known_documents is not None
    tiles = (
        (result.documents, f"new {settings.unit}" if against else settings.unit),
        *([(len(result.known), "known one")] if against else []),
        (result.unique, "unique one"),
        (copies - len(result.known), "new one repeated") if against else (copies, "near-duplicate"),
        (len(result.clusters), "cluster"),
    )
    nothing = (
        f"No two {settings.unit}s share {settings.threshold:.0%} or more of their {settings.shingle}-word "
        "shingles. That rules out copies and light edits, not rewriting: trace looks for that."
    )
    return joined(
        tag("ul", (_tile(*one) for one in tiles), class_="tile"),
        tag("p", "Every pair here was verified on the texts themselves." if result.pairs else nothing),
    )


def _tile(number: int, noun: str) -> Html:
    figure, name = count(number, noun).split(" ", 1)
    return tag("li", tag("strong", figure), name)


def _clusters(result: DedupeResult, view: dict[str, Any]) -> Html:
    if not result.clusters:
        return tag("p", "There are none.")
    left_out = len(result.clusters) - len(view["clusters"])
    return joined(
        None if view["texts"] else tag("p", _NO_TEXTS, class_="none"),
        _pager(),
        tag("div", "", id="list"),
        tag("p", f"and {count(left_out, 'cluster')} more, in the JSON.") if left_out else None,
        fold("Clusters as a plain table", _plain(result), class_="again"),
    )


_NO_TEXTS = (
    "No text is at hand, so that clusters are listed without differences: the files are not where they were, "
    "or not as they were."
)


def _pager() -> Html:
    options = (tag("option", name, value=value) for value, name in _ORDERS.items())
    return tag(
        "form",
        tag("label", "Find a document ", tag("input", type="search", id="find")),
        tag("label", "Order ", tag("select", options, id="order")),
        tag("button", "Previous", type="button", id="previous"),
        tag("output", "", id="where", aria_live="polite"),
        tag("button", "Next", type="button", id="next"),
        class_="pager scripted",
    )


def _plain(result: DedupeResult) -> Html:
    rows = (
        (f"{one.id}", identity(one.kept), f"{len(one.members):,}", ", ".join(one.flags))
        for one in islice(result.clusters, _ROWS)
    )
    more = len(result.clusters) - _ROWS
    return joined(
        table(("cluster", "kept", "size", "flags"), rows, "Clusters"),
        tag("p", f"and {more:,} more.") if more > 0 else None,
    )


def _contained(result: DedupeResult, settings: DedupeSettings) -> list[Section]:
    """Return the pairs below the threshold of which one holds the other: they are in no cluster."""
    found = [pair for pair in result.pairs if pair.jaccard < settings.threshold]
    if not found:
        return []
    rows = (
        (
            identity(pair.a),
            pair.relation,
            identity(pair.b),
            f"{pair.jaccard:.3f}",
            f"{pair.containment:.3f}",
        )
        for pair in found[:_ROWS]
    )
    more = len(found) - _ROWS
    body = joined(
        tag(
            "p", "One holds nearly all of the other, and too much else to be near it; these join no cluster."
        ),
        table(("text", "relation", "text", "Jaccard", "containment"), rows, "Contained texts"),
        tag("p", f"and {more:,} more, in the JSON.") if more > 0 else None,
    )
    return [Section("contained", "Parts and wrapped copies", body)]


def _distribution(result: DedupeResult) -> Html | None:
    if not result.pairs:
        return None
    counts = [0] * _BINS
    for pair in result.pairs:
        counts[min(int(max(0.0, min(pair.jaccard, 1.0)) * _BINS), _BINS - 1)] += 1
    told = (
        f"How alike {count(len(result.pairs), 'verified pair')} are: Jaccard of the shingles, {_BINS} bins."
    )
    drawing = plots.bars(counts, _TICKS, told, "Jaccard")
    return joined(tag("h3", "Similarity of the pairs"), plots.figure(drawing, told))


def _bands(settings: DedupeSettings) -> Html | None:
    if settings.certify:
        return None
    banding = choose(settings.threshold, settings.num_perm)
    points = [(at / 100, banding.recall(at / 100)) for at in range(101)]
    told = (
        f"The chance that a pair of a given Jaccard is looked at, with {banding.bands} bands of "
        f"{banding.rows} rows: {banding.recall(settings.threshold):.4f} at the threshold "
        f"{settings.threshold:g}. What is looked at is then verified."
    )
    drawing = plots.curve(points, told, "Jaccard", _TICKS, mark=(settings.threshold, "threshold"))
    return joined(tag("h3", "What the bands find"), plots.figure(drawing, told))


def _limits(settings: DedupeSettings) -> Html:
    missed = 1 - choose(settings.threshold, settings.num_perm).recall(settings.threshold)
    said = (
        "The join was exact: no pair at or above the threshold is missing."
        if settings.certify
        else f"Of pairs exactly at the threshold about {missed:.2%} are not looked at; of more alike ones, "
        "far fewer.",
        "A text rewritten with other words is no near-duplicate, and is not found here.",
        "Which of two near-duplicates came first is not told: the keep policy names the one that stays.",
    )
    return tag("ul", (tag("li", one) for one in said))
