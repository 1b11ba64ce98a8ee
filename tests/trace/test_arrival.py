"""Of all that a trace finds one thing is told of what arrives: the most telling one, seen from the text."""

from dataclasses import replace

import pytest

from forensics.trace.arrival import arrival_of
from forensics.trace.findings import TraceDocument
from forensics.trace.result import Graph, TraceResult
from tests.trace.verdict.by_hand import verdict

TEXT = TraceDocument("new", (), (), (), (), spun=0.25)


def told(*verdicts):
    return arrival_of("new", TraceResult((TEXT,), verdicts, (), Graph((), ())))


def test_a_text_that_has_nothing_to_do_with_any_is_unrelated_to_nobody():
    found = told(verdict("new", "a", "unrelated", "unknown"))
    assert (found.relation, found.source, found.direction) == ("unrelated", None, "unknown")
    assert found.probability == 0.9, "no surer than the least sure verdict"
    assert told().probability == 0.0, "nothing was compared"
    assert found.spun == 0.25


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        ("copy", "derived"),
        ("derived", "sibling"),
        ("sibling", "undetermined"),
        ("undetermined", "same_event"),
    ],
)
def test_the_most_telling_relation_is_told(stronger, weaker):
    weak = replace(verdict("new", "a", weaker, "unknown"), probability=0.99)
    strong = replace(verdict("new", "b", stronger, "unknown"), probability=0.6)
    assert (told(weak, strong).relation, told(weak, strong).source) == (stronger, "b")


def test_of_two_of_one_kind_the_surer_is_told():
    sure = replace(verdict("new", "b", "derived", "unknown"), probability=0.9)
    less = replace(verdict("new", "a", "derived", "unknown"), probability=0.8)
    assert told(less, sure).source == "b"


@pytest.mark.parametrize(
    ("a", "b", "direction", "way"),
    [
        ("new", "old", "a_from_b", "from_source"),
        ("new", "old", "b_from_a", "to_source"),
        ("old", "new", "a_from_b", "to_source"),
        ("old", "new", "b_from_a", "from_source"),
        ("old", "new", "common_source", "common_source"),
        ("old", "new", "unknown", "unknown"),
    ],
)
def test_a_direction_is_told_from_the_text_that_arrived(a, b, direction, way):
    made = replace(verdict(a, b, "derived", direction), coverage_a=0.2, coverage_b=0.7)
    found = told(made)
    assert (found.direction, found.source) == (way, "old")
    assert found.coverage == (0.2 if a == "new" else 0.7)
