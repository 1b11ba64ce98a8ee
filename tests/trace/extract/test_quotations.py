"""What a text gives as somebody else's words, by marks of all kinds, and who is said to have spoken them."""

import time

import pytest

from forensics.text.annotate import AnnotatedText
from forensics.trace.extract.claims import find_claims
from forensics.trace.extract.marks import marked
from forensics.trace.extract.quotations import find_quotations


def _marked(text):
    return [span.of(text) for span in marked(AnnotatedText(text))]


def _found(text):
    annotated = AnnotatedText(text)
    return [(text[q.start : q.end], q.speaker) for q in find_quotations(annotated, find_claims(annotated))]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("“We will go,” he said.", ["“We will go,”"]),
        ('"We will go," he said.', ['"We will go,"']),
        ('"We will go!” he said.', ['"We will go!”']),
        ("‘We will go,’ he said of the boss’s plan.", ["‘We will go,’"]),
        ("'It's a good day,' he said of the '90s.", ["'It's a good day,'"]),
        ("«Oui», dit-il. „Ja“, sagte er.", ["«Oui»", "„Ja“"]),
        ("‘The workers’ union is big,’ she said.", ["‘The workers’ union is big,’"]),
        ("'He said “no” to me,' he said.", ["“no”", "'He said “no” to me,'"]),
        ('He is 6\'2" tall, "so they say".', ['"so they say"']),
        ("The Joneses' house and the boss's plan.", []),
        ("Rock 'n' roll in the '80s.", []),
    ],
)
def test_marks_of_all_kinds_hold_what_stands_in_them(text, held):
    assert _marked(text) == held


def test_a_paragraph_that_opens_with_a_mark_goes_on_in_the_next():
    assert _marked("“First of all\n\n“and then.”") == ["“First of all", "“and then.”"]
    assert _marked('"First of all\n\n"and then."') == ['"First of all', '"and then."']
    assert _marked('"Lost mark here.\n\nNothing more.') == []


def test_a_quotation_has_the_speaker_who_is_named_nearest():
    text = (
        "“We have waited for thirty years,” Margaret Oduya said. Others disagreed.\n\n"
        "“It will be flooded,” said David Renshaw."
    )
    assert _found(text) == [
        ("“We have waited for thirty years,”", "Margaret Oduya"),
        ("“It will be flooded,”", "David Renshaw"),
    ]


@pytest.mark.parametrize(("between", "spoken"), [(44, True), (46, False)])
def test_a_word_of_saying_within_forty_five_words_makes_a_quotation(between, spoken):
    text = "“All of this stands in marks.” " + "word " * (between - 1) + "said."
    assert bool(_found(text)) is spoken


def test_marks_that_nobody_is_said_to_have_spoken_are_ornament():
    assert _found("The “largest bridge of the whole region” opened. Its two lanes are wide.") == []


@pytest.mark.parametrize(
    ("quoted", "found"),
    [
        ("very good thing", 0),
        ("a very good thing", 1),
    ],
)
def test_fewer_than_four_words_are_a_term(quoted, found):
    assert len(_found(f"He said it was “{quoted}” for them.")) == found


def test_a_block_after_said_in_a_statement_is_a_quotation():
    text = "The mayor said in a statement:\n\nAll of us regret what happened here.\n\nNobody else spoke."
    assert [held for held, _ in _found(text)] == ["All of us regret what happened here."]
    listed = (
        "According to the board, the following parts of the town will be closed for a week:\n\n"
        "The old harbour and the whole quay."
    )
    assert _found(listed) == []


def test_a_post_belongs_to_its_handle():
    text = "He was angry.\n\nThis is a total hoax! — Donald J. Trump (@realDonaldTrump) May 2, 2018\n\nNobody replied."
    assert _found(text) == [
        ("This is a total hoax! — Donald J. Trump (@realDonaldTrump) May 2, 2018", "Donald J. Trump")
    ]
    prose = "The senator wrote (@senator) that he was angry about it all."
    assert _found(prose) == []


@pytest.mark.parametrize(
    "text",
    [
        "said " * 20_000,
        "“We go,” he said. " * 6_000,
        "‘a " * 20_000,
        "\n\n".join(["“Short.”"] * 15_000),
        '"' * 50_000,
    ],
    ids=["said", "quoted", "unclosed", "short", "marks"],
)
def test_quotations_take_time_in_proportion_to_the_text(text):
    start = time.process_time()
    find_quotations(AnnotatedText(text))
    assert time.process_time() - start < 3.0
