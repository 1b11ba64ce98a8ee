"""The laws that fuzzing asks for hold for what it begins with, what it once found, and what lies around these."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.fuzz.__main__ import FOUND
from bench.fuzz.laws import faces, places
from bench.fuzz.targets import TARGETS
from bench.fuzz.text import FRAGMENTS, bytes_of, text_of
from forensics.trace.result import Fact

pytest.importorskip("forensics.sketch.native", reason="built without a compiler")

EVERY = pytest.mark.parametrize("name", TARGETS)
AROUND = settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))


def test_every_fragment_has_a_byte_of_its_own():
    assert len(FRAGMENTS) == len(set(FRAGMENTS)) <= 255


@given(st.lists(st.characters(exclude_categories=["Cs"]) | st.sampled_from(FRAGMENTS)))
def test_any_text_can_be_written_in_bytes(parts):
    text = "".join(parts)
    assert text_of(bytes_of(text)) == text


@given(st.binary())
def test_any_bytes_stand_for_a_text_that_can_be_encoded(data):
    text_of(data).encode()


@EVERY
def test_the_law_holds_for_what_fuzzing_begins_with(name):
    law = TARGETS[name].law()
    for seed in TARGETS[name].seeds():
        law(seed)


@EVERY
def test_the_law_holds_for_what_fuzzing_found(name):
    law = TARGETS[name].law()
    for path in sorted((FOUND / name).glob("*")):
        law(path.read_bytes())


@EVERY
def test_the_law_holds_around_what_fuzzing_begins_with(name):
    target = TARGETS[name]
    law, seeds = target.law(), list(target.seeds())

    @AROUND
    @given(st.data())
    def holds(data):
        stored = data.draw(st.sampled_from(seeds))
        for _ in range(data.draw(st.integers(1, 4))):
            start = data.draw(st.integers(0, len(stored)))
            stop = start + data.draw(st.sampled_from([0, 1, 8, len(stored)]))
            stored = stored[:start] + data.draw(st.binary(max_size=5)) + stored[stop:]
        law(stored[: target.longest])

    holds()


def test_a_law_sees_what_lies_elsewhere_or_says_something_else():
    text = "The bridge was closed."
    places.quoted(Fact(4, 10, "bridge", "name", "bridge"), text)
    with pytest.raises(AssertionError, match="does not say what stands there"):
        places.quoted(Fact(5, 11, "bridge", "name", "bridge"), text)
    with pytest.raises(AssertionError, match="lies outside"):
        places.placed((Fact(4, 99, "bridge", "name", "bridge"),), {"a": text}, "a")
    with pytest.raises(AssertionError, match="stands before"):
        places.apart([(0, 5), (4, 6)], "facts")


@pytest.mark.parametrize(
    "page",
    [
        "<p><zqxj>a</p>",
        "<p title=a zqxj=1>",
        "<a href=' javascript:alert(1)'>",
        "<img onerror='a'>",
        "<!-- zqxj -->",
        "a\x1b[2J",
        "a\u202eb",
    ],
)
def test_a_page_that_acts_is_seen(page):
    assert faces.inert(page)


def test_a_page_that_shows_what_it_was_given_is_inert():
    assert faces.inert("<p title='&lt;zqxj&gt;'>&lt;zqxj onclick=1&gt; javascript:zqxj</p>\n") == []
