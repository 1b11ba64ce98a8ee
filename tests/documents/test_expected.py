"""How many documents are expected, before anything is read."""

import os

import pytest

from forensics.documents.corpus import Corpus
from forensics.documents.expected import expected
from forensics.settings import SpinSettings


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text("One text.")
    (tmp_path / "b.html").write_text("<p>Another text.</p>")
    (tmp_path / "c.jsonl").write_text('{"text": "three"}\n{"text": "four"}\n{"text": "five"}')
    return tmp_path


def test_as_many_are_expected_as_are_read(folder):
    corpus = Corpus([str(folder)], SpinSettings())
    assert expected(corpus.paths) == len(list(corpus)) == 5


@pytest.mark.parametrize("name", ["d.csv", "d.jsonl.gz", "d.warc", "-"])
def test_nobody_counts_the_records_of_other_files(folder, name):
    assert expected([str(folder / "a.txt"), name if name == "-" else str(folder / name)]) is None


def test_a_pipe_is_not_read(tmp_path):
    os.mkfifo(tmp_path / "e.jsonl")
    assert expected([str(tmp_path / "e.jsonl")]) is None


def test_a_last_line_that_ends_is_no_record_more(tmp_path):
    (tmp_path / "f.jsonl").write_text('{"text": "one"}\n')
    assert expected([str(tmp_path / "f.jsonl")]) == 1
    (tmp_path / "f.jsonl").write_text("")
    assert expected([str(tmp_path / "f.jsonl")]) == 0
