"""What says that two independent texts report on one event: each pair of lines stands on both sides of one bound."""

import pytest

from forensics.trace.models import Model
from forensics.trace.verdict.same_event import chance_same_event, follows

EVEN = Model(0.0, {}, {})
SURE, NEVER = Model(3.0, {}, {}), Model(-30.0, {}, {})


def _chance(model=EVEN, **seen):
    return chance_same_event({"quoted_words_shared": 0.0, **seen}, model)


@pytest.mark.parametrize(("days", "chance"), [(13.0, 0.5), (15.0, 0.5 / 125)])
def test_two_weeks_between_the_records_leave_hardly_a_chance(days, chance):
    assert _chance(days_apart=days) == pytest.approx(chance)


@pytest.mark.parametrize(("words", "chance"), [(7.0, 0.0), (8.0, 0.9)])
def test_who_quotes_the_same_words_reports_on_what_was_said(words, chance):
    assert _chance(NEVER, quoted_words_shared=words) == pytest.approx(chance, abs=1e-6)
    assert _chance(SURE, quoted_words_shared=words) > 0.95


@pytest.mark.parametrize(
    ("model", "days", "said"), [(SURE, 15.0, True), (SURE, 13.0, False), (NEVER, 15.0, False)]
)
def test_stories_of_one_affair_follow_each_other(model, days, said):
    assert follows({"days_apart": days}, model) == said
