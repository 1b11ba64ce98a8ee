"""Where candidates are bounded, on evidence made by hand at the edge: one step of a constant and a test fails."""

import itertools

import numpy as np
import pytest

from forensics.sketch.bands import Banding, choose
from forensics.sketch.hashing import minhash_input
from forensics.sketch.join import bucket_limit, bucket_pairs, join
from forensics.sketch.numpy_kernel import NumpyKernel
from forensics.sketch.pair_codes import encode
from forensics.sketch.permutations import permutations
from forensics.sketch.samples import LEAST_SAMPLE_SHARE, share_most, sharing
from forensics.sketch.select import kernel
from forensics.text.shingles import shingles


def pairs_of(parts) -> set[tuple[int, int]]:
    """Return pairs as tuples."""
    return {(int(code) >> 32, int(code) & 0xFFFFFFFF) for part in parts for code in part}


def all_pairs(members) -> set[tuple[int, int]]:
    """Return every pair of `members`."""
    return set(itertools.combinations(sorted(members), 2))


def a_bucket(size: int) -> np.ndarray:
    """Return one bucket of the texts 0 to size - 1, with the key 7."""
    return np.uint64(7 << 32) | np.arange(size, dtype=np.uint64)


def nothing_follows(cut, members):
    raise AssertionError(f"cut {cut} of {len(members)} texts was not asked for")


def joined(keys: np.ndarray) -> tuple[set[tuple[int, int]], np.ndarray]:
    """Return the pairs that `keys` give, and which texts met a bounded bucket."""
    found: list[np.ndarray] = []
    bounded = join(keys.shape[1], len(keys), lambda band: keys[band], found.append, NumpyKernel())
    return pairs_of(found), bounded


@pytest.mark.parametrize(
    ("threshold", "banding"),
    [(0.28, Banding(128, 1)), (0.29, Banding(64, 2)), (0.71, Banding(32, 4)), (0.72, Banding(25, 5))],
)
def test_bands_may_miss_5_pairs_in_a_thousand_but_not_5_and_a_half_nor_only_4_and_a_half(threshold, banding):
    assert choose(threshold, 128) == banding


def test_of_a_bucket_of_256_all_pairs_are_taken_and_of_257_only_neighbours():
    whole, bounded = joined(np.zeros((1, 256), np.uint32))
    assert whole == all_pairs(range(256))
    assert not bounded.any()
    some, bounded = joined(np.zeros((1, 257), np.uint32))
    assert len(some) < 257 * 5
    assert bounded.all()


def test_what_is_left_too_large_is_linked_to_four_neighbours():
    pairs, (crowded,) = bucket_pairs(a_bucket(40), 20, nothing_follows, 0, NumpyKernel())
    assert pairs_of(pairs) == {(a, b) for a, b in all_pairs(range(40)) if b - a <= 4}
    assert crowded.tolist() == list(range(40))


def test_a_cut_leaves_all_pairs_of_16_and_neighbours_of_17():
    groups = {16: range(16), 17: range(16, 33)}

    def following(cut, members):
        assert cut == 0
        return np.where(members < 16, 1, 2).astype(np.uint32)

    pairs, _ = bucket_pairs(a_bucket(33), 20, following, 1, NumpyKernel())
    found = pairs_of(pairs)
    assert all_pairs(groups[16]) <= found
    assert found & all_pairs(groups[17]) == {(a, b) for a, b in all_pairs(groups[17]) if b - a <= 4}
    assert found - all_pairs(groups[16]) - all_pairs(groups[17]) == {(15, 16)}  # neighbours across the cut


def test_a_flood_is_cut_by_the_three_bands_that_follow():
    asked = []

    def keys(band):
        asked.append(band)
        return np.zeros(300, np.uint32)

    join(300, 6, keys, lambda pairs: None, NumpyKernel())  # noqa: ARG005 (pairs do not matter here)
    assert asked[:4] == [0, 1, 2, 3]
    assert len(asked) == 6 * (1 + 3)


def histogram(**sizes: int) -> np.ndarray:
    """Return how many buckets there are of each size up to 256: `of_2=5` are five of two texts."""
    counts = np.zeros(257, np.int64)
    for name, many in sizes.items():
        counts[int(name.removeprefix("of_"))] = many
    return counts


@pytest.mark.parametrize("texts", [0, 1000])
def test_a_band_is_crowded_beyond_eight_pairs_a_text_and_a_million_and_some_beside(texts):
    enough = 8 * texts + 1_048_576
    assert bucket_limit(histogram(of_2=enough), texts) == 256
    assert bucket_limit(histogram(of_2=enough + 1), texts) < 256


def test_the_buckets_of_a_crowded_band_are_bounded_at_half_the_size_and_again_down_to_16():
    assert bucket_limit(histogram(of_200=60), 0) == 128
    assert bucket_limit(histogram(of_100=300), 0) == 64
    assert bucket_limit(histogram(of_2=10_000_000), 0) == 16


def test_a_sample_that_64_texts_hold_pairs_them_and_one_of_65_is_a_common_phrase():
    def pairs(holders):
        return pairs_of(sharing(a_bucket(holders), kernel()))

    assert pairs(64) == all_pairs(range(64))
    assert pairs(65) == set()


@pytest.mark.parametrize(
    ("times", "own", "most"),
    [(2, 2, True), (1, 1, False), (60, 100, True), (59, 100, False), (3, 5, True), (2, 4, False)],
)
def test_most_samples_are_shared_by_two_and_by_60_of_100(times, own, most):
    found = share_most(
        encode(np.array([0]), np.array([1])),
        np.array([times]),
        np.array([own, 400], np.uint32),
        LEAST_SAMPLE_SHARE,
    )
    assert found.tolist() == [most]


def finalised(value: int) -> int:
    """MurmurHash3's finaliser of 32 bits, through which the permutations' input goes."""
    value ^= value >> 16
    value = value * 0x85EBCA6B & 0xFFFFFFFF
    value ^= value >> 13
    value = value * 0xC2B2AE35 & 0xFFFFFFFF
    return value ^ value >> 16


@pytest.mark.parametrize("make", [kernel, NumpyKernel], ids=["fastest", "numpy"])
def test_one_shingle_in_32_is_remembered_whichever_kernel_signs(make):
    text = " ".join(f"word{n}" for n in range(3000))
    used = make()
    signed = used.sign(used.fold([text])[0], 5, permutations(16, 1), 4, 4)
    inputs = [finalised(minhash_input(words, 5)) for words in shingles(text, 5)]
    assert sorted(signed.samples.tolist()) == sorted(value for value in inputs if value % 32 == 0)
