"""What two texts share word for word."""

import pytest

from forensics.trace.align.masks import masks
from forensics.trace.align.ngrams import overlap
from tests.trace.align.given import linked

ONE = "alpha beta gamma delta epsilon zeta"


def _overlap(a, b):
    one, two, _ = linked(a, b)
    return overlap(one, two, masks(one, two))


@pytest.mark.parametrize(("shared", "jaccard"), [(4, 0.0), (5, 1 / 3), (6, 1.0)])
def test_runs_of_five_words_make_the_jaccard(shared, jaccard):
    other = ONE.split()[:shared] + ["other", "words"][: 6 - shared]
    assert _overlap(ONE, " ".join(other)).jaccard_5 == pytest.approx(jaccard)


@pytest.mark.parametrize(("shared", "containment"), [(2, 0.0), (3, 1.0)])
def test_runs_of_three_words_make_the_containment_in_the_poorer_text(shared, containment):
    assert (
        _overlap(ONE, " ".join(ONE.split()[:shared] + ["other"] * (3 - shared))).containment_3 == containment
    )


def test_what_is_quoted_is_shared_by_nobody():
    assert _overlap(f"“{ONE},” she said.", f"“{ONE},” they told.").containment_3 == 0
