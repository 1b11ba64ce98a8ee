"""Tortured phrases: told whatever the verdict, and restored whole in a text that was spun."""

import pytest

from forensics import lexicon
from forensics.documents.model import Document
from forensics.lexicon.terminology import terminology
from forensics.spin.channel.screen import survey
from forensics.spin.detect import detect
from forensics.spin.result import Substitution, TorturedPhrase
from forensics.spin.tortured import _own_terms, in_place_of, tortured_phrases, whole
from forensics.spin.unmasked import seen_through
from tests.spin.texts import INNOCENT, NEWS, SPUN

decides = pytest.mark.decides
HERE = "forensics.spin.tortured."

ABSTRACT = (
    "We measured how often two laboratories agree on the age of a sample. The ages were compared with an {} that "
    "was trained on earlier samples, and the error was reported for every site. Both laboratories used the same "
    "protocol, and neither knew the other's results before the measurements were complete. The agreement was good "
    "for young samples and poor for old ones, which we explain by the way in which the material was stored."
)


@pytest.fixture(scope="module")
def english():
    return lexicon.load()


def phrases(text, english):
    return [(p.observed, p.original) for p in tortured_phrases(text, survey(text, english), english)]


@pytest.mark.parametrize(
    ("observed", "term"),
    [
        ("bosom peril", "breast cancer"),
        ("irregular woods", "random forest"),
        ("flag to commotion", "signal to noise"),
        ("Gullible Bayes", "Naive Bayes"),
        ("help vector machines", "support vector machines"),
        ("sign to commotion proportion", "signal to noise ratio"),
    ],
)
def test_a_published_phrase_is_named_whole_with_the_term_that_it_stands_for(english, observed, term):
    assert phrases(f"The {observed} was measured twice.", english) == [(observed, term)]


def test_a_phrase_that_is_not_published_is_put_together_of_words_that_spinners_write(english):
    published = {phrase for some in terminology().phrases.values() for phrase, _ in some}
    assert ("irregular", "digit", "age") not in published
    text = "An irregular digit age is used for every straight recurrence."
    assert phrases(text, english) == [
        ("irregular digit age", "random number generation"),
        ("straight recurrence", "linear regression"),
    ]


def test_a_few_phrases_are_told_and_accuse_nobody(english):
    found = detect(Document("light", ABSTRACT.format("irregular woodland")), english)
    assert found.verdict == "clean"
    assert [(p.observed, p.original) for p in found.phrases] == [("irregular woodland", "random forest")]
    assert found.restored is None
    assert not any("woodland" in s.observed for s in found.substitutions)


def test_who_quotes_such_a_phrase_did_not_write_it(english):
    assert phrases("The authors wrote “irregular woodland” three times.", english) == []


@pytest.mark.parametrize("name", ["news", "abstract", "learner", "scripture", "recipe", "contract"])
def test_a_text_that_somebody_wrote_holds_none(english, name):
    assert phrases(INNOCENT[name], english) == []


def test_a_spun_text_is_restored_by_whole_phrases(english):
    text = SPUN + "\n\nShe had asked whether an irregular woodland of sensors could foresee a flood."
    found = detect(Document("spun", text), english)
    assert found.verdict == "spun"
    (phrase,) = [s for s in found.substitutions if s.observed == "an irregular woodland"]
    assert phrase.original == "a random forest"
    assert "whether a random forest of sensors" in found.restored
    assert all(text[s.start : s.end] == s.observed for s in found.substitutions)


@decides(HERE + "_PHRASE_CONFIDENCE", -0.01, 0.01)
def test_a_phrase_takes_the_place_of_what_was_found_inside_it():
    def one(start, end):
        return Substitution(start, end, "x", "y", (), 0.6, ())

    phrase = TorturedPhrase(10, 20, "irregular woods", "random forest")
    found = in_place_of([one(0, 3), one(9, 11), one(12, 15), one(20, 24)], whole([phrase]))
    assert [(s.start, s.end) for s in found] == [(0, 3), (10, 20), (20, 24)]
    assert found[1].confidence == found[1].probability_replaced == found[1].probability_original == 0.95


@decides(HERE + "_LEAST_REPLACED", -1, 1)
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The straight recurrence was small.", [("straight recurrence", "linear regression")]),
        ("The irregular sample was small.", []),
    ],
)
def test_two_words_at_least_were_replaced(english, text, found):
    assert phrases(text, english) == found


@decides(HERE + "_LONGEST", -1, 1)
def test_up_to_four_words_are_put_together(english):
    text = (
        "Kernel principal component analysis improvement was shown before. "
        "The piece primary issue assessment improvement was used."
    )
    own = _own_terms(survey(text, english).passages)
    assert max(map(len, own)) == 4
    assert phrases(text, english) == [
        ("piece primary issue assessment", "kernel principal component analysis")
    ]


def test_news_holds_no_phrases(english):
    assert phrases(NEWS, english) == []


def test_a_phrase_behind_a_disguise_is_told_where_it_stands_in_the_text_as_given(english):
    text = ABSTRACT.format("irregular wood\u200bland")
    (phrase,) = seen_through(lambda d: detect(d, english))(Document("light", text)).phrases
    assert text[phrase.start : phrase.end] == phrase.observed == "irregular wood\u200bland"
