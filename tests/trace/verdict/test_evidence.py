"""What counts as evidence on a comparison made by hand."""

import math
from dataclasses import replace

import pytest

from forensics.trace.verdict.evidence import evidence
from tests.trace.verdict.by_hand import compared, match, text


def test_words_as_written_are_those_of_verbatim_and_minor_matches():
    for level, share in [("verbatim", 0.3), ("minor", 0.3), ("spun", 0.0), ("paraphrased", 0.0)]:
        seen = evidence(compared(text("a"), text("b"), match(range(30), level=level)))
        assert (seen["verbatim_a"], seen["verbatim_b"]) == (share, share)


def test_spun_passages_keep_their_slots_and_retold_ones_do_not():
    kept = [match(range(20)), match(range(20, 40), level="minor"), match(range(40, 60), level="spun")]
    seen = evidence(compared(text("a"), text("b"), *kept, match(range(60, 100), level="paraphrased")))
    assert seen["slots_kept"] == 0.6


@pytest.mark.parametrize(
    ("kind", "count"), [("number", 1), ("quantity", 1), ("date", 1), ("name", 0), ("place", 0), ("quote", 0)]
)
def test_only_firm_facts_in_matching_sentences_are_exclusive(kind, count):
    told = text("a", facts=[(5, kind, "12"), (50, kind, "13")])
    seen = evidence(compared(told, text("b"), match(range(20))))
    assert (seen["facts_exclusive_a"], seen["facts_exclusive_b"]) == (count, 0)


@pytest.mark.parametrize(
    ("fact", "other", "count"),
    [
        ("12 workers", "12 employees", 0),
        ("12 workers", "13 workers", 1),
        ("5 km", "5 mile", 1),
        ("5 km2", "5 plots", 1),
        ("5 USD", "5 crates", 1),
    ],
)
def test_a_number_is_the_same_whatever_its_things_are_called_but_a_measure_is_not(fact, other, count):
    told = text("a", facts=[(5, "quantity", fact)])
    seen = evidence(compared(told, text("b", facts=[(5, "quantity", other)]), match(range(20))))
    assert seen["facts_exclusive_a"] == count


@pytest.mark.parametrize(("own", "close"), [(7, 0.0), (8, 1.0)])
def test_a_sentence_is_close_by_eight_words_of_its_own(own, close):
    for level, counts in [("verbatim", 1), ("minor", 1), ("spun", 1), ("paraphrased", 0), ("summarised", 0)]:
        one = replace(match(range(20), level=level), own_words=own)
        assert evidence(compared(text("a"), text("b"), one))["close_sentences"] == close * counts


def test_counts_are_weighed_by_their_logarithm():
    one = replace(match(range(20)), own_words=20)
    seen = evidence(compared(text("a"), text("b"), one, one))
    assert seen["log_close_sentences"] == pytest.approx(math.log(3), abs=1e-4)
    assert seen["log_matched_words"] == pytest.approx(math.log(41), abs=1e-4)


def test_what_is_printed_is_what_decides():
    seen = evidence(compared(text("a", 30), text("b", 70), match(range(10))))
    assert (seen["verbatim_a"], seen["verbatim_b"]) == (0.3333, 0.1429)
