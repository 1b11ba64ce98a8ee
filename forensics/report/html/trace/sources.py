"""The texts that one text was compared with, ranked: how much of it each covers, and whether that is to count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from forensics.report.html.kit.element import Html, fold, identity, joined, tag
from forensics.report.html.trace.layout import Layout
from forensics.report.html.trace.levels import RELATED
from forensics.report.html.trace.pair_panel import PairPanel
from forensics.report.html.trace.verdict_sides import covered, other
from forensics.report.meanings import RELATIONS
from forensics.report.wording import count, words_of
from forensics.trace.result import PairVerdict, TraceDocument

COLOURS = 8  # that eyes tell apart behind a text, in light and in dark; the sources after them share the last

_ROWS = 100


def ranked(id: str, layout: Layout) -> list[PairVerdict]:
    """Return the verdicts on a document: sources by what they cover of it, those that add nothing, then the rest."""

    def key(verdict: PairVerdict) -> tuple[bool, bool, float, float]:
        return (
            verdict.relation not in RELATED,
            verdict.explained_by is not None,
            -covered(verdict, id),
            -verdict.probability,
        )

    return sorted(layout.verdicts_of(id), key=key)


def colours(id: str, layout: Layout) -> dict[int, int]:
    """Return for each pair of a document, by its number, which colour its source has."""
    pairs = _panels(layout)
    panels = [pairs[v.a, v.b] for v in ranked(id, layout) if (v.a, v.b) in pairs]
    return {panel.number: min(at, COLOURS) for at, panel in enumerate(panels)}


def listed(document: TraceDocument, layout: Layout, at: int, excluded: frozenset[str]) -> Html | None:
    """Return the list of sources of document number `at`, those in `excluded` and undetermined ones switched off."""
    verdicts = ranked(document.id, layout)
    if not verdicts:
        return None
    shown = _Shown(document.id, colours(document.id, layout), _panels(layout), excluded)
    sources = [v for v in verdicts if v.relation in RELATED and v.explained_by is None]
    idle = [v for v in verdicts if v.relation in RELATED and v.explained_by is not None]
    rest = [v for v in verdicts if v.relation not in RELATED]
    total = tag("output", "", class_="total", data_doc=at)
    return tag(
        "div",
        tag("h3", "Its sources" if sources else "No source among these texts"),
        tag("p", "What is counted now covers ", total, " of its words.", class_="scripted"),
        shown.list(sources),
        fold(f"Add nothing to a better source: {len(idle):,}", shown.list(idle)) if idle else None,
        fold(
            f"Not seen as sources: {count(len(rest), 'text')}",
            shown.list(rest),
            open=not sources and len(rest) < 10,
        )
        if rest
        else None,
        class_="sources",
    )


class _Shown:
    """How the verdicts on one document are shown in its list."""

    def __init__(
        self,
        id: str,
        colour: Mapping[int, int],
        panels: Mapping[tuple[str, str], PairPanel],
        excluded: frozenset[str],
    ) -> None:
        self._id, self._colour, self._panels, self._excluded = id, colour, panels, excluded

    def list(self, verdicts: Sequence[PairVerdict]) -> Html:
        rest = len(verdicts) - _ROWS
        return joined(
            tag("ol", map(self._row, verdicts[:_ROWS])),
            tag("p", f"and {rest:,} more, in the JSON.") if rest > 0 else None,
        )

    def _row(self, verdict: PairVerdict) -> Html:
        panel = self._panels.get((verdict.a, verdict.b))
        name, relation = other(verdict, self._id), verdict.relation
        share = f"{covered(verdict, self._id):.0%}"
        how = (
            tag("span", words_of(relation), class_=f"verdict {relation}", title=RELATIONS[relation]),
            f" {verdict.probability:.2f}",
            joined("; adds nothing to ", identity(verdict.explained_by)) if verdict.explained_by else None,
        )
        if panel is None:
            return tag("li", tag("span", share, class_="covers"), " ", identity(name), tag("br"), how)
        side = "a" if verdict.a == self._id else "b"
        on = name not in self._excluded and relation in RELATED
        return tag(
            "li",
            tag(
                "label",
                tag("output", share, class_="share covers", data_pair=panel.number, data_side=side),
                " ",
                tag(
                    "input",
                    type="checkbox",
                    checked=on,
                    class_="source",
                    data_pair=panel.number,
                    aria_label=f"Count matches with {name}",
                ),
                " ",
                tag("span", identity(name), class_=f"swatch s{self._colour[panel.number]}"),
            ),
            tag("br"),
            how,
            " ",
            tag(
                "a",
                "side by side",
                href=f"#pair-{panel.number}",
                class_="show",
                aria_label=f"Side by side with {name}",
            ),
        )


def _panels(layout: Layout) -> dict[tuple[str, str], PairPanel]:
    return {(pair.verdict.a, pair.verdict.b): pair for pair in layout.pairs}
