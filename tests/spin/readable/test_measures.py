"""Figures of texts, by texts written for them."""

import pytest

from forensics import lexicon
from forensics.spin.channel.word_runs import word_runs
from forensics.spin.readable.measures import measured
from forensics.text.annotate import AnnotatedText
from tests.spin.texts import NEWS, SCRIPTURE, SONNET

HERE = "forensics.spin.readable.measures"
decides = pytest.mark.decides


@pytest.fixture(scope="module")
def english():
    return lexicon.load()


def figures(text, words):
    read = AnnotatedText(text)
    return measured(read, word_runs(read, words), words)


def test_prose_is_known_read_whole_and_holds_nothing_old(english):
    found = figures(NEWS, english)
    assert found.words == found.words_read
    assert found.read == found.latin == 1.0
    assert found.known > 0.95
    assert found.function_words > 0.4
    assert found.archaic == found.pidgin == found.in_verse == 0


def test_a_script_without_spaces_counts_a_word_a_character(english):
    found = figures("会議は火曜日に開かれた。\nThe meeting was held on Tuesday.", english)
    assert found.words == 11 + 6
    assert found.latin == pytest.approx(6 / 17)


@decides(HERE + "._DATED_WEIGHT", -0.25, 0.25)
def test_a_form_that_is_leaving_counts_half_of_one_that_is_gone(english):
    found = figures("He spoke unto the crowd and sat upon a stone.", english)
    assert (found.archaic, found.archaic_kinds) == (1.5, 2)


@decides(HERE + "._SHORTEST_ARCHAIC_VERB", -1, 1)
def test_verbs_with_the_old_ending_are_archaic_and_teeth_are_not(english):
    assert figures("The wind cometh and he seeketh bread.", english).archaic == 2
    assert figures("He brusheth his teeth.", english).archaic == 1
    assert figures("Whoever goeth home early.", english).archaic == 0


def test_names_and_quotations_are_nobodys_own_words(english):
    assert figures('The priest read: "Thou shalt not steal, and thou shalt not lie."', english).archaic == 0
    assert figures("A new film by Thee is called so by Thou and Hath.", english).archaic == 0
    assert figures("We sing, O my people, of thee.", english).archaic == 1.5


def test_scripture_is_full_of_old_forms_and_a_sonnet_is_set_in_verse(english):
    assert figures(SCRIPTURE, english).archaic >= 1
    assert figures(SONNET, english).in_verse > 0.4


def test_pidgin_is_told_by_its_spelling(english):
    found = figures("Di pipo wey dey for di town sabi wetin dem wan do.", english)
    assert found.pidgin_kinds >= 5
