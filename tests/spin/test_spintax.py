"""Choices that a spinner's template left open are evidence, and are made."""

import pytest

from forensics import lexicon
from forensics.documents.model import Document
from forensics.spin.detect import detect
from forensics.spin.odds import log_odds, probability
from forensics.spin.spintax import spintax, suspected
from tests.spin.texts import NEWS, SPUN

decides = pytest.mark.decides
HERE = "forensics.spin.spintax."


def left(text):
    return [(s.observed, s.original, s.alternatives) for s in spintax(text)]


def test_a_choice_of_phrases_is_made():
    assert left("When {we can|we will|we could} go.") == [
        ("{we can|we will|we could}", "we can", ("we will", "we could"))
    ]


@decides(HERE + "_GROUPS_OF_SINGLE_WORDS", -1, 1)
@pytest.mark.parametrize(("groups", "found"), [(2, 0), (3, 3)])
def test_single_words_are_a_choice_where_there_are_three(groups, found):
    assert len(left("so {big|large} it was. " * groups)) == found


@pytest.mark.parametrize(
    "text",
    [
        "service lamp {start|stop|status}",
        "{ return a || b | c }",
        "x = {a: 1|2}; y = {b|c(d e)}",
        "a set {x | x > 2 and x < 3}",
        "plain words without any",
    ],
)
def test_code_and_manuals_hold_none(text):
    assert left(text) == []


@decides(HERE + "_NATS", -0.1, 0.1)
@decides(HERE + "_CHOICE_CONFIDENCE", -0.005, 0.005)
def test_a_choice_left_open_speaks_for_spinning_by_four_nats():
    found = spintax("When {we can|we will} go.")
    assert log_odds(suspected(probability(-2.0), found)) == pytest.approx(2.0)
    assert suspected(0.3, ()) == 0.3
    assert suspected(1.0, found) == pytest.approx(1.0)
    assert [(s.confidence, s.probability_original) for s in found] == [(0.99, 0.495)]


def test_a_text_with_a_choice_left_open_is_restored_with_the_first_one():
    english = lexicon.load()
    text = SPUN + "\n\nHowever {the town|town} could not wait."
    found = detect(Document("spun", text), english)
    assert "the town could not wait" in found.restored
    assert "spintax" in {e.kind for s in found.substitutions for e in s.evidence}


def test_one_choice_left_open_does_not_by_itself_make_news_spun():
    english = lexicon.load()
    plain, marked = (detect(Document("news", t), english) for t in (NEWS, NEWS + "\n\n{It was|It is} so."))
    assert marked.verdict != "spun"
    assert log_odds(marked.score) == pytest.approx(log_odds(plain.score) + 4.0, abs=0.5)
