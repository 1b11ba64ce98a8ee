"""The report of near-duplicates: clusters, each with its differences from the document that is kept."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

from forensics.dedupe.result import Cluster, DedupeResult, Pair
from forensics.envelope import Envelope
from forensics.report.html import plots
from forensics.report.html.differences import difference
from forensics.report.html.element import Html, fold, joined, table, tag
from forensics.report.html.page import Part, page
from forensics.settings import DedupeSettings
from forensics.sketch.bands import choose
from forensics.text.visible import visible

_CLUSTERS = 20_000
_MEMBERS = 200
_LETTERS = 12_000_000
_LONGEST = 60_000
_BINS = 20


def render(envelope: Envelope[DedupeSettings, DedupeResult], texts: Mapping[str, str]) -> str:
    """Return the page; differences are shown for those documents whose `texts` are at hand."""
    result = envelope.result
    view = _view(result, texts)
    copies = result.documents - result.unique
    unit = envelope.settings.unit
    parts = [
        Part("summary", "In short", _summary(envelope, copies)),
        Part("clusters", "Clusters", _clusters(result, view)),
        Part("figures", "Figures", joined(_distribution(result), _bands(envelope.settings))),
        Part("limits", "What this cannot know", _limits(envelope.settings)),
    ]
    title = f"{copies:,} near-duplicates among {result.documents:,} {unit}s"
    return page(
        title,
        None,
        parts,
        envelope=envelope,
        texts=tuple(i.id for i in envelope.inputs),
        scripts=("dedupe.js",),
        view=view,
    )


def _summary(envelope: Envelope[DedupeSettings, DedupeResult], copies: int) -> Html:
    result, settings = envelope.result, envelope.settings
    tiles = (
        (f"{result.documents:,}", f"{settings.unit}s"),
        (f"{result.unique:,}", "stay once copies go"),
        (f"{copies:,}", "near-duplicates"),
        (f"{len(result.clusters):,}", "clusters"),
    )
    said = (
        "Every pair here was verified on the texts themselves."
        if result.pairs
        else f"No two {settings.unit}s share {settings.threshold:.0%} or more of their {settings.shingle}-word shingles. That rules out "
        "copies and light edits, not rewriting: trace looks for that."
    )
    return joined(
        tag("ul", (tag("li", tag("strong", figure), name) for figure, name in tiles), class_="tile"),
        tag("p", said),
    )


def _clusters(result: DedupeResult, view: dict[str, Any]) -> Html:
    if not result.clusters:
        return tag("p", "There are none.")
    left_out = len(result.clusters) - len(view["clusters"])
    return joined(
        tag(
            "p",
            "No text is at hand, so that clusters are listed without differences: the files are not where they were, or not as they were.",
            class_="none",
        )
        if not view["texts"]
        else None,
        tag(
            "form",
            tag("label", "Find a document ", tag("input", type="search", id="find")),
            tag(
                "label",
                "Order ",
                tag(
                    "select",
                    (
                        tag("option", name, value=value)
                        for value, name in (
                            ("id", "as found"),
                            ("size", "largest first"),
                            ("least", "least alike first"),
                        )
                    ),
                    id="order",
                ),
            ),
            tag("button", "Previous", type="button", id="previous"),
            tag("output", "", id="where", aria_live="polite"),
            tag("button", "Next", type="button", id="next"),
            class_="pager scripted",
        ),
        tag("div", "", id="list"),
        tag("p", f"and {left_out:,} clusters more, in the JSON.") if left_out else None,
        fold("Clusters as a plain table", _plain(result)),
    )


def _plain(result: DedupeResult) -> Html:
    rows = (
        (f"{c.id}", tag("span", c.kept, class_="id"), f"{len(c.members):,}", ", ".join(c.flags))
        for c in islice(result.clusters, 500)
    )
    more = len(result.clusters) - 500
    return joined(
        table(("cluster", "kept", "size", "flags"), rows, "Clusters"),
        tag("p", f"and {more:,} more.") if more > 0 else None,
    )


def _view(result: DedupeResult, texts: Mapping[str, str]) -> dict[str, Any]:
    pairs = {frozenset((p.a, p.b)): p for p in result.pairs}
    held: dict[str, str] = {}
    room = _LETTERS
    clusters: list[dict[str, Any]] = []
    for cluster in islice(result.clusters, _CLUSTERS):
        kept = texts.get(cluster.kept)
        members: list[dict[str, Any]] = []
        for at, member in enumerate(cluster.members):
            if member == cluster.kept or len(members) >= _MEMBERS:
                continue
            made = _member(cluster, at, pairs.get(frozenset((cluster.kept, member))))
            other = texts.get(member)
            if kept is not None and other is not None and room > 0:
                if kept == other:
                    made["diff"] = []
                elif len(kept) + len(other) <= 2 * _LONGEST:
                    made["diff"] = difference(kept, other)
                    room -= sum(len(part) for one in made["diff"] for part in one if isinstance(part, str))
            members.append(made)
        if kept is not None and room > 0:
            held[str(cluster.id)] = visible(kept[:_LONGEST], keep="\n\t")
            room -= min(len(kept), _LONGEST)
        clusters.append(
            {
                "id": cluster.id,
                "kept": visible(cluster.kept),
                "size": len(cluster.members),
                "flags": cluster.flags,
                "members": members,
            }
        )
    return {"clusters": clusters, "texts": held}


def _member(cluster: Cluster, at: int, pair: Pair | None) -> dict[str, Any]:
    jaccard = cluster.jaccard[at] if at < len(cluster.jaccard) else None
    made: dict[str, Any] = {
        "id": visible(cluster.members[at]),
        "jaccard": jaccard if jaccard is not None else pair and pair.jaccard,
    }
    if pair is not None:
        made["containment"] = pair.containment
        turned = {"contains": "contained", "contained": "contains"}
        made["relation"] = (
            pair.relation if pair.b == cluster.kept else turned.get(pair.relation, pair.relation)
        )
    return made


def _distribution(result: DedupeResult) -> Html:
    if not result.pairs:
        return Html("")
    counts = [0] * _BINS
    for pair in result.pairs:
        counts[min(int(pair.jaccard * _BINS), _BINS - 1)] += 1
    told = f"How alike the {len(result.pairs):,} verified pairs are: Jaccard of their shingle sets, in {_BINS} bins."
    return joined(
        tag("h3", "Similarity of the pairs"),
        plots.figure(plots.bars(counts, ("0", "0.25", "0.5", "0.75", "1"), told, "Jaccard"), told),
    )


def _bands(settings: DedupeSettings) -> Html:
    if settings.certify:
        return Html("")
    banding = choose(settings.threshold, settings.num_perm)
    points = [(at / 100, banding.recall(at / 100)) for at in range(101)]
    told = (
        f"The chance that a pair of a given Jaccard is looked at, with {banding.bands} bands of {banding.rows} rows: "
        f"{banding.recall(settings.threshold):.4f} at the threshold {settings.threshold:g}. What is looked at is then verified."
    )
    return joined(
        tag("h3", "What the bands find"),
        plots.figure(
            plots.curve(
                points,
                told,
                "Jaccard",
                ("0", "0.25", "0.5", "0.75", "1"),
                mark=(settings.threshold, "threshold"),
            ),
            told,
        ),
    )


def _limits(settings: DedupeSettings) -> Html:
    missed = (
        "The join was exact: no pair at or above the threshold is missing."
        if settings.certify
        else f"Of pairs exactly at the threshold about {1 - choose(settings.threshold, settings.num_perm).recall(settings.threshold):.2%} are not looked at; of more alike ones, far fewer."
    )
    said = (
        missed,
        "A text rewritten with other words is no near-duplicate, and is not found here.",
        "Which of two near-duplicates was first, this does not say: the one kept is the one that the keep policy names.",
    )
    return tag("ul", (tag("li", one) for one in said))
