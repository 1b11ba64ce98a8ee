"""When parts from several sources make a patchwork, and which sentence comes from which."""

import pytest

from forensics.trace.verdict.sources import set_against
from tests.trace.verdict.by_hand import compared, match, text, verdict


def _sources(*taken, depend=lambda *_: False, **how):
    """Return what a text of 100 words in ten sentences has of sources that cover these words of it."""
    comparisons = [compared(text("a"), text(f"s{n}"), match(words)) for n, words in enumerate(taken)]
    verdicts = [verdict("a", f"s{n}", covered_a=len(w) / 100, **how) for n, w in enumerate(taken)]
    return set_against(verdicts, comparisons, {"a"}, depend)


def _relations(*taken, **how):
    return [v.relation for v in _sources(*taken, **how)[0]]


def _whence(*taken, **how):
    return [one.source for one in _sources(*taken, **how)[1]]


@pytest.mark.parametrize(("own", "relation"), [(9, "patchwork"), (7, "derived")])
def test_a_source_is_a_part_when_it_covers_a_twelfth_of_the_text_alone(own, relation):
    assert _relations(range(50), range(50 - 10, 50 + own)) == [relation, relation]


@pytest.mark.parametrize(("share", "relation"), [(78, "patchwork"), (82, "derived")])
def test_a_source_that_covers_four_fifths_is_the_source(share, relation):
    assert _relations(range(share), range(share, 98)) == [relation, relation]


@pytest.mark.parametrize(("share", "relation"), [(26, "patchwork"), (24, "derived")])
def test_a_text_of_which_most_is_its_own_is_no_patchwork(share, relation):
    assert _relations(range(share), range(50, 50 + share)) == [relation, relation]


def test_a_source_is_no_part_of_its_own_child():
    assert _relations(range(40), range(40, 80), direction="b_from_a") == ["derived", "derived"]


def test_pairs_that_do_not_depend_are_no_parts():
    assert _relations(range(40), range(40, 80), relation="same_event") == ["same_event", "same_event"]


def test_sources_behind_which_one_text_stands_are_no_two_parts():
    assert _relations(range(40), range(40, 80), depend=lambda *_: True) == ["derived", "derived"]
    three = range(30), range(30, 60), range(60, 90)
    assert _relations(*three, depend=lambda a, b: {a, b} == {"s1", "s2"}) == [
        "patchwork",
        "patchwork",
        "derived",
    ]


def test_a_source_that_adds_nothing_is_no_part():
    assert _relations(range(50), range(50, 80), range(10, 40)) == ["patchwork", "patchwork", "derived"]


def test_every_sentence_has_the_source_that_explains_most_of_it():
    assert _whence(range(36), range(36, 70)) == [
        "s0", "s0", "s0", "s0", "s1", "s1", "s1", None, None, None
    ]  # fmt: skip


@pytest.mark.parametrize(("words", "source"), [(7, "s1"), (5, None)])
def test_a_sentence_of_which_hardly_a_word_is_explained_has_no_source(words, source):
    assert _whence(range(40), range(40, 70 + words))[7] == source


def test_a_sentence_that_two_explain_as_well_is_the_larger_part_s():
    assert _whence(range(50), range(30, 79))[3:5] == ["s0", "s0"]


def test_texts_that_are_no_patchwork_list_no_sentences():
    assert _whence(range(90), range(90, 100)) == []
