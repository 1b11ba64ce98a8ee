"""One suite over a document's rates and the search for its originals, in C and in Python: they agree to the bit."""

from dataclasses import replace
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics import lexicon
from forensics.documents.model import Document
from forensics.lexicon.compiled import compiled
from forensics.spin.channel import decode, rate
from forensics.spin.channel.decode import LatticeEdge
from forensics.spin.channel.rate import FAMILY_SOURCES, SOURCES, Origins
from forensics.spin.detect import detect
from tests.spin.texts import NEWS, SPUN

if not compiled():
    pytest.skip("built without a compiler: only Python is here", allow_module_level=True)

from forensics.spin.channel import _search

ENGLISH = lexicon.load()
COMMON = [ENGLISH.number(w) for w in "the of a minister said in prime i am not going to new york".split()]
words = st.sampled_from(COMMON) | st.integers(0, 100_000)
nats = st.floats(-8, 8)


@st.composite
def lattices(draw):
    numbers = draw(st.lists(words, min_size=1, max_size=12))
    edges = []
    for candidate in range(draw(st.integers(0, 12))):
        start = draw(st.integers(0, len(numbers) - 1))
        length = draw(st.integers(1, min(3, len(numbers) - start)))
        originals = tuple(draw(st.lists(words, min_size=1, max_size=3)))
        edges.append(LatticeEdge(start, length, originals, draw(nats), candidate))
    return numbers, sorted(edges, key=lambda edge: edge.start)


@given(lattices(), st.floats(0.1, 2))
@settings(max_examples=150, deadline=None)
def test_each_finds_the_same_reading(lattice, fit):
    numbers, edges = lattice
    assert decode.decode(numbers, edges, fit, ENGLISH) == decode._in_python(numbers, edges, fit, ENGLISH)


def test_equal_readings_are_told_apart_alike():
    twice = [LatticeEdge(1, 1, (COMMON[3],), 0.0, candidate) for candidate in (4, 2)]
    numbers = COMMON[:4]
    assert decode.decode(numbers, twice, 1.0, ENGLISH) == decode._in_python(numbers, twice, 1.0, ENGLISH)


@st.composite
def documents(draw):
    sources = list(range(len(SOURCES)))
    more = draw(
        st.lists(st.lists(st.sampled_from(sources[:FAMILY_SOURCES]), min_size=1, max_size=3), max_size=4)
    )
    options = ((FAMILY_SOURCES,), (FAMILY_SOURCES + 1,), *map(tuple, more))
    places = draw(st.integers(1, 40))
    seed = np.random.default_rng(draw(st.integers(0, 1 << 30)))
    ratio = np.exp(seed.normal(0, 3, (len(options), places))) * (seed.random((len(options), places)) < 0.5)
    known = seed.random((FAMILY_SOURCES, places)) * (seed.random((FAMILY_SOURCES, places)) < 0.3)
    return ratio, Origins(np.zeros(0, np.int64), options), known, seed.random(places)


@given(documents())
@settings(max_examples=60, deadline=None)
def test_each_finds_the_same_rates(document):
    here = rate._mixture(*document)
    with patch.object(rate, "compiled", lambda: False):
        there = rate._mixture(*document)
    assert here.gain == there.gain
    assert np.array_equal(here.shares, there.shares)
    assert np.array_equal(here.expected, there.expected)


def test_a_document_in_which_nothing_can_be_replaced_has_no_gain():
    nothing = np.zeros((2, 0)), Origins(np.zeros(0, np.int64), ((7,), (8,))), np.zeros((FAMILY_SOURCES, 0))
    assert rate._mixture(*nothing, np.zeros(0)).gain == 0


@pytest.mark.parametrize(
    ("edge", "chosen"),
    [
        ([0, 2, 0, 1], 1),  # beyond the end
        ([0, 0, 0, 1], 1),  # nowhere
        ([-1, 1, 0, 1], 1),
        ([0, 1, 0, 2], 1),  # words that are not there
        ([0, 1, 1, 1], 1),
        ([0, 1, 0, 1], 0),  # no room for the answer
    ],
)
def test_a_lattice_that_does_not_fit_is_refused(edge, chosen):
    parts = ENGLISH.ngrams.native.parts
    one = np.array(COMMON[:1])
    with pytest.raises(ValueError, match="do not fit"):
        _search.search(
            parts, one, np.array([edge]), one, np.zeros(1), 0, 1, 1.0, 10, np.empty(chosen, np.int64)
        )


@pytest.mark.parametrize("option", [-1, len(SOURCES)])
def test_a_source_that_there_is_not_is_refused(option):
    count = len(SOURCES)
    with pytest.raises(ValueError, match="do not fit"):
        _search.mixture(
            np.zeros((3, 2)), np.zeros((FAMILY_SOURCES, 2)), np.zeros(2), np.array([0, 1, 2, 3]),
            np.array([7, 8, option]), np.zeros(count), np.zeros(count), 0.1, 0.9, 1,
            np.zeros(count), np.zeros(count), np.zeros(2), np.zeros(2),
        )  # fmt: skip


@pytest.mark.parametrize("text", [SPUN, NEWS, f"{SPUN}\n\n{NEWS}", ""])
def test_a_text_is_judged_the_same_without_anything_compiled(text):
    model = replace(ENGLISH.ngrams)
    model.__dict__["native"] = None
    with patch.object(rate, "compiled", lambda: False):
        plain = detect(Document("", text), replace(ENGLISH, ngrams=model))
    assert detect(Document("", text), ENGLISH) == plain
