from typing import get_args

import numpy as np
import pytest

from forensics import lexicon
from forensics.lexicon.families import (
    FAMILIES,
    UNKNOWN,
    USERS,
    WITH_PAIRS,
    FamilyName,
    counted_with,
    described,
)
from forensics.spin.channel import rate
from forensics.spin.channel.candidates import Candidates
from forensics.spin.channel.weights import shipped_weights
from forensics.spin.result import Family


def test_results_can_name_every_family_and_that_none_is_known_and_no_other():
    assert get_args(FamilyName) == (*(family.name for family in FAMILIES), UNKNOWN)
    assert Family.__annotations__["name"] == "FamilyName"


def test_every_family_is_described_as_people_are_told_of_it():
    assert all(described(family.name) == family.description for family in FAMILIES)
    assert len({described(name) for name in get_args(FamilyName)}) == len(FAMILIES) + 1


def test_families_with_pairs_come_first_and_each_source_has_a_rate():
    assert FAMILIES[: len(WITH_PAIRS)] == WITH_PAIRS
    assert tuple(s for family in FAMILIES for s in family.sources) == rate.SOURCES


def test_the_verdict_weighs_no_family_apart_so_that_any_number_will_do():
    gains, striking, thesauri, drop = 4, 1, 2, 1
    assert len(shipped_weights().document) == gains + striking + thesauri + drop
    assert len(shipped_weights().usual_shares) == len(WITH_PAIRS)


@pytest.mark.parametrize(
    ("label", "family"),
    [
        ("autoblog", "autoblog"),
        ("chemical", "chemical"),
        ("tortured", "tortured"),
        ("user", "user"),
        ("chemical-news", "other"),
        ("thesaurus", "other"),  # what is known by thesauri is known by no pair
    ],
)
def test_pairs_count_with_the_family_of_their_label_or_with_the_others(label, family):
    assert counted_with(label).name == family


def test_each_family_with_pairs_has_pairs_that_ship_but_that_of_users():
    labels = {
        label for pairs in lexicon.load().pairs.values() for pair in pairs for label, _ in pair.families
    }
    assert {family.name for family in WITH_PAIRS if family is not USERS} <= labels


def candidate(labels, flags):
    families = tuple((label, 3.0) for label in labels)
    pairs = (lexicon.SpinnerPair(("observed",), ("original",), families, 3.0),) if labels else ()
    return Candidates(
        place=np.array([2]),
        length=np.array([1]),
        originals=np.array([[7, -1, -1, -1, -1, -1]]),
        sizes=np.array([1]),
        pair=np.array([0 if labels else -1]),
        flags=np.array([flags]),
        strengths=np.array([0.5]),
        possessive=np.array([False]),
        pairs=pairs,
    )


def source(one, **shares):
    at = np.array([shares.get(name, 0.1) for name in rate.SOURCES])
    return rate.SOURCES[rate.origins(one).sources(at)[0]]


@pytest.mark.parametrize(
    ("labels", "flags", "family"),
    [
        (["autoblog"], 0, "autoblog"),
        (["usedtobe"], 4, "usedtobe"),
        (["chemical"], 1, "chemical"),
        (["somebody's"], 0, "other"),
        ([], 4, "close"),
        ([], 5, "close"),
        ([], 1, "loose"),
        ([], 16, "loose"),
    ],
)
def test_a_candidate_is_of_its_pairs_family_else_of_a_thesaurus(labels, flags, family):
    assert source(candidate(labels, flags)) == family


def test_a_pair_of_several_families_is_the_busiest_ones():
    both = candidate(["autoblog", "tortured"], 0)
    assert source(both, autoblog=0.6) == "autoblog"
    assert source(both, tortured=0.6) == "tortured"
    assert source(both, chemical=0.6) == "autoblog"  # equally busy: the first


def test_a_users_pair_may_be_the_work_of_any_family():
    theirs = candidate(["user"], 0)
    assert source(theirs, user=0.6) == "user"
    assert source(theirs, tortured=0.6) == "tortured"
