"""Reference lists and in-text citations, among what is left out: shown with and without, and deciding nothing."""

import pytest

from forensics.documents.model import Document
from forensics.settings import TraceSettings
from forensics.trace.run import trace

LIST = "\n".join(
    [
        "References",
        "Aldous, M. (2011). On the keeping of harbours in northern towns. Journal of Coastal Studies, 12(3), 101-115.",
        "Brandt, K. L. (2014). Tolls, piers and parish accounts after the war. Shore, 15(1), 22-36.",
        "Carey, J. (2009). A short history of winter fairs on the shore. Shore, 10(2), 88-102.",
    ]
)
FAIRS = (
    "Winter fairs drew traders from inland towns because the roads were frozen and carts could pass (Carey, 2009). The "
    "accounts of the parish show that stalls were let by the yard (Aldous, 2011), and that a baker paid twice what a "
    "cooper did. In wet years the fair failed and the poor rate rose."
)
LIGHTS = (
    "The lighthouse was built by subscription, though the names of the givers were lost in a fire. Engineers had "
    "warned that the rock would not hold a tower of stone, so iron legs were sunk instead."
)


def verdict(a, b, **settings):
    (found,) = trace([Document("a", a), Document("b", b)], [], TraceSettings(**settings)).verdicts
    return found


def shares(found):
    return found.coverage_a, found.coverage_b, found.counted_a, found.counted_b


def test_a_shared_reference_list_is_in_no_percentage_unless_it_is_asked_for():
    a, b = f"{FAIRS}\n\n{LIST}", f"{LIGHTS}\n\n{LIST}"
    assert shares(verdict(a, b)) == (0, 0, 0, 0)
    without = verdict(a, b, exclude_bibliography=True)
    assert min(without.coverage_a, without.coverage_b) > 0.3
    assert (without.counted_a, without.counted_b) == (0, 0)
    counted = verdict(a, b, exclude_bibliography=False)
    assert (counted.counted_a, counted.counted_b) == (without.coverage_a, without.coverage_b)


@pytest.mark.parametrize("excluded", [None, True, False])
def test_what_reference_lists_share_decides_nothing(excluded):
    found = verdict(f"{FAIRS}\n\n{LIST}", f"{LIGHTS}\n\n{LIST}", exclude_bibliography=excluded)
    assert found.relation == "unrelated"
    plain = verdict(f"{FAIRS}\n\n{LIST}", f"{FAIRS}\n\n{LIST}")
    other = verdict(f"{FAIRS}\n\n{LIST}", f"{FAIRS}\n\n{LIST}", exclude_bibliography=excluded)
    assert (other.relation, other.probability) == (plain.relation, plain.probability)


def test_entries_that_both_hold_are_listed_with_the_matches():
    texts = [Document("a", f"{FAIRS}\n\n{LIST}"), Document("b", f"{FAIRS}\n\n{LIST}")]
    for excluded, why in ((True, ("bibliography",)), (False, ())):
        result = trace(texts, [], TraceSettings(exclude_bibliography=excluded))
        aside = [match for match in result.matches if match.passage == -1]
        assert [match.excluded for match in aside] == [why] * 4


def test_a_source_that_is_left_out_has_no_reference_list_either():
    found = verdict(
        f"{FAIRS}\n\n{LIST}", f"{LIGHTS}\n\n{LIST}", exclude_bibliography=False, exclude_sources=("b",)
    )
    assert (found.counted_a, found.counted_b) == (0, 0)


def test_numbers_before_the_entries_make_no_difference():
    numbered = "\n".join(f"{n}. {line}" if n else line for n, line in enumerate(LIST.split("\n")))
    found = verdict(f"{FAIRS}\n\n{LIST}", f"{LIGHTS}\n\n{numbered}", exclude_bibliography=True)
    assert min(found.coverage_a, found.coverage_b) > 0.3


def test_words_of_citations_count_nowhere_when_they_are_left_out():
    longer = f"{FAIRS}\n\n{LIGHTS}"
    whole, less = verdict(longer, FAIRS), verdict(longer, FAIRS, exclude_citations=True)
    words, matched, cited = 90, 54, 4
    assert shares(whole)[:2] == shares(less)[:2] == (matched / words, 1)
    assert shares(less)[2:] == (round((matched - cited) / (words - cited), 4), 1)


def test_what_stands_in_marks_is_a_quotation_to_leave_out_whether_or_not_somebody_is_said_to_speak():
    quoted = FAIRS.replace("The accounts", "“The accounts").replace("cooper did.", "cooper did.”")
    found = verdict(quoted, FAIRS, exclude_quotes=True)
    assert found.counted_a < found.coverage_a
    result = trace([Document("a", quoted), Document("b", FAIRS)], [], TraceSettings())
    (one,) = result.documents[0].quotations
    assert quoted[one.start : one.end].startswith("“The accounts")
    assert [c.text for c in result.documents[0].citations] == ["(Carey, 2009)", "(Aldous, 2011)"]
