"""The provenance graph drawn: outlets above, missing sources below them, then the documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from forensics.report.html.kit.element import Html, fold, identity, joined, table, tag
from forensics.report.html.kit.plots import figure, svg
from forensics.report.wording import count, shortened
from forensics.trace.result import Edge, Graph, Node

_BOX_WIDTH, _BOX_HEIGHT, _GAP_X, _GAP_Y, _IN_A_ROW = 190, 44, 30, 70, 5
_NODES, _OUTLETS = 60, 6
_KINDS = {"outlet": "outlet named", "missing_source": "missing source", "document": "document"}
_SAID = {
    "derived_from": "derived from",
    "shares_text": "shares text with",
    "sibling_of": "sibling of",
    "claims": "names",
    "same_event": "same event",
}
_KEY = (
    "Solid: derived from; without an arrow: shares text, which came first is not known. Dashed: siblings. "
    "Dotted: names as its source. Long dashes: the same event."
)
_UNDIRECTED = ("shares_text", "sibling_of", "same_event")

NodePlace = tuple[float, float]


def drawn(graph: Graph) -> Html:
    """Return the graph as a figure, and all of its links as a table."""
    nodes, left_out = _chosen(graph)
    labels = {node.id: node.label for node in graph.nodes}
    rows = (
        (
            identity(labels.get(edge.source, edge.source)),
            _SAID.get(edge.kind, edge.kind),
            identity(labels.get(edge.target, edge.target)),
            f"{edge.probability:.2f}",
        )
        for edge in graph.edges
    )
    return joined(
        _figure(nodes, graph.edges) if nodes else tag("p", "Nothing links these texts."),
        tag("p", f"Not drawn: {left_out}; the table has their links.") if left_out else None,
        fold(
            f"The same as a table: {count(len(graph.edges), 'link')}",
            table(("from", "link", "to", "probability"), rows, "Links"),
            class_="again",
        ),
    )


def _chosen(graph: Graph) -> tuple[list[Node], str]:
    """Return the nodes to draw, and in words which are not: of many outlets those that several texts name."""
    outlets = sum(node.kind == "outlet" for node in graph.nodes)
    naming = Counter(edge.target for edge in graph.edges)
    kinds = {node.id: node.kind for node in graph.nodes}
    certain = {edge.target for edge in graph.edges if kinds.get(edge.source) == "missing_source"}
    linked = {id for edge in graph.edges if edge.kind != "claims" for id in (edge.source, edge.target)}
    few = len(graph.nodes) <= _NODES // 2
    nodes: list[Node] = []
    left_out: Counter[str] = Counter()
    for node in graph.nodes:
        if node.kind == "outlet":
            wanted = outlets <= _OUTLETS or node.id in certain or naming[node.id] > 1
        else:
            wanted = few or node.id in linked
        if wanted and len(nodes) < _NODES:
            nodes.append(node)
        else:
            left_out["outlet" if node.kind == "outlet" else "document"] += 1
    return nodes, " and ".join(count(n, kind) for kind, n in left_out.items())


def _figure(nodes: Sequence[Node], edges: Sequence[Edge]) -> Html:
    places, width, height = _layout(nodes, edges)
    lines = [edge for edge in edges if edge.source in places and edge.target in places]
    head = tag(
        "marker",
        tag("path", d="M0 0L8 4L0 8z"),
        id="arrow",
        viewBox="0 0 8 8",
        refX=8,
        refY=4,
        markerWidth=8,
        markerHeight=8,
        orient="auto-start-reverse",
    )
    sag = max((_sag(places[e.source], places[e.target]) for e in lines), default=0)
    drawing = svg(
        width,
        height + sag + 12,
        f"Provenance graph: {len(nodes)} nodes, {len(lines)} links. The table below says the same.",
        tag("defs", head),
        (_edge(edge, places) for edge in lines),
        (_node(node, places[node.id]) for node in nodes),
        class_="graph",
    )
    return figure(drawing, _KEY)


def _layout(nodes: Sequence[Node], edges: Sequence[Edge]) -> tuple[dict[str, NodePlace], float, float]:
    """Return the centre of each node and the drawing's size: rows by depth, ordered by their neighbours."""
    layers: dict[int, list[str]] = defaultdict(list)
    for id, depth in _depths(nodes, edges).items():
        layers[depth].append(id)
    neighbours: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        neighbours[edge.source].append(edge.target)
        neighbours[edge.target].append(edge.source)
    given = {node.id: at for at, node in enumerate(nodes)}
    rows: list[list[str]] = []
    order: dict[str, float] = {}
    for depth in sorted(layers):
        above = {id: [order[n] for n in neighbours[id] if n in order] for id in layers[depth]}
        middle = {id: sum(seen) / len(seen) if seen else 0.5 for id, seen in above.items()}
        layer = [id for _, _, id in sorted((middle[id], given[id], id) for id in layers[depth])]
        order |= {id: (at + 0.5) / len(layer) for at, id in enumerate(layer)}
        rows += [layer[at : at + _IN_A_ROW] for at in range(0, len(layer), _IN_A_ROW)]
    step_x, step_y = _BOX_WIDTH + _GAP_X, _BOX_HEIGHT + _GAP_Y
    width = max(len(row) for row in rows) * step_x + _GAP_X
    places = {
        id: ((width - len(row) * step_x) / 2 + (number + 0.5) * step_x, 16 + at * step_y + _BOX_HEIGHT / 2)
        for at, row in enumerate(rows)
        for number, id in enumerate(row)
    }
    return places, width, 16 + len(rows) * step_y - _GAP_Y


