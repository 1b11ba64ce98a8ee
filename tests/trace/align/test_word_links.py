"""How strongly words of two texts stand for one another."""

import pytest

from forensics.text.edits import Edit, SpunReading
from forensics.text.stems import stem
from tests.trace.align.given import GivenKnowledge, linked


def _strength(a, b, knowledge=None, spun=None):
    _, _, links = linked(a, b, knowledge or GivenKnowledge(), spun)
    return float(links.strength[links.stems_a[stem(a)], links.stems_b[stem(b)]])


def _likeness(a, b):
    one, two, links = linked(a, b)
    return float(links.likeness(one, two, range(len(one.words)), range(len(two.words)))[0, 0])


@pytest.mark.parametrize(
    ("a", "b", "strength"),
    [
        ("burning", "burned", 1.0),  # one stem
        ("electorate", "electronics", 0.5),  # six letters
        ("Ukraine", "Ukrainians", 0.5),  # five
        ("electric", "elector", 0.5),
        ("brother", "broth", 0.5),
    ],
)
def test_words_with_a_common_beginning_are_linked_by_half(a, b, strength):
    assert _strength(a, b) == strength


def test_four_common_letters_are_no_link():
    assert _strength("broadest", "broach") == 0


def test_a_synonym_is_as_strong_as_the_knowledge_says_in_either_direction():
    knowledge = GivenKnowledge({"blaze": {"fire": 0.8}})
    assert (
        _strength("blaze", "fire", knowledge) == _strength("fire", "blaze", knowledge) == pytest.approx(0.8)
    )


@pytest.mark.parametrize(("confidence", "strength"), [(0.0, 0.5), (0.6, 0.8), (1.0, 1.0)])
def test_what_reads_as_spun_is_linked_by_half_and_by_as_much_more_as_it_is_sure(confidence, strength):
    reading = SpunReading(0.9, (Edit(0, 6, "hearth", "fire", confidence),))
    assert _strength("hearth", "fire", spun=reading) == pytest.approx(strength)


def test_a_word_that_returns_beats_its_other_form_and_a_function_word_says_less_than_either():
    assert _likeness("burned", "burned") == 1.0
    assert _likeness("burned", "burning") == pytest.approx(0.95)
    assert _likeness("the", "the") == pytest.approx(0.4)
    assert _likeness("the", "a") == 0
