"""When parts from several sources make a patchwork."""

import pytest

from forensics.trace.verdict.patchwork import patchworks
from tests.trace.verdict.by_hand import compared, match, text, verdict


def _relations(*taken, **how):
    """Return the relations of a text of 100 words with sources that cover these words of it."""
    comparisons = [compared(text("a"), text(f"s{n}"), match(words)) for n, words in enumerate(taken)]
    verdicts = [verdict("a", f"s{n}", covered_a=len(w) / 100, **how) for n, w in enumerate(taken)]
    return [v.relation for v in patchworks(verdicts, comparisons)]


@pytest.mark.parametrize(("own", "relation"), [(9, "patchwork"), (7, "derived")])
def test_a_source_is_a_part_when_it_covers_a_twelfth_of_the_text_alone(own, relation):
    assert _relations(range(50), range(50 - 10, 50 + own)) == [relation, relation]


@pytest.mark.parametrize(("share", "relation"), [(78, "patchwork"), (82, "derived")])
def test_a_source_that_covers_four_fifths_is_the_source(share, relation):
    assert _relations(range(share), range(share, share + 12)) == [relation, relation]


def test_a_source_is_no_part_of_its_own_child():
    assert _relations(range(40), range(40, 80), direction="b_from_a") == ["derived", "derived"]


def test_pairs_that_do_not_depend_are_no_parts():
    assert _relations(range(40), range(40, 80), relation="same_event") == ["same_event", "same_event"]
