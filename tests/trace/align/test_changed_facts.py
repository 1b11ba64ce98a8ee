"""Facts that differ inside a match are found, and two ways to tell one fact are none."""

import pytest

from forensics.documents.model import Document
from forensics.text.edits import Edit, SpunReading
from forensics.trace.align.changed_facts import changed_facts
from forensics.trace.align.pair import compare_pair
from forensics.trace.align.rewriting import Step
from forensics.trace.align.slots import held_in_place
from forensics.trace.extract.prepare import prepare
from tests.trace.align.given import IGNORANT, GivenKnowledge

decides = pytest.mark.decides
HERE = "forensics.trace.align."
FRAME = "The harbour board of Larkton {} before the new ferry sails to the outer islands in autumn."


def _changes(a, b, knowledge=IGNORANT, spun=None):
    one, two = prepare(Document("a", a), spun), prepare(Document("b", b))
    found = changed_facts(compare_pair(one, two, knowledge))
    for fact in found:
        assert (a[fact.a.start : fact.a.end], b[fact.b.start : fact.b.end]) == (fact.text_a, fact.text_b)
    return [(fact.kind, fact.text_a, fact.text_b) for fact in found]


def _within(here, there):
    return _changes(FRAME.format(here), FRAME.format(there))


@pytest.mark.parametrize(
    ("here", "there", "found"),
    [
        ("counted 24m people", "counted 42m people", ("number", "24m people", "42m people")),
        ("won by 15-8, it said,", "won by 14-9, it said,", ("number", "15-8", "14-9")),
        ("paid £2.4 million", "paid $2.4 million", ("unit", "£2.4 million", "$2.4 million")),
        ("built 5 miles of road", "built 5 km of road", ("unit", "5 miles", "5 km")),
        ("met on Tuesday", "met on Monday", ("date", "Tuesday", "Monday")),
        ("met on 3 May 2024", "met on 3 June 2024", ("date", "3 May 2024", "3 June 2024")),
        ("met at 10.30 am", "met at 11.30 am", ("date", "10.30 am", "11.30 am")),
        ("heard Richard Ellery", "heard Robert Ellery", ("name", "Richard Ellery", "Robert Ellery")),
        ("will not meet", "will meet", ("negation", "will not meet", "will meet")),
        ("has never met", "has always met", ("negation", "has never met", "has always met")),
        ("found it illegal", "found it legal", ("negation", "it illegal before", "it legal before")),
    ],
)
def test_what_differs_inside_a_match_is_told_with_both_sides(here, there, found):
    assert _within(here, there) == [found]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("owns 1,000 sq km", "owns 1000 square kilometres"),
        ("built two piers", "built 2 piers"),
        ("built forty two piers", "built 42 piers"),
        ("built 10 miles of road", "built 16 km of road"),
        ("heard about 3,000 people", "heard 2,976 people"),
        ("spent 2.43 million dollars", "spent $2.4m"),
        ("heard Mr Ellery", "heard Robert Ellery"),
        ("heard Rob Ellery", "heard Robert Ellery"),
        ("asked the World Health Organization", "asked the WHO"),
        ("met on Tuesday", "met on 27 September 2016"),
        ("met on 3 May", "met on 3 May 2024"),
        ("met yesterday", "met on Monday"),
        ("isn’t sure", "is not sure"),
        ("asked whether it would rain", "asked whether or not it would rain"),
        ("failed to meet", "did not meet"),
    ],
)
def test_two_ways_to_tell_one_fact_are_no_change(here, there):
    assert _within(here, there) == _within(there, here) == []


def test_a_weekday_that_the_date_does_not_have_is_a_change():
    assert _within("met on Monday", "met on 27 September 2016") == [("date", "Monday", "27 September 2016")]


def test_what_stands_on_one_side_alone_is_no_change():
    assert _within("met 12 engineers on Monday", "met on Monday") == []


def test_what_stands_elsewhere_in_the_match_has_moved():
    here = "The board shut 3 of its piers and opened 7 of its halls before the ferry sailed in autumn."
    there = "The board shut 7 of its piers and opened 3 of its halls before the ferry sailed in autumn."
    assert _changes(here, there) == []


def test_the_synonym_that_a_spinner_put_for_a_name_is_no_changed_fact():
    spun, plain = FRAME.format("told the Harbour Occasions"), FRAME.format("told the Harbour Times")
    at = spun.index("Occasions")
    reading = SpunReading(0.9, (Edit(at, at + 9, "Occasions", "Times", 0.9),))
    assert _changes(spun, plain, spun=reading) == []
    assert _changes(spun, plain, GivenKnowledge({"occasions": {"times": 0.8}})) == []


def test_nothing_has_changed_between_two_texts_of_other_words():
    here = "The council of Larkton paid 40 masons on Monday, and Ann Bell thanked them in the square."
    there = "On Friday the museum lent 12 paintings to Port Hale, where Oleg Kindra will hang them."
    assert _changes(here, there) == []


@decides(HERE + "fact_values._LEAST_DIGITS", -1, 1)
@pytest.mark.parametrize(
    ("here", "there", "changed"), [("40 piers", "43 piers", True), ("430 piers", "434 piers", False)]
)
def test_a_rounded_figure_has_two_digits_at_least(here, there, changed):
    assert bool(_within(f"owns {here}", f"owns {there}")) is changed


@decides(HERE + "fact_values._ROUGHLY", -0.05, 0.05)
@pytest.mark.parametrize(("there", "changed"), [(88, False), (82, True)])
def test_about_a_figure_is_within_a_seventh_of_it(there, changed):
    assert bool(_within("owns about 100 piers", f"owns {there} piers")) is changed


@decides(HERE + "changed_facts._SHORT_CHANGE", -1, 1)
@pytest.mark.parametrize(("words", "changed"), [("was not of its", True), ("was not of all its", False)])
def test_a_negation_that_came_with_more_than_three_words_is_a_rewriting(words, changed):
    assert bool(_within(f"built what {words} liking", "built what liking")) is changed


@decides(HERE + "slots._HOLDING", -1, 1)
@pytest.mark.parametrize(("words", "held"), [(2, False), (3, True)])
def test_three_equal_words_hold_a_slot_where_a_sentence_begins(words, held):
    slot = Step("substitute", 0, 0, -0.2)
    steps = [slot, *(Step("equal", k, k, 1.0) for k in range(1, words + 1)), Step("insert", 9, None, -0.4)]
    assert held_in_place(steps, 0, 0) is held
