import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensics.lang.en.words import words
from forensics.lang.strings import Strings
from tests.lexicon.making import strings_build

lines = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=12)


@given(st.lists(lines, unique=True, min_size=1, max_size=60), st.lists(lines, max_size=20))
def test_each_string_is_found_by_its_number_and_its_text_and_no_other_is(tmp_path_factory, known, others):
    folder = tmp_path_factory.mktemp("strings")
    strings_build.write(folder, "some", known)
    strings = Strings(folder, "some")
    assert list(strings) == known == [strings[i] for i in range(len(strings))]
    assert [strings.number(text) for text in known] == list(range(len(known)))
    assert all(strings.number(text) is None for text in others if text not in known)


@pytest.mark.parametrize("number", [-1, 3])
def test_a_number_that_no_string_has_is_an_error(tmp_path, number):
    strings_build.write(tmp_path, "some", ["a", "b", "c"])
    with pytest.raises(IndexError):
        Strings(tmp_path, "some")[number]


def test_text_that_is_no_unicode_is_not_among_the_strings():
    assert words().number("\ud800") is None


def test_every_word_that_ships_is_found_and_no_word_with_a_letter_more():
    known = list(words())
    assert [words().number(word) for word in known] == list(range(len(known)))
    missing = [word + "q" for word in known if words().number(word + "q") is None]
    assert set(missing) == {word + "q" for word in known} - set(known)
