"""nltk is the definition of a stem: what ships and what the rules make are compared with it."""

import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from nltk.stem.snowball import SnowballStemmer

from forensics.lang.en import snowball
from forensics.lang.en.stemmer import stem as english
from forensics.lang.en.words import words
from forensics.lang.stemming import stemmer

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
any_text = st.text(max_size=14)


def test_every_word_that_ships_has_the_stem_that_nltk_makes():
    assert {word: english(word) for word in words()} == {word: by_nltk(word) for word in words()}


def test_the_rules_make_the_same_stem_of_every_word_that_ships():
    assert {word: snowball.stem(word) for word in words()} == {word: by_nltk(word) for word in words()}


@settings(max_examples=5000)
@given(built | built.map(str.upper) | any_text)
@example("ionization")
@example("cannings")
@example("exceeding")
@example("attachés")
@example("l’été’s")
def test_the_rules_make_the_same_stem_of_anything(word):
    assert snowball.stem(word) == by_nltk(word)


@given(built | any_text.map(str.lower))
def test_a_word_is_stemmed_as_nltk_does_whether_it_ships_or_not(word):
    assert stemmer("english")(word.lower()) == by_nltk(word.lower())


@pytest.mark.parametrize(
    ("language", "word", "stem"), [("german", "häuser", "haus"), ("russian", "дома", "дом")]
)
def test_other_languages_have_the_stemmers_of_nltk(language, word, stem):
    assert stemmer(language)(word) == stem
    with pytest.raises(ValueError, match="klingon"):
        stemmer("klingon")


def test_nltk_is_loaded_for_other_languages_only():
    code = """if True:
        import sys
        from forensics.lang.stemming import stemmer
        [stemmer("english")(word) for word in ("generalizations", "kurilovkas", "russia-ukraine", "attaché")]
        print("nltk" in sys.modules)
        stemmer("german")("häuser")
        print("nltk" in sys.modules)
    """
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.split() == ["False", "True"]
