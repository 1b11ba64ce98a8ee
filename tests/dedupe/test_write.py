"""Kept documents and the table of clusters, written whole."""

import csv
import json

import pytest

from forensics.dedupe.rethreshold import rethreshold
from forensics.dedupe.run import dedupe as run
from forensics.dedupe.write import write_clusters, write_unique
from forensics.documents.corpus import Corpus
from forensics.documents.memory import MemoryCorpus
from forensics.engines.local import LocalEngine
from forensics.errors import UsageError
from forensics.settings import DedupeSettings
from tests.dedupe.making import documents, planted


def dedupe(corpus, settings):
    return run(corpus, settings, engine=LocalEngine(2))


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "in.jsonl"
    texts = [text for text in planted(31) if text]
    path.write_text(
        "".join(json.dumps({"n": [n], "id": f'i\t"{n}', "text": text}) + "\n" for n, text in enumerate(texts))
    )
    return Corpus([str(path)], DedupeSettings())


def test_kept_records_are_written_as_they_stood_and_the_rest_is_left_out(corpus, tmp_path):
    settings = DedupeSettings()
    result = dedupe(corpus, settings)
    out = tmp_path / "out.jsonl"
    assert write_unique(result, corpus, out) == result.unique
    dropped = {member for cluster in result.clusters for member in cluster.members[1:]}
    lines = (tmp_path / "in.jsonl").read_text().splitlines(keepends=True)
    assert out.read_text() == "".join(line for line in lines if json.loads(line)["id"] not in dropped)
    assert dropped


def test_what_was_kept_has_no_near_duplicates_left(corpus, tmp_path):
    result = dedupe(corpus, DedupeSettings())
    out = tmp_path / "out.jsonl"
    write_unique(result, corpus, out)
    direct = [cluster for cluster in result.clusters if not cluster.flags]
    again = dedupe(Corpus([str(out)], DedupeSettings()), DedupeSettings())
    kept = {cluster.kept for cluster in direct}
    assert direct
    assert not any(kept & {pair.a, pair.b} for pair in again.pairs if pair.jaccard >= 0.7)


def test_a_result_asked_again_can_be_written_too(corpus, tmp_path):
    result = rethreshold(dedupe(corpus, DedupeSettings()), 0.95, measured_at=0.7)
    assert write_unique(result, corpus, tmp_path / "out.jsonl") == result.unique


@pytest.mark.parametrize(("name", "delimiter"), [("clusters.tsv", "\t"), ("clusters.csv", ",")])
def test_the_table_has_a_line_for_each_member(corpus, tmp_path, name, delimiter):
    result = dedupe(corpus, DedupeSettings())
    write_clusters(result, tmp_path / name)
    with (tmp_path / name).open(newline="") as file:
        rows = list(csv.DictReader(file, delimiter=delimiter))
    assert list(rows[0]) == ["id", "cluster", "kept", "jaccard"]
    assert [(row["id"], int(row["cluster"]), row["kept"], float(row["jaccard"])) for row in rows] == [
        (member, cluster.id, cluster.kept, jaccard)
        for cluster in result.clusters
        for member, jaccard in zip(cluster.members, cluster.jaccard, strict=True)
    ]


def test_documents_without_a_file_and_paragraphs_are_not_written(corpus, tmp_path):
    memory = MemoryCorpus(documents(["some text"]))
    with pytest.raises(UsageError):
        write_unique(dedupe(memory, DedupeSettings()), memory, tmp_path / "out")
    with pytest.raises(UsageError):
        write_unique(dedupe(corpus, DedupeSettings(unit="paragraph")), corpus, tmp_path / "out")
    assert not (tmp_path / "out").exists()
