"""From the figures of a text to whether it can be judged, and if not, why."""

from dataclasses import replace
from typing import get_args

import pytest

from forensics.report.reasons import NOT_ASSESSED
from forensics.spin.readable.measures import TextMeasures
from forensics.spin.readable.unjudged import not_assessed, unread
from forensics.spin.result import NotAssessed

HERE = "forensics.spin.readable.unjudged"
decides = pytest.mark.decides

PROSE = TextMeasures(
    words=1000, words_read=1000, read=1.0, latin=1.0, known=0.99, function_words=0.45, all_known=0.99,
    all_function_words=0.45, code=False, archaic=0.0, archaic_kinds=0, pidgin=0, pidgin_kinds=0, in_verse=0.02,
    verse_lines=1,
)  # fmt: skip


def reason(judged="clean", **figures):
    return not_assessed(replace(PROSE, **figures), judged)


def test_prose_is_judged():
    assert reason() is None


def test_without_a_word_there_is_nothing_to_read():
    assert reason(words=0, words_read=0) == "nothing_to_read"


@decides(HERE + "._MOSTLY_LATIN", -0.02, 0.02)
def test_half_of_the_words_have_latin_letters():
    assert reason(latin=0.49) == "other_script"
    assert reason(latin=0.51) is None


@decides(HERE + "._MOSTLY_KNOWN", -0.02, 0.02)
def test_four_in_five_of_the_words_read_are_english_words():
    assert reason(known=0.79) == "other_language"
    assert reason(known=0.81) is None


@decides(HERE + "._READ_ENOUGH", -0.02, 0.02)
def test_a_text_of_which_little_was_read_can_be_spun_but_not_clean():
    assert reason(words_read=390, read=0.39) == "little_was_read"
    assert reason(words_read=410, read=0.41) is None
    assert reason("spun", words_read=390, read=0.39) is None
    assert reason("suspect", words_read=390, read=0.39, latin=0.3) is None


def test_what_was_not_read_says_why():
    little = {"words_read": 100, "read": 0.1}
    assert reason(code=True, **little) == "code"
    assert reason(all_known=0.7, **little) == "other_language"
    assert reason(all_function_words=0.1, **little) == "list_of_terms"
    assert reason(code=True, all_known=0.7, all_function_words=0.1) is None


@decides("forensics.spin.verdict.FEW_WORDS_TO_SUSPECT", -1, 1)
def test_a_text_of_fewer_than_thirty_words_is_too_short():
    assert reason(words=29, words_read=29) == "too_short"
    assert reason(words=30, words_read=30) is None


@decides(HERE + "._FEW_FUNCTION_WORDS", -0.01, 0.01)
def test_a_list_of_terms_has_few_of_the_small_words():
    assert reason(function_words=0.115) == "list_of_terms"
    assert reason(function_words=0.125) is None


@decides(HERE + "._PIDGIN_FROM", -1, 1)
@decides(HERE + "._PIDGIN_KINDS", -1, 1)
def test_pidgin_has_several_of_its_forms_and_many_of_them():
    assert reason(pidgin=25, pidgin_kinds=3) == "pidgin"
    assert reason(pidgin=24, pidgin_kinds=9) is None
    assert reason(pidgin=99, pidgin_kinds=2) is None


@decides(HERE + "._ARCHAIC_FROM", -0.5, 0.5)
@decides(HERE + "._ARCHAIC_KINDS", -1, 1)
def test_old_english_has_several_forms_that_are_gone_and_some_in_every_page():
    assert reason(archaic=4.5, archaic_kinds=2) == "archaic"
    assert reason(archaic=4, archaic_kinds=4) is None
    assert reason(archaic=99, archaic_kinds=1) is None


@decides(HERE + "._ARCHAIC_FORMS", -0.5, 0.5)
def test_one_old_form_in_a_short_text_says_nothing():
    short = {"words": 100, "words_read": 100, "archaic_kinds": 2}
    assert reason(archaic=1.5, **short) is None
    assert reason(archaic=2, **short) == "archaic"


@decides(HERE + "._VERSE_FROM", -0.01, 0.01)
@decides(HERE + "._VERSE_LINES", -1, 1)
def test_verse_has_lines_that_break_off_and_a_quarter_of_its_words_in_them():
    assert reason(in_verse=0.255, verse_lines=4) == "verse"
    assert reason(in_verse=0.245, verse_lines=40) is None
    assert reason(in_verse=0.9, verse_lines=3) is None


def test_verse_in_old_words_is_verse():
    assert reason(in_verse=0.3, verse_lines=14, archaic=20, archaic_kinds=5) == "verse"


def test_every_reason_has_its_words_for_people():
    assert NOT_ASSESSED.keys() == set(get_args(NotAssessed))


def test_what_share_was_read_is_said_where_not_all_was():
    assert unread(PROSE) == ()
    (said,) = unread(replace(PROSE, words_read=700, read=0.7))
    assert "300 words" in said
    assert "70%" in said
    assert "99%" in unread(replace(PROSE, words_read=999, read=0.999))[0]
