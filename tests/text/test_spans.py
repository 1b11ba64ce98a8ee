"""Words and sentences point into the text as it stands."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensics.text.edits import Edit, apply
from forensics.text.sentences import sentences
from forensics.text.spans import paragraphs
from forensics.text.words import words


@given(st.text())
def test_every_word_slices_back(text):
    assert all(text[w.start : w.end] == w.text for w in words(text))


@given(st.text())
def test_sentences_are_in_order_and_do_not_overlap(text):
    spans = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)


@given(st.text())
def test_sentences_hold_every_word(text):
    held = [w.text for span in sentences(text) for w in words(text, span.start, span.end)]
    assert "".join(held) == "".join(w.text for w in words(text))


def test_a_number_does_not_swallow_its_unit():
    assert [w.text for w in words("the 1,000km-long front (620 miles)")] == [
        "the",
        "1,000",
        "km-long",
        "front",
        "620",
        "miles",
    ]


def test_a_word_is_looked_up_with_a_straight_apostrophe():
    assert [w.key for w in words("They’d WON")] == ["they'd", "won"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. They left.", ["It rained.", "They left."]),
        (
            "Dr. Adams met Mr. B. Cole in St. Ives. All agreed.",
            ["Dr. Adams met Mr. B. Cole in St. Ives.", "All agreed."],
        ),
        ("“We won!” She smiled.", ["“We won!”", "She smiled."]),
        ("A heading\nA line without an end", ["A heading", "A line without an end"]),
        (
            "The price rose 3.5 per cent. Nobody knew why?",
            ["The price rose 3.5 per cent.", "Nobody knew why?"],
        ),
        ("They came home.These were tired.", ["They came home.", "These were tired."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, expected):
    assert [span.of(text) for span in sentences(text)] == expected


def test_a_blank_line_is_no_paragraph():
    assert [p.of("one\n\n  two \r\n") for p in paragraphs("one\n\n  two \r\n")] == ["one", "two"]


def test_edits_are_made_from_left_to_right_and_never_twice():
    edits = [Edit(6, 11, "world", "there"), Edit(0, 5, "hello", "hi"), Edit(3, 8, "lo wo", "x")]
    assert apply("hello world", edits) == "hi there"


@given(st.text())
def test_no_edits_change_nothing(text):
    assert apply(text, []) == text
