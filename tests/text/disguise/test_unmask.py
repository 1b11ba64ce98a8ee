"""Disguises are seen through, told, and lead back to the text as it was given."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.evidence.disguises import DISGUISES, HARMLESS
from bench.evidence.ordinary import ORDINARY
from forensics.text.disguise.characters import lookalikes
from forensics.text.disguise.unmask import unmask
from forensics.text.words import words

STORY = (
    "The ferry to the northern islands did not sail on Tuesday because the wind had turned in the night. "
    "Three of the passengers, who had waited since noon, said that nobody from the company had spoken to them "
    "about it. A woman in the ticket office told us that she had been given no reason either, and that she "
    "would have liked to know what to say.\n"
    "By the evening the harbour was quiet again. The crew went home, the café at the pier closed its doors, and "
    "the passengers took rooms at the old hotel behind the church, where the owner had lit a fire for them.\n"
    "It was the fourth time this winter that the timetable could not be kept, and the council will have to "
    "explain at its next meeting why the second boat has not been repaired.\n"
)
EVERY = DISGUISES | HARMLESS


def keys(text):
    return [word.key for word in words(text)]


@pytest.mark.parametrize("name", EVERY)
def test_a_disguised_text_reads_as_it_did(name):
    # An accent too many takes the one of café with it.
    plain = STORY.replace("é", "e") if name == "accents on vowels" else STORY
    assert keys(unmask(EVERY[name][1](STORY)).text) == keys(plain)


@pytest.mark.parametrize("name", EVERY)
def test_a_disguise_is_told_by_its_kind_and_where_it_is(name):
    kind, put_on = EVERY[name]
    text = put_on(STORY)
    (found,) = unmask(text).findings
    assert found.kind == kind
    assert 0 <= found.start == found.places[0] < found.end <= len(text)
    assert len(found.places) == min(found.count, 10)


@pytest.mark.parametrize("name", EVERY)
def test_a_word_is_found_where_it_stands_in_the_disguised_text(name):
    text = EVERY[name][1](STORY)
    plain = unmask(text)
    for word in words(plain.text):
        start, end = plain.source(word.start, word.end)
        read = unmask(text[start:end]).text.replace(" ", "")
        assert read in (text[start:end].replace(" ", ""), plain.text[word.start : word.end])
        assert len(text[start:end]) >= len(word.text)


def test_a_plain_text_is_left_as_it_is():
    found = unmask(STORY)
    assert found.text is STORY
    assert found.findings == ()


@pytest.mark.parametrize("name", ORDINARY)
def test_nothing_is_told_of_what_languages_and_typography_do(name):
    assert unmask(ORDINARY[name]).findings == ()
    assert unmask(10 * (ORDINARY[name] + "\n")).findings == ()


def test_words_of_other_scripts_stay_as_they_are():
    for name in (
        "Russian",
        "Greek",
        "Persian with non-joiners",
        "Hindi with joiners",
        "Thai with breaks",
        "emoji",
    ):
        assert unmask(ORDINARY[name]).text is ORDINARY[name]


def test_decomposed_letters_are_read_composed():
    assert keys(unmask(unicodedata.normalize("NFD", "café fährt")).text) == ["café", "fährt"]


def test_a_compound_that_stands_elsewhere_keeps_its_hyphen_at_a_line_end():
    text = (
        "A well-known boat lay at the pier, so well-\nknown that nobody looked, though it was unpain-\nted."
    )
    assert unmask(text).text.endswith("so well-known that nobody looked, though it was unpainted.")


def test_one_slip_of_a_keyboard_is_read_and_not_told():
    found = unmask("The \u0441rab boat came in.")
    assert found.text == "The crab boat came in."
    assert found.findings == ()


@given(
    st.text(
        st.sampled_from(
            "aZé0 \n-_&#;.\u00ad\u200b\u200d\ufe0f\u0301\u0336\u0430\u03b1ａ𝐓ᴛ\u3164\u202e\U000e0041😀漢"
        )
    )
)
def test_every_part_of_an_unmasked_text_leads_into_the_text_in_order(text):
    found = unmask(text)
    places = [found.source(k, k + 1) for k in range(len(found.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    assert (found.text is text) == (found.text == text)


def test_a_text_turned_around_a_quotation_is_told():
    (found,) = unmask('\u202b"The ferry did not sail," she said.\u202c').findings
    assert (found.kind, found.start) == ("bidi_control", 0)


def test_every_look_alike_is_looked_for():
    for char, (letter, _) in lookalikes().items():
        text = f"the b{char}at and the s{char}il and the c{char}ve"
        assert unmask(text).text.count(letter) > text.count(letter) or char in "αγικνρστυχ" or char >= "ᴀ"
