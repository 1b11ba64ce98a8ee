"""The graph in other tools' languages says the same, whatever the texts are called."""

import json

from forensics.trace.provenance.exports import to_dot, to_mermaid, to_prov
from forensics.trace.result import Edge, Graph, Node

HOSTILE = 'a"]; evil -> b [x="\x1b[31m<script>\n\\'
GRAPH = Graph(
    (
        Node("001.txt", "document", "001.txt"),
        Node(HOSTILE, "document", HOSTILE),
        Node("missing:1", "missing_source", "unseen BBC text"),
        Node("outlet:BBC", "outlet", "BBC"),
    ),
    (
        Edge("001.txt", HOSTILE, "sibling_of", 0.95),
        Edge(HOSTILE, "001.txt", "shares_text", 0.9),
        Edge("001.txt", "missing:1", "derived_from", 0.95),
        Edge("001.txt", "outlet:BBC", "claims", 1.0),
    ),
)


def test_dot_holds_a_line_for_each_node_and_edge_and_lets_no_name_out_of_its_string():
    lines = to_dot(GRAPH).splitlines()
    assert len(lines) == 3 + len(GRAPH.nodes) + len(GRAPH.edges)
    assert '  "001.txt" -> "missing:1" [label="derived_from 0.95", style=solid];' in lines
    assert not any("\x1b" in line for line in lines)
    assert sum(line.replace("\\\\", "").replace('\\"', "").count('"') % 2 for line in lines) == 0


def test_mermaid_names_no_node_by_what_a_text_holds():
    drawn = to_mermaid(GRAPH)
    assert drawn.startswith("flowchart LR\n")
    assert "<" not in drawn
    assert 'n0 -->|"derived_from 0.95"| n2' in drawn
    assert drawn.count("\n") == 1 + len(GRAPH.nodes) + len(GRAPH.edges)


def test_a_shared_text_has_no_direction_in_any_of_them():
    assert any("shares_text" in line and "dir=none" in line for line in to_dot(GRAPH).splitlines())
    assert 'n1 ---|"shares_text 0.90"| n0' in to_mermaid(GRAPH)
    by_id = {item["own:id"]: item for item in json.loads(to_prov(GRAPH))["@graph"]}
    assert "prov:wasDerivedFrom" not in by_id[HOSTILE]
    assert by_id[HOSTILE]["own:shares_text"][0]["own:to"] == {"@id": by_id["001.txt"]["@id"]}


def test_prov_is_json_with_entities_agents_and_qualified_derivations():
    told = json.loads(to_prov(GRAPH))
    by_id = {item["own:id"]: item for item in told["@graph"]}
    assert by_id["outlet:BBC"]["@type"] == "prov:Agent"
    assert by_id["001.txt"]["prov:wasDerivedFrom"] == [{"@id": by_id["missing:1"]["@id"]}]
    assert by_id["001.txt"]["prov:qualifiedDerivation"][0]["own:probability"] == 0.95
    assert by_id["001.txt"]["own:sibling_of"][0]["own:to"] == {"@id": by_id[HOSTILE]["@id"]}
    assert told["@context"]["prov"] == "http://www.w3.org/ns/prov#"


def test_an_empty_graph_is_still_a_graph():
    empty = Graph((), ())
    assert to_dot(empty).endswith("}\n")
    assert to_mermaid(empty) == "flowchart LR\n"
    assert json.loads(to_prov(empty))["@graph"] == []
