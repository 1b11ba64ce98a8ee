"""Texts that a result does not carry are read again, and only where they are still what they were."""

from dataclasses import replace

import pytest

from forensics.api.dedupe import dedupe
from forensics.dedupe.result import Cluster
from forensics.report.texts import read_again

TEXT = "The river of the council opened nine hundred times before the bridge was measured again today.\n"


@pytest.fixture
def copies(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "c.txt").write_text("Something else entirely, about a garden and its winter.")
    return tmp_path


@pytest.mark.usefixtures("copies")
def test_the_texts_of_clusters_are_read_and_no_others():
    envelope = dedupe(["a.txt", "b.txt", "c.txt"])
    assert read_again(envelope) == {"a.txt": TEXT, "b.txt": TEXT}


def test_a_file_that_has_changed_or_gone_is_left_out(copies):
    envelope = dedupe(["a.txt", "b.txt", "c.txt"])
    (copies / "a.txt").write_text(TEXT + "More.")
    assert read_again(envelope) == {"b.txt": TEXT}
    (copies / "b.txt").unlink()
    assert read_again(envelope) == {}


def test_records_are_found_by_their_ids(copies):
    (copies / "all.jsonl").write_text(
        "".join(f'{{"id": "{n}", "text": "{TEXT.strip()}"}}\n' for n in ("one", "two"))
    )
    assert read_again(dedupe("all.jsonl")) == {"one": TEXT.strip(), "two": TEXT.strip()}


def test_a_paragraph_is_cut_from_its_document(copies):
    (copies / "d.txt").write_text(f"Before it.\n{TEXT}")
    found = dedupe(["a.txt", "b.txt", "d.txt"])
    ids = ("a.txt#char=0,9", f"d.txt#char=11,{10 + len(TEXT)}")
    clusters = (Cluster(0, ids[0], ids, (1.0, 1.0)),)
    envelope = replace(found, result=replace(found.result, clusters=clusters))
    assert read_again(envelope) == {ids[0]: TEXT[:9], ids[1]: TEXT.strip()}
