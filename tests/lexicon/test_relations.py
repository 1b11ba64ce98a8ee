"""How well one word stands for another, and how much a word tells."""

import math

import pytest

from forensics.lexicon import SpinnerPair
from forensics.lexicon.relations import LexiconKnowledge
from forensics.lexicon.thesaurus import MOBY, MOBY_BACK, NEAR, SECOND, WORDNET
from tests.spin.small_lexicon import small_lexicon

decides = pytest.mark.decides
HERE = "forensics.lexicon.relations."


def related(flags=0, strength=0.0, *, pair=False, **options):
    known = [SpinnerPair(("lantern",), ("lamp",), (("autoblog", 3.0),), 3.0)] if pair else []
    links = {"lantern": [("lamp", flags, strength)]} if flags else {}
    small = small_lexicon(["lantern"], pairs=known, links=links)
    return LexiconKnowledge(small, **options).related("lantern").get("lamp", 0.0)


@decides(HERE + "_WORDNET_STRENGTH", -0.01, 0.01)
@decides(HERE + "_MOBY_STRENGTH", -0.01, 0.01)
@decides(HERE + "_NEIGHBOUR_STRENGTH", -0.01, 0.01)
@pytest.mark.parametrize(
    ("flags", "strength"),
    [
        (WORDNET, 0.75),
        (WORDNET | MOBY, 0.75),
        (MOBY, 0.5),
        (MOBY_BACK | NEAR, 0.5),
        (NEAR, 0.35),
        (SECOND, 0.35),
    ],
)
def test_a_synonym_in_wordnet_stands_for_a_word_better_than_one_in_moby_and_that_than_a_neighbour(
    flags, strength
):
    assert related(flags) == strength


@decides(HERE + "_CLOSENESS_ADDS", -0.01, 0.01)
def test_words_that_keep_the_same_company_stand_for_each_other_better():
    assert related(MOBY, 1.0) == 0.75
    assert related(MOBY, 0.2) == pytest.approx(0.55, abs=1e-6)
    assert related(WORDNET, 1.0) == 1.0


@decides(HERE + "_PAIR_STRENGTH", -0.01, 0.01)
def test_what_spinners_write_for_a_word_stands_for_it_whatever_a_thesaurus_says():
    assert related(pair=True) == related(NEAR, 0.0, pair=True) == related(WORDNET, 1.0, pair=True) == 0.85


def test_a_measurement_can_leave_out_what_its_texts_were_made_with():
    assert related(NEAR, 0.0, pair=True, pairs=False) == 0.35
    assert related(WORDNET, 0.5, kinds=MOBY) == 0.0


@decides(HERE + "_COMMONEST", -0.05, 0.05)
@decides(HERE + "_LEAST_RARITY", -0.05, 0.05)
@pytest.mark.parametrize(
    ("powers_of_ten", "rarity"), [(-1.0, 0.5), (-1.45, 0.5), (-1.55, 0.55), (-4.0, 3.0), (-7.0, 6.0)]
)
def test_a_word_tells_as_many_powers_of_ten_as_it_is_rarer_than_one_in_ten(powers_of_ten, rarity):
    small = small_lexicon({"lantern": powers_of_ten * math.log(10)})
    assert LexiconKnowledge(small).rarity("lantern") == pytest.approx(rarity)
