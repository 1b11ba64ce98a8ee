"""No candidate exchanges one fact for another."""

import pytest

from forensics.lexicon import SpinnerPair
from forensics.lexicon.thesaurus import MOBY
from forensics.spin.channel.candidates import gather
from forensics.spin.channel.word_row import word_row
from forensics.spin.channel.word_runs import word_runs
from tests.spin.by_hand import spelt
from tests.spin.small_lexicon import small_lexicon


def candidates(text, small):
    runs = word_runs(text, small)
    reading = word_row(runs, small)
    found = gather(runs, reading, small)
    return [spelt(found, row, reading, small)[1] for row in range(len(found))]


@pytest.mark.parametrize(
    ("observed", "original"),
    [
        ("hundreds", "thousands"),
        ("eleven", "twelve"),
        ("miles", "kilometres"),
        ("week", "month"),
        ("monday", "friday"),
        ("june", "july"),
    ],
)
def test_a_number_a_measure_a_month_or_a_day_is_no_other(observed, original):
    assert candidates(observed, small_lexicon(links={observed: [(original, MOBY, 0.9)]})) == []
    pair = SpinnerPair((observed,), (original,), (("autoblog", 3.0),), 3.0)
    assert candidates(observed, small_lexicon(pairs=[pair])) == []


@pytest.mark.parametrize(
    ("observed", "original"),
    [("hundreds", "many"), ("mile", "miles"), ("workweek", "week"), ("may", "march")],
)
def test_what_is_no_fact_of_one_kind_on_both_sides_may_be_restored(observed, original):
    links = {observed: [(original, MOBY, 0.9)]}
    pair = SpinnerPair((observed,), (original,), (("autoblog", 3.0),), 3.0)
    assert candidates(observed, small_lexicon(links=links, pairs=[pair])) == [original]


def test_no_thesaurus_makes_one_illness_another_but_a_pair_may_know_better():
    links = {"pneumonia": [("asthma", MOBY, 0.9)], "flu": [("influenza", MOBY, 0.9), ("chill", MOBY, 0.9)]}
    assert candidates("pneumonia", small_lexicon(links=links)) == []
    assert candidates("flu", small_lexicon(links=links)) == ["influenza", "chill"]
    pair = SpinnerPair(("pneumonia",), ("asthma",), (("tortured", 3.0),), 3.0)
    assert candidates("pneumonia", small_lexicon(pairs=[pair])) == ["asthma"]


def test_no_thesaurus_makes_one_disease_another():
    links = {"liver disease": [("heart disease", MOBY, 0.9), ("hepatitis", MOBY, 0.9)]}
    assert candidates("liver disease", small_lexicon(links=links)) == ["hepatitis"]
