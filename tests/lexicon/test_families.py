from typing import get_args

import numpy as np
import pytest

from forensics import lexicon
from forensics.lexicon.families import FAMILIES, MAIN, WITH_PAIRS, FamilyName, counted_with, described
from forensics.spin.channel import rate
from forensics.spin.channel.candidates import Candidates
from forensics.spin.channel.weights import shipped_weights
from forensics.spin.result import Family


def test_results_can_name_every_family_and_no_other():
    assert get_args(FamilyName) == tuple(family.name for family in FAMILIES)
    assert Family.__annotations__["name"] == "FamilyName"


def test_every_family_is_described_as_people_are_told_of_it():
    assert all(described(family.name) == family.description for family in FAMILIES)
    assert len({family.description for family in FAMILIES}) == len(FAMILIES)


def test_families_with_pairs_come_first_and_each_source_has_a_rate_and_a_weight():
    assert FAMILIES[: len(WITH_PAIRS)] == WITH_PAIRS
    assert tuple(s for family in FAMILIES for s in family.sources) == rate.SOURCES
    gains, known, drop = 4, 1, 1
    assert len(shipped_weights().document) == gains + len(rate.SOURCES) + known + drop


@pytest.mark.parametrize(
    ("label", "family"),
    [
        ("autoblog", "autoblog"),
        ("chemical", "chemical"),
        ("usedtobe", "autoblog"),
        ("user", "autoblog"),
        ("chemical-news", "autoblog"),
        ("thesaurus", "autoblog"),  # what is known by thesauri is known by no pair
    ],
)
def test_pairs_count_with_the_family_of_their_label_or_with_the_main_one(label, family):
    assert counted_with(label).name == family


def test_each_family_with_pairs_has_pairs_that_ship():
    labels = {pair.family for pairs in lexicon.load().pairs.values() for pair in pairs}
    assert {family.name for family in WITH_PAIRS} <= labels
    assert MAIN in WITH_PAIRS


@pytest.mark.parametrize(
    ("label", "flags", "source", "family"),
    [
        ("autoblog", 0, "autoblog", "autoblog"),
        ("usedtobe", 4, "autoblog", "autoblog"),
        ("user", 0, "autoblog", "autoblog"),
        ("chemical", 1, "chemical", "chemical"),
        (None, 4, "wordnet", "thesaurus"),
        (None, 5, "wordnet", "thesaurus"),
        (None, 1, "thesaurus", "thesaurus"),
        (None, 16, "thesaurus", "thesaurus"),
    ],
)
def test_a_candidate_is_of_its_pairs_family_else_of_a_thesaurus(label, flags, source, family):
    pairs = (lexicon.SpinnerPair(("observed",), ("original",), label, 3.0),) if label else ()
    one = Candidates(
        place=np.array([2]),
        length=np.array([1]),
        originals=np.array([[7, -1, -1, -1, -1, -1]]),
        sizes=np.array([1]),
        pair=np.array([0 if label else -1]),
        flags=np.array([flags]),
        strengths=np.array([0.5]),
        possessive=np.array([False]),
        pairs=pairs,
    )
    assert rate.SOURCES[rate.sources(one)[0]] == source
    assert rate.family_of(one, 0) == family
