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
    return [spelt(found, row, reading, small) for row in range(len(found))]


@pytest.mark.decides("forensics.spin.channel.known_words.LONGEST_ORIGINAL", -1, 1)
@pytest.mark.parametrize(("words", "taken"), [(6, True), (7, False)])
def test_an_original_has_up_to_six_words(words, taken):
    original = tuple("one after the other it went".split() + ["on"] * (words - 6))
    small = small_lexicon(pairs=[SpinnerPair(("continued",), original, (("autoblog", 3.0),), 3.0)])
    assert bool(candidates("it continued so", small)) is taken


def test_what_small_words_stand_for_only_pairs_tell():
    links = {"these": [("those", MOBY, 0.9)], "thing": [("matter", MOBY, 0.9)]}
    assert candidates("these thing", small_lexicon(links=links)) == [("thing", "matter")]
    pair = SpinnerPair(("these",), ("those",), (("autoblog", 3.0),), 3.0)
    assert ("these", "those") in candidates("these thing", small_lexicon(links=links, pairs=[pair]))


def test_phrases_are_looked_up_as_long_as_the_thesaurus_has_them():
    links = {"of the same kind": [("alike", MOBY, 0.9)], "the same": [("equal", MOBY, 0.9)]}
    assert candidates("all of the same kind then", small_lexicon(links=links)) == [
        ("of the same kind", "alike"),
        ("the same", "equal"),
    ]
    assert candidates("all of the same - kind then", small_lexicon(links=links)) == [("the same", "equal")]
