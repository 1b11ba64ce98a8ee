"""What shared runs of words tell, and what they do not."""

import pytest

from forensics.trace.align.masks import masks
from forensics.trace.align.word_runs import word_runs
from tests.trace.align.given import linked

FILL = "Nothing of that kind had ever happened in this quiet village before, as far as anybody knew."


class Plain:
    """A language in which every word is as rare as it is long."""

    def related(self, _word):
        return {}

    def rarity(self, word):
        return float(len(word))


def _runs(a, b):
    one, two, _ = linked(a, b)
    return word_runs(one, two, masks(one, two), Plain())


@pytest.mark.parametrize(("words", "longest"), [(3, 0), (4, 4), (9, 9)])
def test_the_longest_run_counts_from_four_words_on(words, longest):
    run = " ".join("one two three four five six seven eight nine".split()[:words])
    assert _runs(f"{run} alpha", f"{run} beta").longest == longest


@pytest.mark.parametrize(("words", "tells"), [(5, False), (6, True)])
def test_a_run_tells_from_six_words_on(words, tells):
    run = " ".join("harbour bridge council voted quickly tonight".split()[:words])
    found = _runs(f"{run} alpha", f"{run} beta")
    assert (found.information > 0) is tells
    assert (found.share_a > 0) is tells


def test_names_titles_and_function_words_tell_nothing():
    assert (
        _runs(
            "Former President Bill Clinton of the United States",
            "Former President Bill Clinton of the United States",
        ).information
        == 0
    )


def test_a_rare_word_tells_no_more_than_eight():
    run = "a disestablishmentarianism for all of them here"
    assert _runs(f"{run} alpha", f"{run} beta").information == pytest.approx(8.0)


@pytest.mark.parametrize(("lower", "long"), [(5, 0), (6, 1)])
def test_a_run_is_long_by_its_lower_case_words(lower, long):
    run = "Ann Bell Carter " + " ".join("voted to build the bridge now".split()[:lower])
    assert _runs(f"{run} Alpha", f"{run} Beta").long == long


TOLD = "the council of the town had voted late at night to build a second bridge"


def test_words_that_one_text_quotes_and_the_other_tells_are_one_sided():
    assert _runs(f"{FILL} “{TOLD},” he said.", f"{FILL} {TOLD}.").one_sided == len(TOLD.split())


def test_a_quotation_that_both_mark_is_not_one_sided():
    assert _runs(f"{FILL} “{TOLD},” he said.", f"“{TOLD},” she said. {FILL}").one_sided == 0


@pytest.mark.parametrize("who", ["I", "we", "you"])
def test_speech_that_a_text_shows_without_marks_is_not_told(who):
    speech = f"and {who} voted late at night to build a second bridge for them"
    assert _runs(f"{FILL} “{speech},” he said.", f"{FILL} {speech}.").one_sided == 0


def test_the_us_is_no_first_person():
    speech = "and the US voted late at night to build a second bridge"
    assert _runs(f"{FILL} “{speech},” he said.", f"{FILL} {speech}.").one_sided == len(speech.split())


@pytest.mark.parametrize(("words", "counted"), [(7, 0), (8, 8)])
def test_fewer_than_eight_words_are_where_somebody_put_his_marks(words, counted):
    some = " ".join(TOLD.split()[:words])
    assert _runs(f"{FILL} he said “{some}” and left", f"{FILL} he said {some} and left").one_sided == counted
