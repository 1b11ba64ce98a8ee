"""What is looked up of a kind of word is looked up once, and the same as if nothing were kept."""

import numpy as np

from forensics.lexicon import SpinnerPair
from forensics.spin.channel import known_words
from forensics.spin.channel.candidates import gather
from forensics.spin.channel.word_row import word_row
from forensics.spin.channel.word_runs import word_runs
from tests.spin.small_lexicon import small_lexicon

TEXT = "The final week was spent, in light of the vote, on the prime minister's budget."


def pair(observed, original):
    return SpinnerPair(tuple(observed.split()), tuple(original.split()), (("autoblog", 2.0),), 2.0)


def lexicon():
    return small_lexicon(
        TEXT.lower().replace(",", "").replace(".", "").split(),
        pairs=[pair("final", "last"), pair("in light of", "given"), pair("spent", "used up for good")],
        links={"week": [("time", 1, 0.5)], "prime minister": [("premier", 1, 0.5)], "minister": [("aide", 1, 0.5)]},
    )  # fmt: skip


def candidates(english, text=TEXT):
    runs = word_runs(text, english)
    found = gather(runs, word_row(runs, english), english)
    return [(found.words(i, english), int(found.place[i]), int(found.length[i])) for i in range(len(found))]


def test_words_and_phrases_are_found_with_all_their_originals():
    assert {words for words, _, _ in candidates(lexicon())} == {
        ("last",), ("given",), ("used", "up", "for", "good"), ("time",), ("aide's",),
    }  # fmt: skip


def test_what_was_met_before_changes_nothing():
    english = lexicon()
    first = candidates(english)
    candidates(english, "Other words in light of nothing, and a final one.")
    assert candidates(english) == first


def test_what_is_kept_is_forgotten_once_it_is_much(monkeypatch):
    english = lexicon()
    first = candidates(english)
    monkeypatch.setattr(known_words, "_KEPT_AT_MOST", 3)
    before = known_words.known_words(english)
    assert candidates(english) == first
    assert known_words.known_words(english) is not before


def test_rows_outgrow_their_first_room(monkeypatch):
    monkeypatch.setattr(known_words, "_FIRST_ROOM", 1)
    known = known_words.KnownWords(english := lexicon())
    rows = known.rows(["final", "week", "xyzzy", "spent"])
    assert rows[:, known_words.PAIRS].tolist() == [1, 0, 0, 1]
    assert [known.pairs[n].original for n in rows[[0, 3], known_words.FIRST_PAIR]] == [
        ("last",),
        ("used", "up", "for", "good"),
    ]
    assert rows[2, known_words.NUMBER] == -1
    assert rows[1, known_words.TERM] == english.numbers["week"]
    assert np.array_equal(known.originals[rows[0, known_words.FIRST_PAIR]][1:], [-1] * 5)
