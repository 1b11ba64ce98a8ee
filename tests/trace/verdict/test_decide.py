"""What a verdict says of given evidence: each pair of lines stands close on both sides of one bound."""

import pytest

from forensics.trace.verdict.decide import TextSummary
from tests.trace.verdict.by_hand import decided

COPIED = {"verbatim_a": 0.9, "verbatim_b": 0.9}
SHORT, LONG = "short text", "chance likeness"


def _way(**evidence):
    found = decided(**evidence)
    return found.relation, found.direction


@pytest.mark.parametrize(
    ("chance", "relation"),
    [(0.51, "derived"), (0.49, "undetermined"), (0.31, "undetermined"), (0.29, "unrelated")],
)
def test_the_chance_of_dependence_names_the_relation_or_leaves_it_open(chance, relation):
    assert decided(chance).relation == relation


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


def test_three_firm_facts_of_its_own_rule_out_that_a_text_was_made_from_the_other():
    assert _way(facts_exclusive_b=2.0) == ("derived", "unknown")
    assert _way(facts_exclusive_b=3.0) == ("derived", "a_from_b")
    assert _way(facts_exclusive_a=3.0) == ("derived", "b_from_a")


def test_two_facts_and_one_pair_of_slots_rule_it_out_two_facts_and_half_a_pair_do_not():
    assert _way(facts_exclusive_b=2.0, spun_slots_a=1.1) == ("derived", "a_from_b")
    assert _way(facts_exclusive_b=2.0, spun_slots_a=0.9) == ("derived", "unknown")


def test_four_slots_that_only_one_side_still_has_unspun_are_too_few_and_five_enough():
    assert _way(spun_slots_a=4.0) == ("derived", "unknown")
    assert _way(spun_slots_a=5.0) == ("derived", "a_from_b")
    assert _way(spun_slots_b=5.0) == ("derived", "b_from_a")


def test_half_a_fact_is_forgiven():
    known = decided(0.9, facts_exclusive_a=0.5, facts_exclusive_b=3.0)
    assert known.probability == pytest.approx(0.9)
    less = decided(0.9, facts_exclusive_a=0.6, facts_exclusive_b=3.0)
    assert less.probability < 0.9 - 0.02


def test_texts_that_both_hold_what_the_other_cannot_have_given_are_siblings():
    found = decided(0.9, facts_exclusive_a=3.0, facts_exclusive_b=3.0)
    assert (found.relation, found.direction) == ("sibling", "common_source")
    ruled_out = 1 - 0.45**2.5  # three facts, half a one forgiven
    assert found.probability == pytest.approx(0.9 * ruled_out**2, abs=1e-4)


def test_a_direction_that_is_itself_unlikely_is_not_named():
    assert _way(facts_exclusive_a=1.6, facts_exclusive_b=3.0) == ("derived", "a_from_b")  # .58 against it
    assert _way(facts_exclusive_a=1.7, facts_exclusive_b=3.0) == ("undetermined", "unknown")  # .62


def test_the_chance_of_a_direction_loses_half_of_what_speaks_against_it():
    found = decided(0.9, facts_exclusive_a=1.5, facts_exclusive_b=4.0)
    assert found.probability == pytest.approx(0.9 * (1 - (1 - 0.45) / 2), abs=1e-4)


def test_what_speaks_against_both_directions_lowers_the_chance_of_either():
    found = decided(0.9, facts_exclusive_a=1.5, facts_exclusive_b=1.5)
    assert found.probability == pytest.approx(0.9 * (1 - 0.55**2), abs=1e-4)


def test_a_spun_text_that_tells_sentences_anew_did_not_come_from_the_other():
    told_anew = {"spun_b": 0.9, "slots_kept": 0.4}
    assert _way(**told_anew) == ("derived", "a_from_b")
    assert _way(**{**told_anew, "spun_b": 0.45}) == ("derived", "unknown")
    assert _way(**{**told_anew, "spun_b": 0.55}) == ("derived", "a_from_b")


def test_a_tenth_of_the_slots_lost_counts_as_less_than_a_fact():
    nothing = decided(0.9, spun_b=0.9, slots_kept=0.71, facts_exclusive_a=3.0)
    assert nothing.probability == pytest.approx(0.9)
    tenth = decided(0.9, spun_b=0.9, slots_kept=0.6, facts_exclusive_a=3.0)
    assert tenth.probability == pytest.approx(0.9 * (1 - (1 - 0.45**0.8) / 2), abs=1e-4)


@pytest.mark.parametrize(
    ("facts", "share", "relation"),
    [(3.0, 0.16, "same_event"), (2.0, 0.16, "unrelated"), (3.0, 0.14, "unrelated")],
)
def test_three_shared_facts_of_a_seventh_of_those_told_make_one_event(facts, share, relation):
    assert decided(0.1, facts_shared=facts, fact_containment=share).relation == relation


def test_limits_say_who_was_not_read_and_that_no_date_is_known():
    found = decided(a=TextSummary("a", 500, read=False, dated=False), b=TextSummary("b", 500, dated=False))
    assert found.limits[-2:] == ("Nobody looked for spinning in a.", "Neither text carries a date.")
    assert not any("date" in limit for limit in decided(a=TextSummary("a", 500, dated=False)).limits)


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
