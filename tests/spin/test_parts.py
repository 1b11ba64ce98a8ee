"""A long text is judged in parts, and what is found in them is told in the places of the whole."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics import lexicon
from forensics.documents.model import Document
from forensics.spin import parts
from forensics.spin.channel.screen import survey
from forensics.spin.detect import _concluded, detect
from tests.spin.texts import NEWS, SONNET, SPUN

ENGLISH = lexicon.load()


@given(st.text(max_size=300), st.integers(20, 60))
def test_parts_are_the_whole_text_in_order_and_none_is_too_long(text, size):
    spans = list(parts.parts(text, size))
    assert "".join(span.of(text) for span in spans) == text
    assert all(span.end - span.start <= size for span in spans)


@pytest.mark.decides("forensics.spin.parts._SEARCHED", -0.05, 0.05)
def test_a_part_ends_after_a_word_of_its_last_tenth():
    assert next(parts.parts("x" * 92 + " " + "x" * 60, 100)).end == 93
    assert next(parts.parts("x" * 88 + " " + "x" * 60, 100)).end == 100


@pytest.mark.decides("forensics.spin.parts.PART", -1, 1)
def test_a_text_is_read_in_one_part_up_to_fifty_thousand_characters():
    one, two = (detect(Document("", "word " * 10_000 + "x" * more), ENGLISH) for more in (0, 1))
    assert [told for told in one.limits if "parts" in told] == []
    assert any("2 parts" in told for told in two.limits)


def look(id, text):
    return _concluded(id, text, survey(text, ENGLISH), ENGLISH)


def test_a_book_with_a_spun_chapter_is_spun_and_says_where():
    chapters = [f"{NEWS} The vote is in May, and nobody knows what it will bring.\n\n", SPUN + "\n\n", NEWS]
    text, size = "".join(chapters), len(SPUN) + 10
    assert [span.of(text) for span in parts.parts(text, size)] == chapters
    low, high = len(chapters[0]), len(chapters[0]) + len(chapters[1])
    found, kind = parts.in_parts("book", text, look, size)
    alone = detect(Document("", chapters[1]), ENGLISH)
    assert (found.verdict, found.score, found.family) == ("spun", alone.score, alone.family)
    inside = [s for s in found.substitutions if low <= s.start < high]
    assert [(s.start - low, s.original) for s in inside] == [
        (s.start, s.original) for s in alone.substitutions
    ]
    assert all(text[s.start : s.end] == s.observed for s in found.substitutions)
    assert found.restored == chapters[0] + alone.restored + chapters[2]
    assert f"1 spun (characters {low:,}-{high:,})" in found.limits[0]
    assert found.words == kind.words == len(re.findall(r"[\w’'-]+", text.replace("£", "").replace(",", "")))


def test_a_book_of_verse_is_not_assessed():
    found, _ = parts.in_parts("book", (SONNET + "\n\n") * 4, look, len(SONNET) + 10)
    assert (found.verdict, found.reason, found.restored) == (
        "not_assessed",
        detect(Document("", SONNET), ENGLISH).reason,
        None,
    )
    assert found.limits[0].endswith("all not assessed")


@pytest.mark.parametrize(("clean", "verse", "verdict"), [(3, 1, "clean"), (1, 4, "not_assessed")])
def test_a_book_is_what_most_of_it_is(clean, verse, verdict):
    text = "".join((NEWS + "\n\n",) * clean + (SONNET + "\n\n",) * verse)
    assert parts.in_parts("book", text, look, len(NEWS) + 10)[0].verdict == verdict


@pytest.mark.parametrize("text", ["{|}[]()<> " * 200, "\n" * 900, "“" * 900, "漢字。" * 300])
def test_a_long_text_without_a_word_of_english_is_not_assessed(text):
    assert parts.in_parts("book", text, look, 200)[0].verdict == "not_assessed"


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=400))
def test_no_text_is_too_odd_for_parts(text):
    whole, _ = parts.in_parts("book", text, look, 50)
    assert all(text[s.start : s.end] == s.observed for s in whole.substitutions)
