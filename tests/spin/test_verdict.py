"""What a score and a length come to."""

import pytest

from forensics.spin.verdict import verdict

from .by_hand import survey
from .small_lexicon import small_lexicon

decides = pytest.mark.decides


def judged(score, words):
    return verdict(survey("plain", small_lexicon(["plain"]), score=score, words=words))[0]


@decides("forensics.spin.verdict.SPUN_FROM", -0.01, 0.01)
def test_a_text_is_spun_from_nine_in_ten_on():
    assert judged(0.895, 500) == "suspect"
    assert judged(0.905, 500) == "spun"


@decides("forensics.spin.verdict.SUSPECT_FROM", -0.01, 0.01)
def test_a_text_is_suspect_from_a_half_on():
    assert judged(0.495, 500) == "clean"
    assert judged(0.505, 500) == "suspect"


@decides("forensics.spin.channel.screen.FEW_WORDS", -1, 1)
def test_nothing_short_of_sixty_words_is_called_spun():
    assert judged(0.99, 59) == "suspect"
    assert judged(0.99, 60) == "spun"


@decides("forensics.spin.verdict.FEW_WORDS_TO_SUSPECT", -1, 1)
def test_nothing_short_of_thirty_words_is_called_suspect():
    assert judged(0.99, 29) == "clean"
    assert judged(0.99, 30) == "suspect"


@decides("forensics.spin.channel.screen.FEW_WORDS", -1, 1)
def test_a_text_that_is_too_short_to_tell_says_so():
    small = small_lexicon(["plain"])
    _, limits = verdict(survey("plain", small, words=59))
    assert limits == ("too short to tell: 59 words of English prose, at least 60 are needed",)
    assert verdict(survey("plain", small, words=60))[1] == ()


def test_words_that_are_repeated_make_no_text_longer():
    small = small_lexicon(["plain", "words"])
    _, limits = verdict(survey("plain words\n\n" * 60, small))
    assert limits == (
        "too short to tell: 2 words of English prose, those repeated counted once, at least 60 are needed",
    )
