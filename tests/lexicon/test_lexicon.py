import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics import lexicon
from forensics.lexicon import UserPair
from forensics.lexicon.pairs import keys
from forensics.lexicon.xormap import XorMap, hashed, pack


@pytest.fixture(scope="module")
def english():
    return lexicon.load()


def log(english, *words):
    numbers = [np.array([english.number(w)]) for w in words]
    return float(english.ngrams.trigram(*numbers)[0])


@pytest.mark.parametrize(
    ("before", "fits", "spun"),
    [
        (("special", "forces"), "fighting", "preventing"),
        (("new", "york"), "times", "occasions"),
        (("<s>", "last"), "week", "workweek"),
        (("on", "the"), "front", "entrance"),
    ],
)
def test_the_language_model_prefers_what_people_write(english, before, fits, spun):
    assert log(english, *before, fits) > log(english, *before, spun) + 2


@pytest.mark.parametrize("context", [("he", "said"), ("in", "the"), ("<s>", "<s>"), ("qqzxv", "banana")])
def test_probabilities_of_all_words_sum_to_about_one(english, context):
    words = np.arange(len(english.ngrams.unigrams[0]))
    earlier, before = (np.full_like(words, english.number(w)) for w in context)
    total = float(np.exp(english.ngrams.trigram(earlier, before, words)).sum())
    assert 0.9 < total < 1.2  # two sources of word frequencies are mixed: the sum is not exact


def test_numbers_and_unknown_words_have_a_number_too(english):
    assert english.number("1,000") == english.number("386")
    assert english.number("qqzxv") == english.number("zzqxw")
    assert english.number("qqzxv") != english.number("the")


def test_a_pair_known_only_from_a_page_goes_with_that_page():
    known = lexicon.load().pairs
    without = lexicon.load(without_pages=("001",)).pairs
    gone = {observed for observed in known if observed not in without}
    assert gone
    assert all(pair.pages == 1 for observed in gone for pair in known[observed])
    assert ("stated",) in without


def test_leaving_out_an_unknown_page_changes_nothing():
    assert lexicon.load(without_pages=("no such page",)).pairs == lexicon.load().pairs


def test_a_users_pair_is_known_whatever_its_case():
    with_user = lexicon.load(pairs=[UserPair("Counterfeit Consciousness", "Artificial Intelligence", 3)])
    (pair,) = with_user.pairs["counterfeit", "consciousness"]
    assert pair.original == ("artificial", "intelligence")
    assert pair.pages == 3
    assert with_user.relation(("counterfeit", "consciousness"), ("artificial", "intelligence")) == "lexicon"


def test_a_pair_that_changes_nothing_is_no_pair():
    assert lexicon.load(pairs=[UserPair("zebra", "Zebra"), UserPair("", "x")]).pairs == lexicon.load().pairs


def test_relations_are_named_by_what_joins_two_words(english):
    assert english.relation(("instructed",), ("told",)) == "lexicon"
    assert english.relation(("everlasting",), ("eternal",)) == "thesaurus"
    assert english.relation(("banana",), ("parliament",)) is None


def test_thesaurus_links_carry_inflection_over(english):
    originals = {" ".join(link.original) for link in english.links(("purchased",))}
    assert "bought" in originals
    assert "buy" not in originals


def test_loading_imports_neither_nltk_nor_scipy():
    code = "import sys; from forensics import lexicon; lexicon.load(); print({'nltk', 'scipy'} & set(sys.modules))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "set()"


@given(st.text(max_size=40))
def test_keys_are_lower_case_words(text):
    assert all(word == word.lower() and " " not in word for word in keys(text))


@settings(max_examples=20)
@given(st.sets(st.integers(0, 2**42), min_size=1, max_size=200))
def test_a_map_that_holds_nothing_claims_almost_nothing(keys_):
    empty = XorMap(np.arange(3 * 64, dtype=np.uint16) * 7 + 1, (np.zeros(3 * 64, np.uint8),))
    stored, _ = empty.get(hashed(np.array(sorted(keys_), np.uint64)))
    assert stored.sum() <= 3  # one in 65,536 passes by chance


def test_packing_tells_word_orders_apart():
    one, two = np.array([1]), np.array([2])
    assert pack(one, two) != pack(two, one)
