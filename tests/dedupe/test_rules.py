"""What decides about a pair, on evidence made by hand at the edge: one step of a constant and a test fails."""

import itertools
import random

import numpy as np
import pytest

from forensics.dedupe.columns import in_units, least_units
from forensics.dedupe.compared import Compared
from forensics.dedupe.pairing import sample_share, seen_by_bands
from forensics.dedupe.prefix_join import count_shingles, rarest
from forensics.dedupe.rules import LEAST_CONTAINMENT, Bars, contained, reaches
from forensics.dedupe.run import method_of
from forensics.dedupe.spun import judge, possible
from forensics.documents.model import Document
from forensics.settings import DedupeSettings
from forensics.sketch.bands import Banding, choose
from forensics.text.shingles import shingles
from tests.dedupe.making import run

BARS = Bars(0.7)


def pair(size_a: int, size_b: int, shared: int) -> Compared:
    """One compared pair of texts with so many shingles."""
    return Compared(*(np.array([value], np.uint32) for value in (0, 1, size_a, size_b, shared)))


@pytest.mark.parametrize(("shared", "held"), [(90, True), (89, False)])
def test_a_text_is_held_by_another_with_90_of_100_shingles_and_not_with_89(shared, held):
    assert bool(contained(pair(100, 200, shared), BARS)[0]) is held


@pytest.mark.parametrize(("smaller", "held"), [(90, True), (91, False)])
def test_90_shingles_are_held_by_100_and_91_are_only_near_them(smaller, held):
    assert bool(contained(pair(smaller, 100, smaller), BARS)[0]) is held


@pytest.mark.parametrize(("shared", "held"), [(16, True), (15, False)])
def test_a_text_of_16_shingles_is_held_and_one_of_15_is_a_phrase(shared, held):
    assert bool(contained(pair(shared, 200, shared), BARS)[0]) is held


def test_another_containment_may_be_asked_for():
    assert contained(pair(100, 200, 50), Bars(0.7, 0.5))[0]
    assert not contained(pair(100, 200, 49), Bars(0.7, 0.5))[0]
    assert DedupeSettings().containment == LEAST_CONTAINMENT == Bars(0.7).containment


def test_of_like_lengths_it_is_an_overlap_that_links_nothing():
    words, others = [f"w{n}" for n in range(100)], [f"x{n}" for n in range(100)]
    docs = [Document("a", " ".join(words)), Document("b", " ".join(words[:60] + others[:40]))]
    assert not run(docs).pairs
    result = run(docs, containment=0.5)
    assert [(one.relation, one.containment) for one in result.pairs] == [("overlaps", 0.5833)]
    assert not result.clusters
    assert [one.relation for one in run(docs, containment=0.5, threshold=0.4).pairs] == ["near"]


@pytest.mark.decides("forensics.dedupe.pairing.LOWER_SAMPLE_SHARE", -0.1, 0.1)
@pytest.mark.decides("forensics.dedupe.run.DENSELY_SAMPLED", 8)
def test_below_nine_tenths_a_candidate_shares_half_as_many_of_its_samples_which_are_one_in_eight():
    assert [sample_share(bar) for bar in (1.0, 0.9, 0.8, 0.4)] == [0.6, 0.6, 0.4, 0.2]
    assert [method_of(DedupeSettings(containment=bar)).sampled for bar in (0.9, 0.89)] == [32, 8]


@pytest.mark.parametrize("containment", [0.3, 0.5, 0.7])
def test_a_lower_containment_lists_the_pairs_of_the_definition(containment):
    """Texts of 400 words and more, cut and mixed with others': shorter ones have too few samples to be sure of."""
    draw = random.Random(5)
    sources = [[f"s{n}w{i}" for i in range(draw.randint(400, 900))] for n in range(60)]
    mixed = [
        source[: int(len(source) * draw.uniform(0.2, 0.9))] + draw.choice(sources)[-draw.randint(1, 600) :]
        for source in sources
    ]
    docs = [Document(f"d{n}", " ".join(words)) for n, words in enumerate([*sources, *mixed])]
    sets = {one.id: shingles(one.text, 5) for one in docs}
    expected = {
        (a.id, b.id)
        for a, b in itertools.combinations(docs, 2)
        if len(sets[a.id] & sets[b.id]) >= containment * min(len(sets[a.id]), len(sets[b.id]))
    }
    found = {(one.a, one.b) for one in run(docs, containment=containment).pairs}
    assert found <= expected
    assert len(found) >= 0.98 * len(expected) > 40


