"""What a verdict says of given evidence: each pair of lines stands close on both sides of one bound."""

import math
from datetime import date, timedelta

import pytest

from forensics.trace.verdict.decide import UNDATED, TextSummary
from tests.trace.verdict.by_hand import SHOWN, decided

COPIED = {"verbatim_a": 0.9, "verbatim_b": 0.9}
DAY = date(2020, 3, 1)


def _way(**evidence):
    found = decided(**evidence)
    return found.relation, found.direction


@pytest.mark.parametrize(
    ("chance", "relation"),
    [(0.51, "derived"), (0.49, "undetermined"), (0.31, "undetermined"), (0.29, "unrelated")],
)
def test_the_chance_of_dependence_names_the_relation_or_leaves_it_open(chance, relation):
    assert decided(chance).relation == relation


def test_one_passage_in_texts_about_other_things_is_enough_where_its_model_says_so():
    odds = {"inserted_odds": math.log(0.8 / 0.2)}
    assert decided(0.1, **odds).relation == "unrelated"  # no passage is shared outside quotations
    found = decided(0.1, **odds, inserted_similarity=0.7)
    assert (found.relation, found.chance_dependent) == ("derived", 0.8)
    assert decided(0.9, **odds, inserted_similarity=0.7).chance_dependent == 0.9


def test_nobody_is_accused_where_no_passage_can_be_shown():
    found = decided(0.9, b=TextSummary("b", 500, covered=0.0))
    assert (found.relation, found.chance_dependent) == ("undetermined", 0.9)
    assert any("no passage can be shown" in limit for limit in found.limits)


def test_of_independent_texts_the_probability_is_that_of_independence():
    assert decided(0.2).probability == pytest.approx(0.8)


@pytest.mark.parametrize(("words", "relation"), [(21, "derived"), (19, "undetermined")])
def test_a_text_of_less_than_twenty_words_proves_nothing(words, relation):
    found = decided(0.9, a=TextSummary("a", words))
    assert found.relation == relation
    assert any("Too few words" in limit for limit in found.limits) == (words < 20)


def test_short_texts_are_compared_when_they_are_equal():
    short = TextSummary("a", 19)
    assert decided(0.9, a=short, verbatim_a=1.0, verbatim_b=1.0).relation == "copy"
    assert decided(0.9, a=short, verbatim_a=1.0, verbatim_b=0.98).relation == "undetermined"


def test_a_text_without_words_has_no_chance():
    found = decided(0.9, b=TextSummary("b", 0))
    assert (found.relation, found.probability) == ("undetermined", 0.0)


def test_nothing_is_surer_than_999_in_a_thousand():
    assert decided(0.9995, **COPIED).probability == 0.999
    assert decided(0.9985, **COPIED).probability == 0.9985


@pytest.mark.parametrize(("share", "relation"), [(0.87, "copy"), (0.83, "derived")])
def test_a_copy_matches_as_written_on_both_sides(share, relation):
    assert decided(verbatim_a=share, verbatim_b=1.0).relation == relation
    assert decided(verbatim_a=1.0, verbatim_b=share).relation == relation


@pytest.mark.parametrize(("odds", "way"), [(1.56, "a_from_b"), (1.46, "unknown")])
def test_a_direction_is_told_at_a_little_more_than_four_in_five(odds, way):
    assert _way(direction_covered=odds) == ("derived", way)
    turned = {"a_from_b": "b_from_a", "unknown": "unknown"}[way]
    assert _way(direction_covered=-odds / 2, direction_retold=-odds / 2) == ("derived", turned)


def test_a_copy_has_a_direction_where_texts_or_records_say_it():
    assert _way(**COPIED, direction_agency=2.0) == ("copy", "a_from_b")
    assert _way(**COPIED, direction_covered=2.0) == ("copy", "unknown")
    assert any("which one came first" in limit for limit in decided(**COPIED).limits)


def test_texts_that_both_hold_what_the_other_cannot_have_given_are_siblings():
    found = decided(0.9, facts_exclusive_a=3.0, facts_exclusive_b=3.0)
    assert (found.relation, found.direction) == ("sibling", "common_source")
    ruled_out = 1 - 0.45**2.5  # three facts, half a one forgiven
    assert found.probability == pytest.approx(0.9 * ruled_out**2, abs=1e-4)


