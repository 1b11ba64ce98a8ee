"""The provenance graph in other tools' languages: Graphviz DOT, Mermaid, and W3C PROV as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Mapping

from forensics.text.visible import visible
from forensics.trace.result import Graph

_SHAPES = {"document": "box", "missing_source": "ellipse", "outlet": "plaintext"}
_STYLES = {
    "derived_from": "solid",
    "shares_text": "solid",
    "sibling_of": "bold",
    "claims": "dotted",
    "same_event": "dashed",
}
_DIRECTED = ("derived_from", "claims")
_PROV = "http://www.w3.org/ns/prov#"
_OWN = "urn:forensics:trace#"


def to_dot(graph: Graph) -> str:
    """Return the graph in Graphviz' DOT language; what text holds can neither end a string nor hide a line."""
    lines = ["digraph provenance {", "  rankdir=LR;"]
    for node in graph.nodes:
        dashed = ", style=dashed" if node.kind == "missing_source" else ""
        lines.append(f"  {_dot(node.id)} [label={_dot(node.label)}, shape={_SHAPES[node.kind]}{dashed}];")
    for edge in graph.edges:
        both = "" if edge.kind in _DIRECTED else ", dir=none"
        label = _dot(f"{edge.kind} {edge.probability:.2f}")
        lines.append(
            f"  {_dot(edge.source)} -> {_dot(edge.target)} [label={label}, style={_STYLES[edge.kind]}{both}];"
        )
    return "\n".join([*lines, "}", ""])


def to_mermaid(graph: Graph) -> str:
    """Return the graph as a Mermaid flowchart; nodes are numbered, so that ids may hold anything."""
    number = {node.id: f"n{k}" for k, node in enumerate(graph.nodes)}
    brackets = {"document": ("[", "]"), "missing_source": ("([", "])"), "outlet": ("{{", "}}")}
    lines = ["flowchart LR"]
    for node in graph.nodes:
        opening, closing = brackets[node.kind]
        lines.append(f"  {number[node.id]}{opening}{_mermaid(node.label)}{closing}")
    for edge in graph.edges:
        arrow = "-->" if edge.kind in _DIRECTED else "---"
        label = _mermaid(f"{edge.kind} {edge.probability:.2f}")
        lines.append(f"  {number[edge.source]} {arrow}|{label}| {number[edge.target]}")
    return "\n".join([*lines, ""])


def to_prov(graph: Graph) -> str:
    """Return the graph as JSON-LD in the terms of W3C PROV-O (Recommendation, 2013).

    Documents and missing sources are entities, outlets agents; a derivation is qualified with its probability.
    `shares_text`, `sibling_of`, `same_event` and `claims` have no term of their own in PROV and stand under this
    tool's prefix.
    """
    names = {node.id: f"_:n{k}" for k, node in enumerate(graph.nodes)}
    items: list[dict[str, object]] = []
    for node in graph.nodes:
        item: dict[str, object] = {
            "@id": names[node.id],
            "@type": "prov:Agent" if node.kind == "outlet" else "prov:Entity",
            "own:id": node.id,
            "own:kind": node.kind,
            "rdfs:label": node.label,
        }
        derived = [e for e in graph.edges if e.source == node.id and e.kind == "derived_from"]
        if derived:
            item["prov:wasDerivedFrom"] = [{"@id": names[e.target]} for e in derived]
            item["prov:qualifiedDerivation"] = [
                {
                    "@type": "prov:Derivation",
                    "prov:entity": {"@id": names[e.target]},
                    "own:probability": e.probability,
                }
                for e in derived
            ]
        for kind in ("shares_text", "sibling_of", "same_event", "claims"):
            related = [e for e in graph.edges if e.source == node.id and e.kind == kind]
            if related:
                item[f"own:{kind}"] = [
                    {"own:to": {"@id": names[e.target]}, "own:probability": e.probability} for e in related
                ]
        items.append(item)
    context: Mapping[str, str] = {
        "prov": _PROV,
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "own": _OWN,
    }
    return json.dumps({"@context": context, "@graph": items}, ensure_ascii=False, indent=2) + "\n"


def _dot(text: str) -> str:
    escaped = visible(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _mermaid(text: str) -> str:
    """Return a quoted label in which every mark that Mermaid or a browser reads is an entity."""
    safe = "".join(c if c.isalnum() or c in " .,:_-/" else f"#{ord(c)};" for c in visible(text))
    return f'"{safe}"'
