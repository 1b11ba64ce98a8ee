"""Bands are chosen for recall; the join finds what shares a band, and only that."""

import itertools
from tempfile import TemporaryFile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics.sketch import join as joining
from forensics.sketch.band_store import BandStore
from forensics.sketch.bands import Banding, choose
from forensics.sketch.candidates import CandidatePairs
from forensics.sketch.join import join
from forensics.sketch.numpy_kernel import NumpyKernel
from forensics.sketch.spill import Spill


def joined(keys: np.ndarray) -> tuple[set[tuple[int, int]], np.ndarray]:
    candidates = CandidatePairs(keys.shape[1])
    bounded = join(keys.shape[1], len(keys), lambda band: keys[band], candidates.add, NumpyKernel())
    (part,) = candidates.ranges()
    return {(int(pair) >> 32, int(pair) & 0xFFFFFFFF) for pair in part.pairs}, bounded


def by_definition(keys: np.ndarray) -> set[tuple[int, int]]:
    pairs = itertools.combinations(range(keys.shape[1]), 2)
    return {(a, b) for a, b in pairs if np.any(keys[:, a] == keys[:, b])}


def test_at_the_usual_threshold_32_bands_of_4_favour_recall():
    assert choose(0.7, 128) == Banding(32, 4)
    assert choose(0.5, 128) == Banding(42, 3)


@pytest.mark.parametrize("threshold", [0.05, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0])
@pytest.mark.parametrize("num_perm", [64, 128, 256])
def test_a_pair_at_the_threshold_is_missed_once_in_200_at_most_wherever_that_can_be(threshold, num_perm):
    banding = choose(threshold, num_perm)
    assert banding.bands * banding.rows <= num_perm
    assert banding.rows == 1 or 1 - banding.recall(threshold) <= 0.005


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 60), st.integers(1, 6), st.integers(1, 12))
def test_the_join_finds_exactly_the_pairs_that_share_a_band(seed, texts, bands, spread):
    keys = np.random.default_rng(seed).integers(0, spread, (bands, texts), dtype=np.uint32)
    found, bounded = joined(keys)
    assert found == by_definition(keys)
    assert not bounded.any()


def test_a_crowded_bucket_costs_little_and_its_members_are_told():
    keys = np.zeros((8, 3000), np.uint32)
    keys[1:] = np.random.default_rng(1).integers(0, 2**31, (7, 3000))
    found, bounded = joined(keys)
    assert bounded.all()
    assert len(found) < 20 * 3000
    assert {(a, a + 1) for a in range(2999)} & found  # neighbours stay linked


def test_texts_alike_in_all_bands_are_found_in_a_crowded_bucket():
    draw = np.random.default_rng(2)
    keys = draw.integers(0, 2**31, (8, 3000), dtype=np.uint32)
    keys[0] = 5
    keys[:, 2000] = keys[:, 17]
    found, _ = joined(keys)
    assert (17, 2000) in found


def test_a_flood_of_copies_hangs_together(monkeypatch):
    monkeypatch.setattr(joining, "LARGEST_BUCKET", 32)
    found, bounded = joined(np.zeros((4, 500), np.uint32))
    assert bounded.all()
    reached = {0}
    for a, b in sorted(found):
        if a in reached:
            reached.add(b)
    assert reached == set(range(500))


def test_what_is_found_does_not_depend_on_how_much_memory_there_is():
    keys = np.random.default_rng(3).integers(0, 40, (6, 700), dtype=np.uint32)
    plenty, little = CandidatePairs(700), CandidatePairs(700, Spill(1000, TemporaryFile))
    for candidates in (plenty, little):
        join(700, 6, lambda band: keys[band], candidates.add, NumpyKernel())
    (whole,) = plenty.ranges()
    parts = list(little.ranges())
    assert len(parts) > 1
    assert np.array_equal(np.concatenate([part.pairs for part in parts]), whole.pairs)


def test_a_band_store_gives_back_bands_from_memory_and_from_disk():
    draw = np.random.default_rng(4)
    blocks = [draw.integers(0, 2**31, (5, size), dtype=np.uint32) for size in (3, 1, 10)]
    wanted = np.array([13, 0, 7])
    for spill in (None, Spill(0, TemporaryFile), Spill(50, TemporaryFile)):
        store = BandStore(spill)
        for block in blocks:
            store.append(block)
        for band in (4, 0, 2):
            assert np.array_equal(store.band(band, wanted), np.concatenate(blocks, axis=1)[band][wanted])
        store.close()
