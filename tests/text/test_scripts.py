"""Which letters are Latin."""

import pytest

from forensics.text.scripts import is_latin
from forensics.text.words import words


@pytest.mark.parametrize("word", ["boat", "žena", "ɏ", "Ạnh", "ỹ", "42"])
def test_letters_of_the_alphabet_with_and_without_marks_and_figures_are_latin(word):
    assert is_latin(*words(word))


@pytest.mark.parametrize("word", ["мир", "ἀρχή", "ΑΒΓ", "سلام", "会議", "ɐ", "ἁ"])
def test_other_alphabets_are_not(word):
    assert not is_latin(*words(word))