@pytest.mark.parametrize(
    ("held", "sibling"),
    [
        ({"facts_exclusive_a": 2.0, "facts_exclusive_b": 2.0}, False),
        (
            {"facts_exclusive_a": 2.0, "facts_exclusive_b": 2.0, "spun_slots_a": 1.1, "spun_slots_b": 1.1},
            True,
        ),
        (
            {"facts_exclusive_a": 2.0, "facts_exclusive_b": 2.0, "spun_slots_a": 0.9, "spun_slots_b": 0.9},
            False,
        ),
        ({"spun_slots_a": 4.0, "spun_slots_b": 4.0}, False),
        ({"spun_slots_a": 5.0, "spun_slots_b": 5.0}, True),
    ],
)
def test_three_facts_or_two_and_a_pair_of_slots_or_five_slots_each_way_make_siblings(held, sibling):
    assert (decided(**held).relation == "sibling") is sibling


def test_what_texts_and_records_say_is_believed_before_what_each_holds_of_its_own():
    held = {"facts_exclusive_a": 3.0, "facts_exclusive_b": 3.0}
    assert _way(**held, direction_release_forms=2.0) == ("derived", "a_from_b")
    assert _way(**held, direction_covered=2.0) == ("sibling", "common_source")


def test_coverage_alone_tells_no_direction_that_facts_rule_out():
    assert _way(facts_exclusive_b=3.0, direction_covered=2.0) == ("derived", "a_from_b")
    assert _way(facts_exclusive_a=3.0, direction_covered=2.0) == ("derived", "unknown")


def test_facts_that_one_side_alone_tells_leave_open_whether_there_is_a_third_text():
    found = decided(facts_exclusive_a=3.0)
    assert (found.relation, found.direction) == ("derived", "unknown")
    assert any("both from a third" in limit for limit in found.limits)


def test_half_a_fact_is_forgiven():
    assert decided(0.9, facts_exclusive_a=0.5, facts_exclusive_b=3.0).probability == pytest.approx(0.9)
    assert decided(0.9, facts_exclusive_a=0.6, facts_exclusive_b=3.0).probability < 0.9 - 0.04


def test_what_speaks_against_both_directions_lowers_the_chance_of_either():
    found = decided(0.9, facts_exclusive_a=1.5, facts_exclusive_b=1.5)
    assert found.probability == pytest.approx(0.9 * (1 - 0.55**2), abs=1e-4)


def test_a_spun_text_that_tells_sentences_anew_did_not_come_from_the_other():
    told_anew = {"spun_b": 0.9, "slots_kept": 0.4, "facts_exclusive_a": 3.0}
    assert decided(**told_anew).relation == "sibling"
    assert decided(**{**told_anew, "spun_b": 0.45}).relation == "derived"
    assert decided(**{**told_anew, "spun_b": 0.55}).relation == "sibling"


def test_a_tenth_of_the_slots_lost_counts_as_less_than_a_fact():
    whole = decided(0.9, spun_b=0.9, slots_kept=0.71, facts_exclusive_a=3.0)
    assert whole.probability == pytest.approx(0.9)
    tenth = decided(0.9, spun_b=0.9, slots_kept=0.6, facts_exclusive_a=3.0)
    both = (1 - 0.45**0.8) * (1 - 0.45**2.5)
    assert tenth.probability == pytest.approx(0.9 * (1 - both), abs=1e-4)


def test_independent_texts_report_one_event_or_have_nothing_to_do_with_each_other():
    found = decided(0.2, names_alike=1.0, cosine=2.0)
    odds = math.e**2
    assert (found.relation, found.probability) == (
        "same_event",
        pytest.approx(0.8 * odds / (1 + odds), abs=1e-4),
    )
    assert found.evidence["chance_same_event"] == pytest.approx(odds / (1 + odds), abs=1e-4)
    far = decided(0.2, names_alike=1.0, cosine=-2.0)
    assert (far.relation, far.probability) == ("unrelated", found.probability)


