import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensics.spin.neural.unit_variants import RestoredUnit, units
from forensics.text.edits import Edit
from forensics.text.words import words

TEXT = (
    "He said “Final week” was over.\n\nThe jap front, they instructed us, is quiet again tonight. It ended."
)


def unit(text=TEXT, number=1, edits=()):
    found = list(units(text))[number]
    return RestoredUnit(text, found, edits)


def edit(observed, original, text=TEXT):
    start = text.index(observed)
    return Edit(start, start + len(observed), observed, original)


@pytest.mark.decides("forensics.spin.neural.unit_variants._CHUNKS_BEHIND", -1, 1)
def test_a_reading_is_the_place_with_the_three_words_behind_it():
    one = edit("instructed", "told")
    here = unit()
    place = here.place(one.start, one.end)
    assert here.reading(place, one.start, one.end, "told") == " told us, is quiet"
    assert "".join(here.chunks[: place.chunk]) == "\nThe jap front, they"


def test_neighbours_are_restored_in_every_reading():
    told = edit("instructed", "told")
    here = unit(edits=[edit("quiet", "calm"), edit("jap", "eastern")])
    place = here.place(told.start, told.end)
    assert here.reading(place, told.start, told.end, "told") == " told us, is calm"
    assert "".join(here.chunks[: place.chunk]) == "\nThe eastern front, they"


def test_a_place_that_overlaps_an_edit_takes_it_in():
    pair = edit("jap front", "eastern line")
    jap = edit("jap", "eastern")
    here = unit(edits=[pair])
    place = here.place(jap.start, jap.end)
    assert (place.start, place.end) == (pair.start, pair.end)
    assert here.reading(place, jap.start, jap.end, "eastern") == " eastern front, they instructed us,"


def test_what_stands_before_a_quoted_word_stays_with_it():
    final = edit("Final", "Last")
    here = unit(number=0)
    place = here.place(final.start, final.end)
    assert here.reading(place, final.start, final.end, "Last") == " “Last week” was over."


@given(st.text(alphabet="ab .“’\n", max_size=80))
def test_a_place_read_as_it_stands_is_the_text_itself(text):
    for one in units(text):
        here = RestoredUnit(text, one, ())
        assert "".join(here.chunks) == one.gap + text[one.start : one.end]
        for word in words(text, one.start, one.end):
            place = here.place(word.start, word.end)
            reading = here.reading(place, word.start, word.end, word.text)
            assert ("".join(here.chunks[: place.chunk]) + reading).startswith(
                one.gap + text[one.start : word.end]
            )


@pytest.mark.decides("forensics.spin.neural.unit_variants._LONGEST_UNIT", -1, 1)
@pytest.mark.parametrize(("length", "parts"), [(60, 1), (61, 2)])
def test_a_sentence_is_read_whole_up_to_sixty_words(length, parts):
    assert len(list(units("word " * length))) == parts


def test_a_sentence_that_does_not_end_is_read_in_parts():
    text = "word " * 200
    found = list(units(text))
    assert len(found) > 2
    assert "".join(u.gap + text[u.start : u.end] for u in found).split() == text.split()
