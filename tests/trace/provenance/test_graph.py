"""What the provenance graph links, and which way."""

import pytest

from forensics.trace.provenance.graph import build
from tests.trace.verdict.by_hand import text, verdict


def _edges(**how):
    return [
        (e.source, e.target, e.kind)
        for e in build([text("a"), text("b")], [verdict("a", "b", **how)], []).edges
    ]


@pytest.mark.parametrize("relation", ["copy", "derived", "patchwork"])
def test_a_direction_that_is_not_known_is_drawn_by_an_edge_without_one(relation):
    assert _edges(relation=relation, direction="unknown") == [("a", "b", "shares_text")]
    assert _edges(relation=relation, direction="a_from_b") == [("a", "b", "derived_from")]
    assert _edges(relation=relation, direction="b_from_a") == [("b", "a", "derived_from")]


def test_siblings_and_reports_of_one_event_have_edges_of_their_own_and_others_none():
    assert _edges(relation="sibling", direction="common_source") == [("a", "b", "sibling_of")]
    assert _edges(relation="same_event", direction="unknown") == [("a", "b", "same_event")]
    assert _edges(relation="background", direction="unknown") == [("a", "b", "shares_text")]
    assert _edges(relation="undetermined", direction="unknown") == []
