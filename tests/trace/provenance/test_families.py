"""Which texts point to a source that nobody has, from verdicts made by hand."""

from dataclasses import replace

import pytest

from forensics.trace.provenance.families import families, members
from tests.trace.verdict.by_hand import verdict


def _families(*pairs: str):
    """Return the families of pairs such as "a-b derived unknown"."""
    made = []
    for pair in pairs:
        ids, relation, direction = pair.split()
        a, b = ids.split("-")
        made.append(verdict(a, b, relation=relation, direction=direction))
    return [members(family) for family in families(made)]


@pytest.mark.parametrize("relation", ["copy", "derived"])
def test_two_texts_of_which_none_is_known_to_come_first_point_to_a_third(relation):
    assert _families(f"a-b {relation} unknown") == [["a", "b"]]
    assert _families(f"a-b {relation} a_from_b") == []
    assert _families(f"a-b {relation} b_from_a") == []


def test_siblings_point_to_a_third():
    assert _families("a-b sibling common_source", "b-c sibling common_source") == [["a", "b", "c"]]


@pytest.mark.parametrize("relation", ["background", "same_event", "unrelated", "undetermined"])
def test_background_and_reports_of_one_event_point_nowhere(relation):
    assert _families(f"a-b {relation} unknown") == []


@pytest.mark.parametrize("between", ["derived unknown", "copy unknown", "sibling common_source"])
def test_children_of_a_text_at_hand_have_none_missing(between):
    assert _families("a-pr derived a_from_b", "b-pr derived a_from_b", f"a-b {between}") == []


def test_what_comes_through_a_third_text_has_its_source_at_hand():
    assert _families("a-wire derived a_from_b", "wire-pr derived a_from_b", "a-pr derived unknown") == []
    assert _families(
        "a-wire derived a_from_b", "wire-pr derived a_from_b", "b-pr derived a_from_b", "a-b derived unknown"
    ) == []  # fmt: skip


def test_a_text_from_which_some_come_explains_the_rest_that_shares_with_it():
    some = ("a-pr derived a_from_b", "b-pr derived unknown", "a-b derived unknown")
    assert _families(*some) == []
    assert _families(*some, "b-c derived unknown") == [["a", "b", "c", "pr"]]


def test_a_patchwork_has_the_sources_of_its_parts_at_hand():
    pieces = verdict("a", "b", "patchwork", "unknown"), verdict("a", "c", "patchwork", "unknown")
    again = verdict("a", "copy of b", "derived", "unknown")
    assert families(pieces) == []
    assert families([*pieces, replace(again, explained_by="b")]) == []
    assert [members(one) for one in families([*pieces, again])] == [["a", "copy of b"]]


def test_what_one_of_two_texts_has_from_a_text_at_hand_points_nowhere_else():
    some = [verdict("a", "pr", "derived", "a_from_b"), verdict("a", "b", "derived", "unknown")]
    assert [members(one) for one in families(some)] == [["a", "b"]]
    assert families([some[0], replace(some[1], explained_by="pr")]) == []


def test_families_that_nothing_joins_stay_apart():
    assert _families("a-b derived unknown", "c-d copy unknown", "a-c unrelated unknown") == [
        ["a", "b"],
        ["c", "d"],
    ]
