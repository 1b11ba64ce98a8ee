"""Which words count as matching, and which the settings leave out."""

from dataclasses import replace

import pytest

from forensics.settings import TraceSettings
from forensics.trace.align.masks import Masks
from forensics.trace.verdict.coverage import coverage, exclusions
from forensics.trace.verdict.evidence import evidence
from tests.trace.verdict.by_hand import compared, match, text

PLAIN = TraceSettings()


def test_words_that_match_twice_count_once():
    found = compared(text("a"), text("b", 200), match(range(30)), match(range(20, 50)))
    assert coverage(found) == (0.5, 0.25)


@pytest.mark.parametrize("level", ["facts_only", "boilerplate"])
def test_facts_and_template_text_cover_nothing(level):
    assert coverage(compared(text("a"), text("b"), match(range(30), level=level))) == (0.0, 0.0)


@pytest.mark.decides("forensics.trace.verdict.coverage._ALIKE", -0.02, 0.02)
@pytest.mark.parametrize(("similarity", "covered"), [(0.31, 0.3), (0.29, 0.0)])
def test_a_weak_match_alone_covers_nothing(similarity, covered):
    weak = match(range(30), level="paraphrased", similarity=similarity)
    assert coverage(compared(text("a"), text("b"), weak))[0] == covered


@pytest.mark.parametrize(("words", "covered"), [(30, 0.6), (29, 0.29)])
def test_a_weak_match_counts_beside_as_many_words_that_are_alike(words, covered):
    strong = match(range(50, 50 + words), level="paraphrased", similarity=0.5)
    weak = match(range(30), level="paraphrased", similarity=0.16)
    assert coverage(compared(text("a"), text("b"), weak, strong))[0] == covered


@pytest.mark.parametrize(("quoted", "left_out"), [(10, ()), (11, ("quotation",))])
def test_a_match_is_a_quotation_when_more_than_half_of_it_is_quoted(quoted, left_out):
    settings = TraceSettings(exclude_quotes=True)
    one = match(range(20))
    for found in (
        compared(text("a", quoted=range(quoted)), text("b"), one),
        compared(text("a"), text("b", quoted=range(quoted)), one),
    ):
        assert exclusions(one, found, settings) == left_out
        assert exclusions(one, found, PLAIN) == ()


def test_small_matches_template_text_and_sources_are_left_out_when_asked():
    found = compared(text("a"), text("b"))
    assert exclusions(match(range(7)), found, TraceSettings(exclude_small=8)) == ("small",)
    assert exclusions(match(range(8)), found, TraceSettings(exclude_small=8)) == ()
    assert exclusions(match(range(8), level="boilerplate"), found, PLAIN) == ("boilerplate",)
    assert exclusions(match(range(8)), found, TraceSettings(exclude_sources=("b",))) == ("source",)


def test_without_quotations_what_either_text_quotes_matches_nothing():
    found = replace(
        compared(text("a"), text("b"), match(range(30))),
        masks=Masks(a=[k < 10 for k in range(100)], b=[k < 20 for k in range(100)]),
    )
    assert coverage(found) == (0.3, 0.3)
    assert coverage(found, quotations=False) == (0.2, 0.1)


def test_words_of_residue_that_a_passage_runs_over_count_nowhere():
    full = text("a")
    holed = replace(full, sentences=(*full.sentences[:2], *full.sentences[4:]))
    found = compared(holed, text("b"), match(range(100)))
    assert coverage(found) == (1.0, 1.0)
    assert evidence(found)["verbatim_a"] == 1.0
