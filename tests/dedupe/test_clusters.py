"""Clusters that people can trust: who is kept, how alike each member is to it, and what is doubtful."""

import pytest

from forensics.dedupe import findings
from forensics.documents.dates import UNDATED, when
from forensics.documents.model import Document
from tests.dedupe.making import documents, planted, run, truth

LONG = " ".join(f"word{i}" for i in range(100))


def shifted(start: int) -> str:
    """A window of 60 words: neighbours overlap, windows far apart share nothing."""
    return " ".join(f"word{i}" for i in range(start, start + 60))


def test_members_are_linked_to_the_kept_one_with_their_own_jaccard():
    docs = documents(planted(11))
    exactly = truth(docs, 0.0001)
    for cluster in run(docs, threshold=0.5).clusters:
        assert cluster.members[0] == cluster.kept
        assert cluster.jaccard[0] == 1.0
        for member, jaccard in zip(cluster.members[1:], cluster.jaccard[1:], strict=True):
            pair = (cluster.kept, member) if (cluster.kept, member) in exactly else (member, cluster.kept)
            assert jaccard == pytest.approx(exactly.get(pair, 0.0), abs=1e-4)


def test_a_cluster_held_together_by_a_chain_says_so():
    (cluster,) = run(documents([shifted(0), shifted(6), shifted(12), shifted(18)]), threshold=0.7).clusters
    assert cluster.flags == ("chain-only",)
    assert min(cluster.jaccard) < 0.7
    (direct,) = run(documents([shifted(0), shifted(3)]), threshold=0.7).clusters
    assert direct.flags == ()


def test_a_flood_of_copies_is_one_cluster_flagged_oversized_and_lists_pairs_in_proportion(monkeypatch):
    monkeypatch.setattr(findings, "MOST_PAIRS_LISTED", 1000)
    result = run(documents([LONG] * 50 + [LONG + " more"] * 3))
    (cluster,) = result.clusters
    assert cluster.flags == ("oversized",)
    assert len(cluster.members) == 53
    assert len(result.pairs) == 49 + 2 + 1
    assert result.unique == 1


def test_the_first_is_kept_unless_asked_otherwise():
    short, full = shifted(0), shifted(0) + " and one word more"
    assert run(documents([short, full])).clusters[0].kept == "d0"
    assert run(documents([short, full]), keep="longest").clusters[0].kept == "d1"


def test_the_earliest_is_kept_by_its_date_and_the_undated_last():
    dates = [None, "2024-05-01", "Mon, 29 Apr 2024 10:00:00 +0000", "2024-04-29T12:00:00+05:00"]
    docs = [Document(f"d{i}", LONG, {"published": date}) for i, date in enumerate(dates)]
    (cluster,) = run(docs, keep="earliest", date_field="published").clusters
    assert cluster.members == ("d3", "d2", "d1", "d0")


def test_dates_are_read_as_people_and_programs_write_them():
    assert when("1970-01-02") == when("Fri, 02 Jan 1970 00:00:00 +0000") == when(86400) == 86400.0
    assert when("yesterday") == when(None) == when("") == when(float("nan")) == when(True) == UNDATED


def test_ties_under_a_policy_go_by_id_and_not_by_place():
    docs = [Document("b", LONG), Document("a", LONG)]
    assert run(docs, keep="longest").clusters[0].kept == "a"
    assert run(docs[::-1], keep="longest").clusters[0].kept == "a"


def test_clusters_come_in_the_order_of_the_input_and_are_numbered():
    docs = documents([shifted(0), shifted(500), shifted(501), shifted(1), shifted(900)])
    clusters = run(docs).clusters
    assert [(cluster.id, cluster.kept) for cluster in clusters] == [(0, "d0"), (1, "d1")]


def test_unique_counts_what_stays():
    docs = documents(planted(12))
    result = run(docs)
    dropped = sum(len(cluster.members) - 1 for cluster in result.clusters)
    assert result.unique == len(docs) - dropped
    assert result.clusters[0:2] == tuple(result.clusters)[:2]
    assert result.pairs[-1] == tuple(result.pairs)[-1]
    with pytest.raises(IndexError):
        result.pairs[len(result.pairs)]
