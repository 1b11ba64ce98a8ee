"""A result can be asked again at a higher threshold, in memory and from its JSON."""

import dataclasses
import json

import msgspec
import pytest

from forensics.dedupe.result import DedupeResult
from forensics.dedupe.rethreshold import rethreshold
from forensics.errors import UsageError
from tests.dedupe.making import documents, planted, reaching, run


@pytest.fixture(scope="module")
def docs():
    return documents(planted(21))


@pytest.fixture(scope="module")
def result(docs):
    return run(docs, threshold=0.4, certify=True)


@pytest.mark.parametrize("threshold", [0.4, 0.55, 0.7, 0.9, 1.0])
def test_it_says_what_a_fresh_run_says(docs, result, threshold):
    again, fresh = (
        rethreshold(result, threshold, measured_at=0.4),
        run(docs, threshold=threshold, certify=True),
    )
    assert again.unique == fresh.unique
    assert reaching(again, threshold) == reaching(fresh, threshold)
    for one, other in zip(again.clusters, fresh.clusters, strict=True):
        assert (one.id, one.kept, one.members, one.flags) == (
            other.id,
            other.kept,
            other.members,
            other.flags,
        )
        for known, measured in zip(one.jaccard, other.jaccard, strict=True):
            assert known is None or known == measured


@pytest.mark.parametrize("threshold", [0.6, 0.9])
@pytest.mark.parametrize("keep", ["first", "longest"])
def test_a_result_read_from_json_gives_the_same_clusters(docs, threshold, keep):
    result = run(docs, threshold=0.4, certify=True, keep=keep)
    plain = dataclasses.replace(result, pairs=tuple(result.pairs), clusters=tuple(result.clusters))
    saved = msgspec.convert(json.loads(msgspec.json.encode(plain)), DedupeResult)
    again = rethreshold(saved, threshold, measured_at=0.4)
    expected = rethreshold(result, threshold, measured_at=0.4)
    assert {(c.members, c.jaccard, c.flags) for c in again.clusters} == {
        (c.members, c.jaccard, c.flags) for c in expected.clusters
    }
    assert again.unique == expected.unique


def test_a_lower_threshold_is_refused_since_nobody_looked(result):
    with pytest.raises(UsageError, match="only upward"):
        rethreshold(result, 0.3, measured_at=0.4)
