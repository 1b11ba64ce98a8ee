"""What counts as a word of a shingle, in any script."""

import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from forensics.text.shingles import shingles, tokens


def test_case_punctuation_and_spacing_do_not_matter():
    assert (
        tokens("The  Quick-brown FOX, 42!")
        == tokens("the quick brown fox 42")
        == "the quick brown fox 42".split()
    )


def test_typographic_and_plain_apostrophes_are_alike():
    assert tokens("don’t") == tokens("don't") == ["don", "t"]


def test_letters_of_other_scripts_are_words():
    assert tokens("Привет, мир — مرحبا हिन्दी") == ["привет", "мир", "مرحبا", "हिन्दी"]


def test_case_folding_is_that_of_unicode():
    assert tokens("STRASSE") == tokens("straße")
    assert tokens("ΟΔΟΣ") == tokens("οδός".replace("ό", "ο"))


def test_scripts_without_spaces_give_a_word_a_character():
    assert tokens("日本語abc") == ["日", "本", "語", "abc"]
    assert len(shingles("我们今天去北京", 5)) == 3


def test_texts_that_differ_in_other_scripts_do_not_collapse_into_one():
    assert not shingles("Это первый русский текст здесь", 5) & shingles("А это совсем другой текст", 5)
    assert not shingles("今天天气很好我们去公园", 5) & shingles("明日は雨が降るでしょう", 5)


def test_compatibility_forms_and_invisible_characters_fold_away():
    assert tokens("ﬁnal ＡＢＣ so\u00adft ze\u200bro") == ["final", "abc", "soft", "zero"]


def test_a_text_shorter_than_a_shingle_is_one_shingle_and_an_empty_one_none():
    assert shingles("only three words", 5) == {("only", "three", "words")}
    assert shingles("", 5) == shingles(" …!", 5) == set()


def test_every_code_point_has_the_words_of_its_canonical_forms():
    every = map(chr, range(sys.maxunicode + 1))
    text = [char for char in every if unicodedata.decomposition(char)]
    for before, behind in (("", ""), ("a", ""), ("", "\u0591\u0301")):
        joined = "\n".join(f"{before}{char}{behind}" for char in text)
        assert tokens(unicodedata.normalize("NFC", joined)) == tokens(unicodedata.normalize("NFD", joined))


@given(st.text(max_size=60))
def test_canonically_equivalent_texts_have_the_same_words(text):
    assert tokens(unicodedata.normalize("NFC", text)) == tokens(unicodedata.normalize("NFD", text))


@given(st.text(max_size=60))
def test_what_is_folded_holds_words_and_spaces_only(text):
    for word in tokens(text):
        assert all(unicodedata.category(char)[0] in "LMN" for char in word)