def test_a_threshold_is_reached_by_equal_shares_however_they_are_computed_and_by_nothing_less():
    assert 0.1 * 7 > 0.7
    assert reaches(pair(85, 85, 70), 0.1 * 7)[0]
    assert not reaches(pair(1_000_000, 699_999, 699_999), 0.7)[0]


@pytest.mark.parametrize(("shared", "possibly"), [(50, True), (49, False)])
def test_folded_texts_may_be_spun_copies_with_50_of_100_shingles_and_not_with_49(shared, possibly):
    assert bool(possible(pair(100, 200, shared), BARS)[0]) is possibly


@pytest.mark.parametrize(("shared", "possibly"), [(16, True), (15, False)])
def test_folded_texts_need_16_shingles_in_common_too(shared, possibly):
    assert bool(possible(pair(20, 200, shared), BARS)[0]) is possibly


@pytest.mark.parametrize(("plain", "spun"), [(30, True), (31, False)])
def test_a_copy_is_spun_that_gains_20_of_100_shingles_by_folding_and_not_with_19(plain, spun):
    judged = judge(pair(100, 100, 50), pair(100, 100, plain), BARS)
    assert judged.spun.tolist() == [True] * spun
    assert not judged.linked.any()


@pytest.mark.parametrize("num_perm", [110, 118])
def test_with_the_fold_bands_are_cut_for_a_jaccard_of_three_tenths_to_a_hundredth(num_perm):
    assert len({choose(jaccard, num_perm) for jaccard in (0.29, 0.3, 0.31)}) > 1
    settings = DedupeSettings(fold="spin", num_perm=num_perm)
    assert method_of(settings).banding == choose(0.3, num_perm)


def test_with_the_fold_a_lower_threshold_is_not_raised():
    assert method_of(DedupeSettings(fold="spin", threshold=0.2)).banding == choose(0.2, 128)


@pytest.mark.parametrize(
    ("banding", "ratio"),
    [(Banding(32, 4), 0.72), (Banding(42, 3), 0.55), (Banding(64, 2), 0.3), (Banding(21, 6), 0.92)],
)
def test_samples_look_for_containments_that_bands_miss_once_in_a_hundred(banding, ratio):
    assert seen_by_bands(banding, 0.9) == ratio
    for percent, sure in ((ratio + 0.01, True), (ratio, False)):
        shared = 0.9 * percent
        assert (banding.recall(shared / (1 + percent - shared)) >= 0.99) is sure


def test_similarities_are_rounded_down_to_four_digits():
    assert in_units(np.array([2 / 3, 1.0, 0.0])).tolist() == [6666, 10_000, 0]


def test_shares_that_are_whole_in_four_digits_stay_what_they_are():
    assert 0.0003 * 10_000 < 3
    assert 0.0051 * 10_000 > 51
    assert in_units(np.array([0.0003])).tolist() == [3]
    assert least_units(0.0051) == 51


def test_a_share_is_not_rounded_up_by_a_thousandth_of_its_last_digit():
    assert in_units(np.array([0.5699999])).tolist() == [5699]
    assert least_units(0.5700001) == 5701


def test_all_pairs_of_447_copies_are_listed_and_of_448_those_with_the_first():
    text = "a text of some words that many have copied"
    whole = run([Document(str(n), text) for n in range(447)])
    assert len(whole.pairs) == 447 * 446 // 2
    assert whole.clusters[0].flags == ()
    flood = run([Document(str(n), text) for n in range(448)])
    assert len(flood.pairs) == 447
    assert flood.clusters[0].flags == ("oversized",)


def test_the_exact_join_misses_no_text_that_is_exactly_its_share_of_another():
    """0.55 * 100 is a little above 55 in doubles: the rarest shingle that both hold is the 46th of the larger text."""
    assert 0.55 * 100 > 55
    inside = " ".join(f"common{n}" for n in range(59))
    around = inside + " " + " ".join(f"rare{n}" for n in range(45))
    method, batch = method_of(DedupeSettings()), (np.arange(2), [inside, around])
    table = np.zeros(1 << 16, np.uint8)
    _, cells, times = count_shingles(method, len(table), batch)
    table[cells] = times
    _, shingles, holders = rarest(method, 0.55, table, batch)
    assert len(set(shingles[holders == 0].tolist()) & set(shingles[holders == 1].tolist())) == 1
