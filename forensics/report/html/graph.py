"""The provenance graph drawn: outlets above, missing sources below them, then the documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from forensics.report.html.element import Html, fold, identity, joined, table, tag
from forensics.report.html.plots import figure, svg
from forensics.report.table.style import shortened
from forensics.trace.result import Edge, Graph, Node

_BOX_WIDTH, _BOX_HEIGHT, _GAP_X, _GAP_Y, _IN_A_ROW = 190, 44, 30, 70, 6
_DRAWN = 60
_KINDS = {"outlet": "outlet named", "missing_source": "missing source", "document": "document"}
_SAID = {
    "derived_from": "derived from",
    "sibling_of": "sibling of",
    "claims": "names",
    "same_event": "same event",
}

Place = tuple[float, float]


def drawn(graph: Graph) -> Html:
    """Return the graph as a figure, and the same as a table for those who cannot see it."""
    linked = {id for edge in graph.edges for id in (edge.source, edge.target)}
    nodes = [node for node in graph.nodes if node.id in linked or node.kind != "document"]
    alone = [node for node in graph.nodes if node.id not in linked and node.kind == "document"]
    if len(nodes) + len(alone) <= _DRAWN:
        nodes, alone = [*nodes, *alone], []
    hidden = len(nodes) - _DRAWN
    nodes = nodes[:_DRAWN]
    labels = {node.id: node.label for node in graph.nodes}
    rows = (
        (
            identity(labels.get(e.source, e.source)),
            _SAID.get(e.kind, e.kind),
            identity(labels.get(e.target, e.target)),
            f"{e.probability:.2f}",
        )
        for e in graph.edges
    )
    return joined(
        _figure(nodes, graph.edges) if nodes else tag("p", "Nothing links these texts."),
        tag("p", f"{hidden:,} more are not drawn; the table has their links.") if hidden > 0 else None,
        tag("p", f"Without any link, and not drawn: {len(alone):,} documents.") if alone else None,
        fold(
            f"The same as a table: {len(graph.edges):,} links",
            table(("from", "link", "to", "probability"), rows, "Links"),
        ),
    )


def _figure(nodes: Sequence[Node], edges: Sequence[Edge]) -> Html:
    places, width, height = _layout(nodes, edges)
    lines = [e for e in edges if e.source in places and e.target in places]
    told = f"Provenance graph: {len(nodes)} nodes, {len(lines)} links; the table below says the same."
    drawing = svg(
        width,
        height,
        told,
        tag(
            "defs",
            tag(
                "marker",
                tag("path", d="M0 0L8 4L0 8z", class_="tip"),
                id="arrow",
                viewBox="0 0 8 8",
                refX=8,
                refY=4,
                markerWidth=8,
                markerHeight=8,
                orient="auto-start-reverse",
            ),
        ),
        (_edge(e, places) for e in lines),
        (_node(n, places[n.id]) for n in nodes),
        class_="graph",
    )
    return figure(
        drawing, "Solid: derived from. Dashed: siblings. Dotted: names. Long dashes: the same event."
    )


def _layout(nodes: Sequence[Node], edges: Sequence[Edge]) -> tuple[dict[str, Place], float, float]:
    """Return the centre of each node and the drawing's size: rows by depth, ordered by their neighbours."""
    depths = _depths(nodes, edges)
    layers: dict[int, list[str]] = defaultdict(list)
    for node in nodes:
        layers[depths[node.id]].append(node.id)
    neighbours: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        neighbours[edge.source].append(edge.target)
        neighbours[edge.target].append(edge.source)
    given = {node.id: at for at, node in enumerate(nodes)}
    rows: list[list[str]] = []
    order: dict[str, float] = {}
    for depth in sorted(layers):
        places_above = {id: [order[n] for n in neighbours[id] if n in order] for id in layers[depth]}
        middle = {id: sum(seen) / len(seen) if seen else 0.5 for id, seen in places_above.items()}
        layer = [id for _, _, id in sorted((middle[id], given[id], id) for id in layers[depth])]
        order |= {id: (at + 0.5) / len(layer) for at, id in enumerate(layer)}
        rows += [layer[at : at + _IN_A_ROW] for at in range(0, len(layer), _IN_A_ROW)]
    width = max(len(row) for row in rows) * (_BOX_WIDTH + _GAP_X) + _GAP_X
    places: dict[str, Place] = {}
    for at, row in enumerate(rows):
        left = (width - len(row) * (_BOX_WIDTH + _GAP_X) + _GAP_X) / 2
        for number, id in enumerate(row):
            places[id] = (
                left + number * (_BOX_WIDTH + _GAP_X) + _BOX_WIDTH / 2,
                16 + at * (_BOX_HEIGHT + _GAP_Y) + _BOX_HEIGHT / 2,
            )
    return places, width, len(rows) * (_BOX_HEIGHT + _GAP_Y) - _GAP_Y + 64


def _depths(nodes: Sequence[Node], edges: Sequence[Edge]) -> dict[str, int]:
    base = {"outlet": 0, "missing_source": 1, "document": 2}
    depths = {node.id: base[node.kind] for node in nodes}
    derived = [e for e in edges if e.kind == "derived_from" and e.source in depths and e.target in depths]
    for _ in range(4):  # deeper families share the last rows; a ring cannot run away
        for edge in derived:
            depths[edge.source] = max(depths[edge.source], min(depths[edge.target] + 1, 6))
    return depths


def _edge(edge: Edge, places: dict[str, Place]) -> Html:
    (x1, y1), (x2, y2) = places[edge.source], places[edge.target]
    half = _BOX_HEIGHT / 2
    if y1 == y2:
        sag = y1 + half + 34
        path = f"M{x1:.0f} {y1 + half:.0f}Q{(x1 + x2) / 2:.0f} {sag:.0f} {x2:.0f} {y2 + half:.0f}"
        label = ((x1 + x2) / 2, y1 + half + 30)
    else:
        up = -1 if y2 < y1 else 1
        path = f"M{x1:.0f} {y1 + up * half:.0f}L{x2:.0f} {y2 - up * half:.0f}"
        label = (x1 + (x2 - x1) * 0.35, y1 + (y2 - y1) * 0.35 + 4)
    arrow = None if edge.kind in ("sibling_of", "same_event") else "url(#arrow)"
    said = f"{_SAID.get(edge.kind, edge.kind)} {edge.probability:.2f}" if edge.kind != "claims" else "names"
    return joined(
        tag("path", d=path, class_=f"edge {edge.kind}", marker_end=arrow),
        tag("text", said, x=f"{label[0]:.0f}", y=f"{label[1]:.0f}", class_="edge-label"),
    )


def _node(node: Node, place: Place) -> Html:
    x, y = place
    return tag(
        "g",
        tag("title", node.label),
        tag(
            "rect",
            x=f"{x - _BOX_WIDTH / 2:.0f}",
            y=f"{y - _BOX_HEIGHT / 2:.0f}",
            width=_BOX_WIDTH,
            height=_BOX_HEIGHT,
            rx=0 if node.kind == "outlet" else 8,
            class_=f"node {node.kind}",
        ),
        tag("text", _KINDS[node.kind], x=f"{x:.0f}", y=f"{y - 6:.0f}", class_="node-kind"),
        tag("text", shortened(node.label, 26), x=f"{x:.0f}", y=f"{y + 12:.0f}", class_="node-label"),
    )
