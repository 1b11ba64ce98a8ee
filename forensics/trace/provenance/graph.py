"""The provenance graph: documents, outlets and missing sources, and what links them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from forensics.trace.extract.prepare import Prepared
from forensics.trace.result import Edge, Graph, MissingSource, Node, PairVerdict


def build(
    texts: Iterable[Prepared], verdicts: Sequence[PairVerdict], missing: Sequence[MissingSource]
) -> Graph:
    """Return the graph: an edge for each related pair, each outlet named, each child of a missing source.

    Where it is not known which text came first, the edge `shares_text` has no direction: a is named before b by chance.
    Unrelated and undetermined pairs have no edge, nor has a source that a better one explains, and speakers who are no
    outlet no node: the claims hold them.
    Nodes and edges come in a fixed order.
    """
    read = list(texts)
    nodes = [Node(text.id, "document", text.id) for text in read]
    nodes += [Node(source.id, "missing_source", source.label) for source in missing]
    named = {text.id: sorted({c.outlet for c in text.claims if c.cited == "media"}) for text in read}
    outlets = sorted({o for some in named.values() for o in some} | {m.outlet for m in missing if m.outlet})
    nodes += [Node(f"outlet:{outlet}", "outlet", outlet) for outlet in outlets]
    edges = [edge for verdict in verdicts if (edge := _edge(verdict))]
    for source in missing:
        edges += [Edge(child, source.id, "derived_from", source.probability) for child in source.children]
        if source.outlet:
            edges.append(Edge(source.id, f"outlet:{source.outlet}", "claims", source.probability))
    for text in read:
        edges += [Edge(text.id, f"outlet:{outlet}", "claims", 1.0) for outlet in named[text.id]]
    return Graph(tuple(nodes), tuple(edges))


def _edge(verdict: PairVerdict) -> Edge | None:
    if verdict.explained_by is not None:
        return None
    a, b = (verdict.b, verdict.a) if verdict.direction == "b_from_a" else (verdict.a, verdict.b)
    match verdict.relation:
        case "copy" | "derived" | "patchwork" if verdict.direction == "unknown":
            return Edge(a, b, "shares_text", verdict.probability)
        case "copy" | "derived" | "patchwork":
            return Edge(a, b, "derived_from", verdict.probability)
        case "background":
            return Edge(a, b, "shares_text", verdict.probability)
        case "sibling":
            return Edge(a, b, "sibling_of", verdict.probability)
        case "same_event":
            return Edge(a, b, "same_event", verdict.probability)
        case _:
            return None