def test_names_shared_over_weeks_are_said_to_be_no_one_event():
    found = decided(0.2, names_alike=1.0, cosine=2.0, days_apart=30.0)
    assert found.relation == "unrelated"
    assert any("weeks lie between" in limit for limit in found.limits)
    assert not any("weeks" in limit for limit in decided(0.2, days_apart=30.0).limits)


def test_limits_say_who_was_not_read_and_that_no_date_is_known():
    found = decided(a=TextSummary("a", 500, read=False))
    assert found.limits[-2:] == ("Nobody looked for spinning in a.", "Neither text carries a date.")
    assert "Neither text carries a date." not in decided(a=TextSummary("a", 500, day=DAY)).limits


def test_where_words_read_as_spun_the_limits_say_that_it_is_no_proof_of_who_copied():
    assert any("who copied whom" in limit for limit in decided(spun_slots_a=1.0).limits)
    assert not any("who copied whom" in limit for limit in decided().limits)


def test_the_chance_of_dependence_stands_on_every_verdict_whatever_it_names():
    assert decided(0.2).chance_dependent == pytest.approx(0.2)
    assert decided(0.9, facts_exclusive_a=3.0, facts_exclusive_b=3.0).chance_dependent == pytest.approx(0.9)
    assert decided(0.9995).chance_dependent == 0.999


@pytest.mark.parametrize(("share", "chance"), [(0.87, 0.95), (0.83, 0.1)])
def test_texts_that_are_the_same_almost_whole_are_copies_whosever_the_words(share, chance):
    found = decided(0.1, verbatim_a=share, verbatim_b=share)
    assert found.chance_dependent == pytest.approx(chance)
    assert (found.relation == "copy") is (share > 0.85)


def test_quotations_count_in_the_coverage_of_dependent_texts_alone():
    text = TextSummary("a", 500, covered=0.6, counted=0.5, covered_own=0.2, counted_own=0.1)
    assert (decided(0.9, a=text).coverage_a, decided(0.9, a=text).counted_a) == (0.6, 0.5)
    assert (decided(0.1, a=text).coverage_a, decided(0.1, a=text).counted_a) == (0.2, 0.1)


def _follow_up(days, share, outlet_a=None, outlet_b=None, **seen):
    a = TextSummary("a", 500, day=DAY + timedelta(days=days), outlet=outlet_a)
    b = TextSummary("b", 500, covered=SHOWN, day=DAY, outlet=outlet_b)
    return decided(0.9, a, b, runs_share_a=share, runs_share_b=share / 2, **seen)


@pytest.mark.parametrize(
    ("days", "share", "outlets", "relation"),
    [
        (2, 0.33, (None, None), "background"),
        (1, 0.33, (None, None), "derived"),
        (2, 0.37, (None, None), "derived"),
        (1, 0.48, ("BBC", "BBC"), "background"),
        (0, 0.48, ("BBC", "BBC"), "derived"),
        (1, 0.52, ("BBC", "BBC"), "derived"),
        (9, 0.1, ("BBC", "CNN"), "derived"),
        (9, 0.1, ("BBC", None), "background"),
    ],
)
def test_a_newsroom_that_uses_passages_again_days_later_is_not_accused(days, share, outlets, relation):
    assert _follow_up(days, share, *outlets).relation == relation
    assert _follow_up(-days, share, *outlets).relation == relation


def test_what_texts_and_records_say_of_a_direction_comes_before_background():
    assert _follow_up(9, 0.1, direction_agency=3.0).direction == "a_from_b"


def test_where_dates_are_not_given_the_limits_say_that_it_may_be_background():
    def warns(share, **outlets):
        text = TextSummary("a", 500, **outlets)
        other = TextSummary("b", 500, covered=SHOWN, outlet="BBC")
        limits = [
            decided(0.9, text, other, runs_share_a=share, runs_share_b=0.1, **told).limits
            for told in ({}, {"facts_exclusive_a": 3.0, "facts_exclusive_b": 3.0})
        ]
        derived, sibling = (UNDATED in one for one in limits)
        assert derived == sibling
        return derived

    assert warns(0.33)
    assert not warns(0.37)
    assert warns(0.48, outlet="BBC")
    assert not warns(0.1, outlet="CNN")
