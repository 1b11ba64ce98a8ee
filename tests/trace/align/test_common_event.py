"""Two texts of one event share names, figures and dates, however differently they tell it."""

import pytest

from forensics.documents.model import Document
from forensics.trace.align.common_event import common_event
from forensics.trace.extract.prepare import prepare
from tests.trace.align.given import GivenKnowledge

KNOWN = GivenKnowledge(rarities={"london": 2.0, "ottery": 8.0, "ottoline": 7.0})


def _common(a, b, knowledge=KNOWN):
    return common_event(prepare(Document("a", a)), prepare(Document("b", b)), knowledge)


def _named(a, b):
    return [(one.name, one.rarity) for one in _common(a, b).shared]


def test_each_thing_that_both_tell_has_its_places_and_its_rarity():
    a = "In Ottery the vote was lost. They counted 137 hands against Ottoline Marsh in Ottery."
    b = "It was Mrs Marsh who lost: 137 people raised a hand, they say in Ottery."
    assert [
        (a[one.a.start : one.a.end], b[one.b.start : one.b.end], one.rarity) for one in _common(a, b).shared
    ] == [
        ("Ottery", "Ottery", 8.0),
        ("Ottoline Marsh", "Marsh", 6.0),
        ("137 hands", "137 people", 2.5),
    ]


def test_a_name_of_several_words_is_one_thing():
    text = "The prize went to Ottoline Barnaby Marsh after all."
    assert [name for name, _ in _named(text, "They gave the prize to Ottoline Barnaby Marsh.")] == [
        "Ottoline Barnaby Marsh"
    ]


def test_two_stories_of_one_town_share_its_name_and_are_not_alike():
    one = "The library of Ottery shuts in spring. Rents have doubled in Ottery, they say."
    other = "A cyclist was hurt in Ottery. The road to Ottery was shut."
    alone = _common(one, other)
    assert ([one.name for one in alone.shared], alone.names_alike) == (["Ottery"], 0.0)
    assert (
        _common(f"{one} It is said of Ottoline Marsh.", f"{other} It is said of Ottoline Marsh.").names_alike
        > 0.9
    )


def test_rare_names_make_texts_more_alike_than_those_that_everybody_uses():
    rare = _common(
        "They met in Ottery, near London, with Kester.", "They met in Ottery, near London, with Brill."
    )
    common = _common(
        "They met in London, by Ottoline, with Kester.", "They met in London, by Tamsin, with Brill."
    )
    assert rare.names_alike > 0.3 > common.names_alike


@pytest.mark.parametrize(
    ("figure", "telling"),
    [("7", 0.5), ("70", 0.5), ("74", 1.5), ("741", 2.5), ("7412", 3.5), ("7412396", 3.5)],
)
def test_a_figure_tells_by_its_digits(figure, telling):
    assert _common(f"They counted {figure}, more or less.", f"It was {figure} in all.").figures == telling


@pytest.mark.parametrize(
    ("date", "telling"), [("Tuesday", 0.5), ("1987", 0.5), ("4 March", 1.5), ("4 March 1987", 2.5)]
)
def test_a_date_tells_by_its_parts(date, telling):
    assert (
        _common(f"They met on {date}, more or less.", f"It was on {date} that they met.").figures == telling
    )


def test_what_is_counted_may_be_called_differently_but_a_share_is_another_thing():
    assert _common("They hired 741 workers.", "It took on 741 employees.").figures > 0
    assert not _common("They hired 74 workers.", "It grew by 74 percent.").figures


def test_texts_without_names_share_nothing():
    found = _common("nothing happened here at all", "and nothing happened there")
    assert (found.names_alike, found.figures, found.shared) == (0.0, 0.0, ())
