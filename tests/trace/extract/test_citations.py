"""A text points to a source by author and year, by number or by a footnote mark; dates and figures point nowhere."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics.text.annotate import AnnotatedText
from forensics.trace.extract.citations import find_citations


def found(text):
    return [span.of(text) for span in find_citations(AnnotatedText(text))]


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("Piers rot (Doe, 2010).", ["(Doe, 2010)"]),
        (
            "Piers rot (see Doe & Roe 2011, p. 12; Bell et al., 2012a).",
            ["(see Doe & Roe 2011, p. 12; Bell et al., 2012a)"],
        ),
        ("Doe (2010) says so, and Bell et al. (2011: 3) too.", ["(2010)", "(2011: 3)"]),
        ("Piers rot [12], some [3, 4–6] at once.", ["[12]", "[3, 4–6]"]),
        ("Piers rot.12 They lean.¹", ["12", "¹"]),
        ("It was cold (May 2010).", []),
        ("In that year (2010) it was cold.", []),
        ("It cost 3.12 pounds (about four).", []),
        ("They came back (twice, in fact).", []),
    ],
)
def test_citations_are_found_and_no_dates(text, citations):
    assert found(text) == citations


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["(", ")", "Doe", "2010", ",", ";", "[", "]", "3", "et al.", " ", ".", "¹"]),
        max_size=60,
    )
)
def test_what_is_found_stands_apart_and_in_order(parts):
    text = "".join(parts)
    spans = find_citations(AnnotatedText(text))
    assert all(0 <= a.start < a.end <= len(text) for a in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
