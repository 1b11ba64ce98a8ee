"""English is complete, and no word stands in a list in which it is never met."""

import pytest

from forensics.lang import language
from forensics.lexicon import load
from forensics.text.sentences import sentences
from forensics.text.stems import is_content
from forensics.trace.extract.count_nouns import is_plural
from forensics.trace.extract.units import CODES
from tests.lang.test_languages import lists

ENGLISH = language("en")


def test_no_field_is_empty():
    assert not [name for name, value in lists(ENGLISH) if not value]


def test_numbers_in_words_are_all_those_below_twenty_and_the_tens():
    assert set(ENGLISH.numbers.words.values()) == {*range(20), *range(20, 100, 10)}
    assert {ENGLISH.numbers.words[word] for word in ENGLISH.numbers.tens} == set(range(20, 100, 10))


def test_may_is_a_name_where_no_date_says_otherwise():
    assert "may" not in ENGLISH.names.not_names
    assert "may" in ENGLISH.names.never_names, "as a verb it begins no name"


def test_what_opens_a_name_is_no_word_that_names_never_hold():
    assert not ENGLISH.names.openers & ENGLISH.names.never_names


def test_words_between_a_number_and_its_noun_are_in_one_list_each():
    counting = ENGLISH.counting
    states = {word for words in counting.states.values() for word in words}
    for one, other in (
        (counting.passed_over, counting.stoppers),
        (counting.passed_over | counting.stoppers | counting.happened, states),
        (counting.plurals, counting.no_plurals),
    ):
        assert not one & other
    assert not [word for word in counting.passed_over | counting.stoppers if is_plural(word)]


def test_exceptions_are_exceptions_from_a_rule():
    counting = ENGLISH.counting
    for word in counting.no_plurals:
        assert is_plural("x" + word), "its ending is not that of a plural"
        assert len(word) > 3
        assert not is_plural(word)
    assert all(is_plural(word) for word in {*counting.same, *ENGLISH.units.raced})


def test_currencies_have_codes():
    units = ENGLISH.units
    named = {*units.currencies, *units.national_dollars.values(), *units.hundredths.values()}
    assert named <= set(CODES.values())


@pytest.mark.parametrize("words", ["kept_as_is", "frequent"])
def test_words_that_spin_looks_for_are_words_of_the_lexicon(words):
    numbers = load().numbers
    assert all(word in numbers for word in getattr(ENGLISH, words))
    assert {ENGLISH.numbers.typical, *ENGLISH.spelling.articles} <= numbers.keys()


def test_a_function_word_carries_no_content():
    for word in ENGLISH.function_words:
        assert not is_content(word)
        assert not is_content(word + "'s")


def test_an_abbreviation_ends_no_sentence():
    for word in ENGLISH.abbreviations:
        assert len(sentences(f"It was said by {word}. Smith and others.")) == 1
