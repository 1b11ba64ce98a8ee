"""Half of the leaders have the highest scores, half hold what no other leader does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics.index.choosing import chosen

decides = pytest.mark.decides
FIGURES = st.integers(0, 20).map(lambda n: n / 20)
SCORES = st.dictionaries(st.integers(0, 15), FIGURES)
SHARES = st.lists(st.dictionaries(st.integers(0, 15), FIGURES), max_size=4)


@decides("forensics.index.choosing._BY_SCORE", -0.3, 0.3)
def test_a_passage_whose_source_leads_leaves_its_place_to_another_passage():
    # Three sources hold much of the first passage; of each other passage one holds little, and nobody more.
    scores = {1: 0.9, 2: 0.8, 3: 0.7, 5: 0.3, 6: 0.2, 7: 0.1}
    shares = [{1: 0.9, 2: 0.8, 3: 0.7}, {5: 0.3}, {6: 0.2}, {7: 0.1}]
    assert chosen(scores, shares, 4, str) == [1, 2, 5, 6]


def test_where_nothing_is_left_that_no_leader_holds_the_nearest_lead():
    scores = {1: 0.9, 2: 0.8, 3: 0.7, 4: 0.6}
    assert chosen(scores, [{1: 0.9, 2: 0.8, 3: 0.7, 4: 0.6}], 3, str) == [1, 2, 3]
    assert chosen(scores, [], 3, str) == [1, 2, 3]


@settings(deadline=None)
@given(SCORES, SHARES, st.integers(0, 8), st.randoms())
def test_numbers_and_order_decide_nothing(scores, shares, count, chance):
    names = list("abcdefghijklmnop")
    chance.shuffle(names)
    shuffled = list(range(16))
    chance.shuffle(shuffled)
    renumbered = dict(enumerate(shuffled))
    again = chosen(
        {renumbered[n]: score for n, score in reversed(scores.items())},
        [{renumbered[n]: share for n, share in reversed(one.items())} for one in shares],
        count,
        lambda n: names[shuffled.index(n)],
    )
    first = chosen(scores, shares, count, lambda n: names[n])
    assert [shuffled.index(n) for n in again] == first


@settings(deadline=None)
@given(SCORES, SHARES, st.integers(0, 8))
def test_so_many_lead_as_are_asked_for_the_best_by_score_among_them_and_first(scores, shares, count):
    leaders = chosen(scores, shares, count, str)
    assert len(leaders) == len(set(leaders)) == min(count, len(scores))
    assert [scores[n] for n in leaders] == sorted((scores[n] for n in leaders), reverse=True)
    half = sorted(scores.values(), reverse=True)[: (len(leaders) + 1) // 2]
    assert [scores[n] for n in leaders[: len(half)]] == half
