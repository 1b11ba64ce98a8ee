"""Texts that a result does not carry are read again, and only where they are still what they were."""

import pytest

from forensics.dedupe.result import Cluster, DedupeResult, Place
from forensics.documents.corpus import Corpus
from forensics.envelope import Envelope
from forensics.report.texts import read_again
from forensics.settings import DedupeSettings

TEXT = "The river of the council opened nine hundred times before the bridge was measured again today.\n"


def clustered(members, *paths, places=()):
    """Return a result over `paths` in which `members` are one cluster."""
    corpus = Corpus(list(paths), DedupeSettings())
    documents = len(list(corpus))
    alike = (1.0,) * len(members)
    return Envelope(
        command="dedupe",
        settings=DedupeSettings(),
        inputs=corpus.inputs,
        skipped=(),
        result=DedupeResult(
            documents, 1, (), (Cluster(0, members[0], tuple(members), alike, places=places),)
        ),
    )


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "c.txt").write_text("Something else entirely, about a garden and its winter.")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_the_texts_of_clusters_are_read_and_no_others():
    envelope = clustered(["a.txt", "b.txt"], "a.txt", "b.txt", "c.txt")
    assert read_again(envelope) == {"a.txt": TEXT, "b.txt": TEXT}


def test_a_file_that_has_changed_or_gone_is_left_out(folder):
    envelope = clustered(["a.txt", "b.txt"], "a.txt", "b.txt", "c.txt")
    (folder / "a.txt").write_text(TEXT + "More.")
    assert read_again(envelope) == {"b.txt": TEXT}
    (folder / "b.txt").unlink()
    assert read_again(envelope) == {}


def test_records_are_found_by_their_ids(folder):
    lines = [f'{{"id": "{name}", "text": "{TEXT.strip()}"}}\n' for name in ("one", "two", "three")]
    (folder / "all.jsonl").write_text("".join(lines))
    envelope = clustered(["one", "two"], "all.jsonl")
    assert read_again(envelope) == {"one": TEXT.strip(), "two": TEXT.strip()}


def test_a_paragraph_is_cut_from_its_document(folder):
    (folder / "d.txt").write_text(f"Before it.\n{TEXT}")
    ids = ["a.txt#char=0,9", f"d.txt#char=11,{10 + len(TEXT)}"]
    places = (Place("a.txt", 0, 9), Place("d.txt", 11, 10 + len(TEXT)))
    envelope = clustered(ids, "a.txt", "d.txt", places=places)
    assert read_again(envelope) == {ids[0]: TEXT[:9], ids[1]: TEXT.strip()}
