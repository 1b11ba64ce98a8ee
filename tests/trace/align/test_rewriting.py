"""How a sentence was rewritten: the operations lead from the one to the other, and the level says how far."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics.trace.align.rewriting import Rewriting, level, rewriting
from tests.trace.align.given import GivenKnowledge, linked

KNOWN = GivenKnowledge({"blaze": {"fire": 0.8}, "big": {"large": 0.8}, "workers": {"employees": 0.8}})
WORDS = st.lists(
    st.sampled_from("the a fire blaze large big town burned employees workers near of and river".split()),
    min_size=1,
    max_size=12,
)


def _rewriting(a, b, knowledge=KNOWN):
    one, two, links = linked(a, b, knowledge)
    return rewriting(one, two, links, range(len(one.words)), range(len(two.words)))


@given(WORDS, WORDS)
@settings(max_examples=60, deadline=None)
def test_the_operations_hold_every_word_of_both_sides(a, b):
    how = _rewriting(" ".join(a), " ".join(b))
    assert " ".join(op.a for op in how.ops if op.a).split() == a
    assert sorted(" ".join(op.b for op in how.ops if op.b).split()) == sorted(b)
    assert all(op.a == op.b for op in how.ops if op.op == "equal")


def test_a_synonym_in_the_same_slot_is_a_substitution():
    how = _rewriting("The large fire burned the town.", "The big blaze burned the town.")
    assert [(op.a, op.b) for op in how.ops if op.op == "substitute"] == [("large", "big"), ("fire", "blaze")]
    assert how.linked == 2


def test_a_word_that_changed_its_place_is_a_move():
    how = _rewriting("Yesterday the fire burned in the old town", "The fire burned in the old town yesterday")
    assert ("move", "Yesterday", "yesterday") in [(op.op, op.a, op.b) for op in how.ops]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The fire burned the whole town down.", "The fire burned the whole town down.", "verbatim"),
        (
            "The fires burned the whole towns down quickly.",
            "The fire burned quickly the whole town down.",
            "minor",
        ),
        (
            "A large fire hurt ten employees in the town.",
            "A big blaze hurt ten workers in the village.",
            "spun",
        ),
        (
            "A fire hurt ten people there.",
            "Ten people, most of whom had been asleep in the upper floors of the building, were hurt there, two of"
            " them badly, when a fire broke out in the kitchen of the restaurant.",
            "summarised",
        ),
    ],
)
def test_the_level_says_how_far_a_sentence_was_rewritten(a, b, expected):
    assert level(_rewriting(a, b), 0.5, 0) == expected


PLAIN = Rewriting((), (), 100, 100, equal=0, inflected=0, linked=0, strange=0, moved=0, run=0)


@pytest.mark.parametrize(
    ("counts", "similarity", "facts", "below", "at"),
    [
        ({"equal": 90, "run": 5}, 0.9, 0, {"equal": 89}, "verbatim"),
        ({"equal": 90, "run": 5}, 0.9, 0, {"run": 4}, "verbatim"),
        ({"equal": 70, "inflected": 5, "moved": 5}, 0.9, 0, {"moved": 4}, "minor"),
        ({"equal": 80, "words_b": 200}, 0.9, 0, {"words_b": 201}, "minor"),
        ({"equal": 20, "words_b": 300}, 0.3, 0, {"words_b": 299}, "summarised"),
        ({"equal": 3, "words_a": 5, "words_b": 20}, 0.3, 0, {"words_a": 4}, "summarised"),
        ({"equal": 40, "linked": 30, "strange": 5}, 0.5, 0, {"strange": 4}, "spun"),
        ({"equal": 35, "linked": 25, "strange": 20}, 0.5, 0, {"linked": 24, "strange": 21}, "spun"),
        ({"equal": 30, "linked": 50}, 0.5, 0, {"equal": 29, "linked": 51}, "spun"),
        ({"equal": 10}, 0.249, 2, {"equal": 10, "similarity": 0.251}, "facts_only"),
        ({"equal": 10}, 0.249, 2, {"equal": 10, "facts": 1}, "facts_only"),
    ],
)
def test_a_level_begins_at_its_share_of_the_words_and_not_one_word_below(
    counts, similarity, facts, below, at
):
    assert level(replace(PLAIN, **counts), similarity, facts) == at
    less = counts | below
    similarity, facts = less.pop("similarity", similarity), less.pop("facts", facts)
    assert level(replace(PLAIN, **less), similarity, facts) != at


def test_a_word_that_returns_speaks_for_a_passage_and_one_that_is_missing_against_it():
    how = _rewriting("The large fires quickly burned the barn", "The big fire slowly burned the old barn")
    assert [(step.op, step.worth) for step in how.steps] == [
        ("equal", 0.3),  # a function word
        ("substitute", 0.7),  # a synonym
        ("substitute", 0.9),  # another form
        ("substitute", -0.15),  # a stranger in the same slot
        ("equal", 1.0),
        ("equal", 0.3),
        ("delete", -0.3),
        ("equal", 1.0),
    ]


def test_a_word_that_moved_speaks_for_a_passage_a_little():
    how = _rewriting("Yesterday the fire burned in the old town", "The fire burned in the old town yesterday")
    assert [step.worth for step in how.steps if step.op == "move"] == [0.3]