def _depths(nodes: Sequence[Node], edges: Sequence[Edge]) -> dict[str, int]:
    base = {"outlet": 0, "missing_source": 1, "document": 2}
    depths = {node.id: base[node.kind] for node in nodes}
    derived = [e for e in edges if e.kind == "derived_from" and e.source in depths and e.target in depths]
    for _ in range(4):  # deeper families share the last rows; a ring cannot run away
        for edge in derived:
            depths[edge.source] = max(depths[edge.source], min(depths[edge.target] + 1, 6))
    return depths


def _sag(one: NodePlace, other: NodePlace) -> float:
    """Return how far below its row an edge between two nodes of the same row hangs."""
    return 8 + 22 * abs(one[0] - other[0]) / (_BOX_WIDTH + _GAP_X) if one[1] == other[1] else 0


def _edge(edge: Edge, places: dict[str, NodePlace]) -> Html:
    (x1, y1), (x2, y2) = places[edge.source], places[edge.target]
    half = _BOX_HEIGHT / 2
    if sag := _sag((x1, y1), (x2, y2)):
        middle, low = (x1 + x2) / 2, y1 + half
        path = f"M{x1:.0f} {low:.0f}Q{middle:.0f} {low + 2 * sag:.0f} {x2:.0f} {low:.0f}"
        label = (middle, low + sag + 4)
    else:
        up = -1 if y2 < y1 else 1
        path = f"M{x1:.0f} {y1 + up * half:.0f}L{x2:.0f} {y2 - up * half:.0f}"
        label = (x1 + (x2 - x1) * 0.4, y1 + (y2 - y1) * 0.4 + 4)
    towards = None if edge.kind in _UNDIRECTED else "url(#arrow)"
    said = None if edge.kind == "claims" else f"{_SAID.get(edge.kind, edge.kind)} {edge.probability:.2f}"
    return joined(
        tag("path", d=path, class_=f"edge {edge.kind}", marker_end=towards),
        tag("text", said, x=f"{label[0]:.0f}", y=f"{label[1]:.0f}", class_="edge-label") if said else None,
    )


def _node(node: Node, place: NodePlace) -> Html:
    x, y = place
    box = tag(
        "rect",
        x=f"{x - _BOX_WIDTH / 2:.0f}",
        y=f"{y - _BOX_HEIGHT / 2:.0f}",
        width=_BOX_WIDTH,
        height=_BOX_HEIGHT,
        rx=0 if node.kind == "outlet" else 8,
        class_=f"node {node.kind}",
    )
    return tag(
        "g",
        tag("title", node.label),
        box,
        tag("text", _KINDS[node.kind], x=f"{x:.0f}", y=f"{y - 6:.0f}", class_="node-kind"),
        tag("text", shortened(node.label, 26), x=f"{x:.0f}", y=f"{y + 12:.0f}", class_="node-label"),
    )
