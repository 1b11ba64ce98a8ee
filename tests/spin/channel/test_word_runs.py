"""What is read as English prose, and what is known of a word's place, at the edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensics.spin.channel.word_runs import _quotations, word_runs
from tests.spin.small_lexicon import small_lexicon

decides = pytest.mark.decides
HERE = "forensics.spin.channel.word_runs."
SMALL = small_lexicon(["plain", "the"])


def read(text):
    return [word.text for run in word_runs(text, SMALL) for word in run.words]


@decides(HERE + "_LANGUAGE_FROM", -1, 1)
@pytest.mark.parametrize(("words", "is_read"), [(7, True), (8, False)])
def test_of_seven_words_none_of_which_is_known_nobody_tells_the_language(words, is_read):
    assert bool(read(" ".join(["qzx"] * words))) is is_read


@decides(HERE + "_KNOWN_SHARE", -0.02, 0.02)
@pytest.mark.parametrize(("known", "is_read"), [(60, False), (61, True)])
def test_english_has_more_than_six_known_words_in_ten(known, is_read):
    words = ["the"] * 20 + ["plain"] * (known - 20) + ["qzx"] * (100 - known)
    assert bool(read(" ".join(words))) is is_read


@decides(HERE + "_WORDS_PER_FREQUENT", -1, 1)
@pytest.mark.parametrize(("plain", "is_read"), [(22, True), (23, False)])
def test_english_has_a_small_word_in_twelve(plain, is_read):
    assert bool(read(" ".join(["the"] * 2 + ["plain"] * plain))) is is_read


@decides(HERE + "_WORDS_PER_CODE_MARK", -1, 1)
@pytest.mark.parametrize(("words", "is_read"), [(11, False), (12, True)])
def test_more_than_a_mark_of_code_in_six_words_is_code(words, is_read):
    assert bool(read(" ".join(["the"] * words) + " = =")) is is_read


@decides(HERE + "_TITLE_SHARE", -0.02, 0.02)
@pytest.mark.parametrize(("capitals", "title"), [(65, False), (66, True)])
def test_a_title_capitalises_more_than_two_in_three_of_its_long_words(capitals, title):
    (run,) = word_runs(" ".join(["Plain"] * capitals + ["plain"] * (100 - capitals) + ["the"] * 20), SMALL)
    assert run.title is title


@decides(HERE + "_TITLE_WORDS", -1, 1)
@pytest.mark.parametrize(("text", "title"), [("Plain the", False), ("Plain the Plain", True)])
def test_a_title_has_two_long_words(text, title):
    (run,) = word_runs(text, SMALL)
    assert run.title is title


@decides(HERE + "_TITLE_LETTERS", -1, 1)
@pytest.mark.parametrize(("text", "title"), [("The Tho plain", False), ("This That plain plai", False),
                                             ("This That the tho thu", True)])  # fmt: skip
def test_words_of_four_letters_are_capitalised_in_titles(text, title):
    (run,) = word_runs(text, SMALL)
    assert run.title is title


@decides(HERE + "_LONGEST_QUOTATION", -1, 1)
@pytest.mark.parametrize(("length", "quoted"), [(600, True), (601, False)])
def test_quotation_marks_hold_six_hundred_characters(length, quoted):
    inside = ("the " * 200)[: length - 1] + "e"
    (run,) = word_runs(f"“{inside}” plain", SMALL)
    assert run.quoted[0] is quoted
    assert run.quoted[-1] is False


@decides(HERE + "_LONGEST_IN_SINGLE_MARKS", -1, 1)
@pytest.mark.parametrize(("length", "quoted"), [(300, True), (301, False)])
def test_single_marks_hold_three_hundred(length, quoted):
    inside = ("the " * 100)[: length - 1] + "e"
    (run,) = word_runs(f"‘{inside}’ plain", SMALL)
    assert run.quoted[0] is quoted
    assert run.quoted[-1] is False


@given(st.text(alphabet='ab “”"‘’\n', max_size=80))
def test_a_word_is_quoted_where_a_quotation_begins_before_it_and_ends_behind_it(text):
    spans = _quotations(text)
    assert spans == sorted(spans)
    for run in word_runs(text, SMALL):
        naive = tuple(any(start < word.start < end for start, end in spans) for word in run.words)
        assert run.quoted == naive
