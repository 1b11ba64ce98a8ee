"""The same corpus gives the same result: in any order, on any number of threads, in any memory, in either kernel."""

import json
import random
from contextlib import contextmanager

import pytest

from forensics.dedupe import run as running
from forensics.dedupe.run import dedupe
from forensics.dedupe.signing import sign as really_sign
from forensics.documents.corpus import Corpus
from forensics.documents.memory import MemoryCorpus
from forensics.documents.model import Document
from forensics.engines.local import LocalEngine
from forensics.engines.processes import ProcessEngine
from forensics.errors import InputError
from forensics.settings import DedupeSettings
from forensics.sketch import select
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
        run(docs, threshold=0.4, engine=LocalEngine(4)),
        run(docs, threshold=0.4, max_memory=4000),
        run(docs, threshold=0.4, engine=LocalEngine(3), max_memory=100_000),
    ):
        assert tuple(other.pairs) == tuple(reference.pairs)
        assert tuple(other.clusters) == tuple(reference.clusters)


@pytest.fixture(scope="module")
def processes():
    return ProcessEngine(2)


@pytest.mark.parametrize(
    "settings",
    [
        {"threshold": 0.4},
        {"certify": True},
        {"unit": "paragraph"},
        {"fold": "spin"},
        {"keep": "earliest", "date_field": "published"},
    ],
    ids=str,
)
def test_work_that_is_sent_to_other_processes_changes_nothing(processes, settings):
    dates = ["2024-05-01", None, "2023-01-01"]
    docs = [
        Document(f"d{n}", text, {"published": dates[n % 3]})
        for n, text in enumerate(planted(10, sources=200))
    ]
    reference = run(docs, **settings)
    other = run(docs, engine=processes, **settings)
    assert reference.clusters
    assert tuple(other.pairs) == tuple(reference.pairs)
    assert tuple(other.clusters) == tuple(reference.clusters)


def test_texts_as_they_are_stored_can_be_sent_too(processes, tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in planted(13)))
    found = [
        dedupe(Corpus([str(path)], DedupeSettings()), DedupeSettings(), engine=engine)
        for engine in (LocalEngine(1), processes)
    ]
    assert tuple(found[0].pairs) == tuple(found[1].pairs)
    assert len(found[0].pairs) > 20


def test_what_did_not_fit_in_memory_is_let_go_of_even_where_a_run_fails():
    opened = []

    class Watched(LocalEngine):
        @contextmanager
        def scratch(self):
            with super().scratch() as open_file:
                yield lambda: opened.append(open_file()) or opened[-1]

    class Changed(MemoryCorpus):
        def texts(self, positions):
            raise InputError(f"{len(positions)} documents are no longer what they were")

    docs = documents(planted(6))
    run(docs, engine=Watched(2), max_memory=4000)
    assert len(opened) > 1
    assert all(file.closed for file in opened)
    opened.clear()
    with pytest.raises(InputError):
        dedupe(Changed(docs), DedupeSettings(), engine=Watched(2), max_memory=4000)
    assert opened
    assert all(file.closed for file in opened)


@pytest.fixture
def in_numpy(monkeypatch):
    def choose():
        monkeypatch.setenv("FORENSICS_KERNEL", "numpy")
        select.kernel.cache_clear()

    yield choose
    select.kernel.cache_clear()


def test_the_kernel_in_numpy_finds_what_the_fastest_finds(in_numpy):
    docs = documents(planted(7))
    reference = run(docs, threshold=0.6)
    in_numpy()
    numpy = run(docs, threshold=0.6)
    assert select.name() == "numpy"
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
