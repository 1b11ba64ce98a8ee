"""What is quotation in two texts: by either side's marks, and by no mere marks."""

import pytest

from forensics.documents.model import Document
from forensics.trace.align.masks import masks, outside, unquoted
from forensics.trace.extract.prepare import prepare

SPEECH = "We have waited for this bridge for thirty years and more"
TOLD = (
    "The council met on Tuesday night and voted for the bridge after four hours of debate. "
    "Some three hundred people had gathered outside the hall before the vote was taken. "
)


def _masks(a, b):
    one, two = prepare(Document("a", a)), prepare(Document("b", b))
    found = masks(one, two)
    return one, two, found


def _quoted(text, mask):
    return " ".join(w.text for w, inside in zip(text.words, mask, strict=True) if inside)


def test_what_one_text_quotes_is_quoted_in_the_other_without_marks():
    one, two, found = _masks(f"{TOLD}“{SPEECH},” the mayor said.", f"{TOLD}{SPEECH}.")
    assert _quoted(one, found.a) == _quoted(two, found.b) == SPEECH
    assert not any(found.own_b)


@pytest.mark.parametrize(("words", "carried"), [(4, False), (5, True)])
def test_five_words_in_a_row_carry_a_quotation_over(words, carried):
    some = " ".join(SPEECH.split()[:words])
    _, _, found = _masks(f"{TOLD}“{SPEECH},” the mayor said.", f"{TOLD}{some} indeed.")
    assert any(found.b) is carried


def _share_quoted(share):
    lines = [f"This is sentence number {n} of what the council did" for n in range(100)]
    quoted = "\n\n".join(
        f"“{line},” he said." if n < share * 100 else f"{line}." for n, line in enumerate(lines)
    )
    return quoted, "\n\n".join(f"{line}." for line in lines)


@pytest.mark.parametrize(("share", "believed"), [(0.78, True), (0.95, False)])
def test_marks_around_nearly_all_of_one_text_are_not_believed(share, believed):
    # Of ten words of a line eight are the quotation's, so that 78 and 95 lines of 100 are .64 and .78 of the words.
    quoted, plain = _share_quoted(share)
    _, _, found = _masks(quoted, plain)
    assert any(found.a) is believed
    assert any(found.own_a)


def test_two_texts_that_quote_nearly_nothing_but_one_speaker_are_believed():
    quoted, _ = _share_quoted(0.95)
    _, _, found = _masks(quoted, quoted)
    assert any(found.a)


def test_outside_quotations_neither_their_words_nor_their_facts_are_left():
    one, _, found = _masks(f"{TOLD}“It cost 42 million pounds and more,” the mayor said.", TOLD)
    left = outside(one, found.a)
    assert all("42" not in key for keys in left.fact_keys for key in keys)
    assert any("42" in key for keys in one.fact_keys for key in keys)
    assert not any(c for c, q in zip(left.content, found.a, strict=True) if q)


def test_a_quotation_interrupts_what_stands_around_it():
    one, _, found = _masks(f"The mayor said “{SPEECH}” on Tuesday.", TOLD)
    places = list(unquoted(one, found.a))
    assert [None if k is None else one.words[k].text for k in places] == [
        "The",
        "mayor",
        "said",
        None,
        "on",
        "Tuesday",
    ]


def test_texts_without_quotations_have_empty_masks():
    assert _masks(TOLD, TOLD)[2].empty
