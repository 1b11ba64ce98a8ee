"""What speaks for the one text being made from the other."""

from datetime import date

import pytest

from forensics.trace.extract.origins import Origin
from forensics.trace.verdict.direction import direction_terms
from tests.trace.verdict.by_hand import NEUTRAL

NOTHING = Origin()


def _terms(a=NOTHING, b=NOTHING, covered_a=0.5, covered_b=0.5, **seen):
    found = direction_terms(a, b, covered_a, covered_b, {**NEUTRAL, **seen})
    return {name: value for name, value in found.items() if value}


def test_turned_round_every_term_changes_its_sign():
    a = Origin(
        release_forms=3, retold=1, outlet="Reuters", agency=True, credited=frozenset(), day=date(2020, 3, 1)
    )
    b = Origin(retold=4, outlet="Daily Mail", credited=frozenset({"Reuters"}), day=date(2020, 3, 9))
    seen = {"spun_slots_a": 3.0, "facts_exclusive_b": 2.0}
    turned = {"spun_slots_b": 3.0, "facts_exclusive_a": 2.0}
    there, back = _terms(a, b, 0.9, 0.3, **seen), _terms(b, a, 0.3, 0.9, **turned)
    assert len(there) == 8
    assert back == pytest.approx({name: -value for name, value in there.items()})


def test_nothing_said_and_nothing_held_speaks_for_no_direction():
    assert _terms() == {}


@pytest.mark.parametrize(("days", "tells"), [(1, False), (2, True)])
def test_a_date_tells_from_two_days_on(days, tells):
    later = _terms(Origin(day=date(2020, 3, 1 + days)), Origin(day=date(2020, 3, 1)))
    assert ("later" in later) is tells
    assert _terms(Origin(day=date(2020, 3, 9))) == {}


def test_a_month_is_as_sure_as_a_year():
    month, year = (
        _terms(Origin(day=day), Origin(day=date(2020, 3, 1)))["later"]
        for day in (date(2020, 3, 31), date(2021, 3, 1))
    )
    assert month == year > _terms(Origin(day=date(2020, 3, 29)), Origin(day=date(2020, 3, 1)))["later"]


@pytest.mark.parametrize(("covered", "tells"), [(0.69, False), (0.71, True), (1.0, True)])
def test_spun_words_tell_in_a_text_that_the_other_one_covers(covered, tells):
    assert ("spun_slots" in _terms(covered_a=covered, covered_b=covered, spun_slots_a=5.0)) is tells


def test_a_lone_form_of_a_release_tells_nothing():
    assert _terms(Origin(release_forms=1)) == {}
    assert "release_forms" in _terms(Origin(release_forms=2))


def test_an_outlet_that_names_itself_names_nobody_else():
    one = Origin(outlet="BBC", credited=frozenset({"BBC"}))
    assert _terms(one, one) == {}
