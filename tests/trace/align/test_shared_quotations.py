"""Quotations that two texts share are told as such: where, how long, and whose."""

import pytest

from forensics.documents.model import Document
from forensics.trace.align.masks import masks
from forensics.trace.align.shared_quotations import shared_quotations
from forensics.trace.extract.prepare import prepare

SPEECH = "No matter how intrusive our politics can become, this does not justify a poor response"


def _shared(a, b):
    one, two = prepare(Document("a", a)), prepare(Document("b", b))
    return [
        (a[q.a.start : q.a.end], b[q.b.start : q.b.end], q.speaker, q.words, q.marked)
        for q in shared_quotations(one, two, masks(one, two))
    ]


def test_a_shared_quotation_has_its_places_its_speaker_and_its_length():
    found = _shared(
        f"He was sorry. “{SPEECH},” Robert Ellery said.", f"Then came this: “{SPEECH}.” So said Ellery."
    )
    assert found == [(SPEECH, SPEECH, "Robert Ellery", 15, "both")]


def test_a_quotation_that_one_text_shows_without_marks_is_shared_too():
    found = _shared(
        f"He had shoved a student outside the hall. “{SPEECH},” Robert Ellery said.",
        f"He is sorry.\n\n{SPEECH}.",
    )
    assert [(speaker, marked) for _, _, speaker, _, marked in found] == [("Robert Ellery", "a")]


@pytest.mark.parametrize(("words", "found"), [(4, 0), (5, 1)])
def test_fewer_than_five_words_are_anybodys(words, found):
    some = " ".join(SPEECH.split()[:words])
    assert len(_shared(f"“{some},” he said.", f"“{some},” she said.")) == found


@pytest.mark.parametrize(("between", "found"), [(4, 1), (5, 2)])
def test_words_left_out_make_no_second_quotation_unless_they_are_many(between, found):
    one = (
        "we shall build this bridge "
        + "and so on and on "[:0]
        + " ".join(["well"] * between)
        + " before the year is out"
    )
    other = "we shall build this bridge before the year is out"
    assert len(_shared(f"“{one},” he said.", f"“{other},” he said.")) == found


def test_texts_without_quotations_share_none():
    assert _shared(f"{SPEECH}.", f"{SPEECH}.") == []
