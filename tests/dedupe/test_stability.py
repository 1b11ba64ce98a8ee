"""The same corpus gives the same result: in any order, on any number of threads, in any memory, in either kernel."""

import random

import pytest

from forensics.dedupe import run as running
from forensics.dedupe.signing import sign as really_sign
from forensics.sketch.numpy_kernel import NumpyKernel
from tests.dedupe.making import documents, planted, reaching, run, truth


def as_sets(result):
    return {frozenset(cluster.members) for cluster in result.clusters}


@pytest.mark.parametrize("keep", ["first", "longest"])
def test_clusters_are_the_same_in_any_order(keep):
    docs = documents(planted(5))
    results = []
    for seed in range(4):
        shuffled = random.Random(seed).sample(docs, len(docs))
        results.append(run(shuffled, threshold=0.5, keep=keep))
    assert len({frozenset(as_sets(result)) for result in results}) == 1
    assert len({frozenset(frozenset((p.a, p.b)) for p in result.pairs) for result in results}) == 1
    if keep == "longest":
        assert len({frozenset(c.kept for c in result.clusters) for result in results}) == 1


def test_threads_and_memory_change_nothing():
    docs = documents(planted(6))
    reference = run(docs, threshold=0.4)
    for other in (
        run(docs, threshold=0.4, jobs=4),
        run(docs, threshold=0.4, max_memory=4000),
        run(docs, threshold=0.4, jobs=3, max_memory=100_000),
    ):
        assert tuple(other.pairs) == tuple(reference.pairs)
        assert tuple(other.clusters) == tuple(reference.clusters)


def test_the_kernel_in_numpy_finds_what_the_fastest_finds(monkeypatch):
    docs = documents(planted(7))
    reference = run(docs, threshold=0.6)
    monkeypatch.setattr(running, "kernel", NumpyKernel)
    numpy = run(docs, threshold=0.6)
    assert tuple(numpy.pairs) == tuple(reference.pairs)
    assert tuple(numpy.clusters) == tuple(reference.clusters)


def test_another_seed_gives_other_sketches_and_the_same_pairs():
    docs = documents(planted(8))
    assert (
        reaching(run(docs, seed=2), 0.7)
        == reaching(run(docs, seed=77), 0.7)
        == pytest.approx(truth(docs, 0.7), abs=1e-4)
    )


def test_texts_whose_hashes_collide_are_told_apart_by_reading_them(monkeypatch):
    def colliding(*args):
        signed = really_sign(*args)
        signed.contents %= 3
        return signed

    docs = documents(planted(9))
    reference = run(docs)
    monkeypatch.setattr(running, "sign", colliding)
    assert as_sets(run(docs)) == as_sets(reference)
    assert {(p.a, p.b, p.relation) for p in run(docs).pairs} == {
        (p.a, p.b, p.relation) for p in reference.pairs
    }
