"""nltk is the definition of a stem: what ships and what the rules make are compared with it."""

import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from nltk.stem.snowball import SnowballStemmer

from forensics.lang.en import snowball, stemmer
from forensics.lang.en.words import words

by_nltk = SnowballStemmer("english").stem
_ENDINGS = """ization ational fulness ousness iveness tional biliti lessli entli ation alism aliti ousli iviti
    fulli enci anci abli izer ator alli bli ogi logi li alize icate iciti ative ical ness ful ement
    ance ence able ible ment ant ent ism ate iti ous ive ize ion sion al er ic eedly ingly edly eed
    ing ed sses ied ies us ss s 's 's' ' y e l ll""".split()
letters = st.text("aeiouybcdglnrstwxy'-", max_size=7)
opening = st.sampled_from(["", "", "", "gener", "commun", "arsen", "y", "'"])
built = st.builds(
    lambda a, b, c: a + b + "".join(c), opening, letters, st.lists(st.sampled_from(_ENDINGS), max_size=3)
)
any_ascii = st.text(st.characters(max_codepoint=127), max_size=14).map(str.lower)


def test_every_word_that_ships_has_the_stem_that_nltk_makes():
    assert {word: stemmer.stem(word) for word in words()} == {word: by_nltk(word) for word in words()}


def test_the_rules_make_the_same_stem_of_every_word_that_ships():
    assert {word: snowball.stem(word) for word in words()} == {word: by_nltk(word) for word in words()}


@settings(max_examples=5000)
@given(built | any_ascii)
@example("ionization")
@example("cannings")
@example("exceeding")
def test_the_rules_make_the_same_stem_of_any_ascii_word(word):
    assert snowball.stem(word) == by_nltk(word)
    assert stemmer.stem(word) == by_nltk(word)


@pytest.mark.parametrize("word", ["cafés", "naïvely", "straßen", "москвы", "l’été", "ﬁnding"])
def test_what_holds_other_letters_is_stemmed_by_nltk(word):
    assert stemmer.stem(word) == by_nltk(word)


def test_nltk_is_loaded_for_other_letters_only():
    code = """if True:
        import sys
        from forensics.lang.en.stemmer import stem
        stem("generalizations"), stem("kurilovkas"), stem("russia-ukraine")
        print("nltk" in sys.modules)
        stem("cafés")
        print("nltk" in sys.modules)
    """
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.split() == ["False", "True"]
