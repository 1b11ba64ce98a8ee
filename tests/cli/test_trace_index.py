"""`trace --index`: the same as with the files, a record of the index in the result, and a result that is made again."""

import json
import shutil

import pytest

from forensics import trace
from tests.cli.conftest import ROOT


@pytest.fixture(scope="module")
def place(forensics, tmp_path_factory):
    """Return a folder with the samples as `texts`, and an index of them."""
    folder = tmp_path_factory.mktemp("indexed")
    shutil.copytree(ROOT / "samples", folder / "texts")
    forensics("index", "build", "kept", "texts", cwd=folder)
    return folder


def traced(forensics, place, text, *options):
    return forensics("trace", text, *options, "--json", cwd=place).json


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_an_index_gives_the_same_verdicts_and_matches_as_its_files(forensics, place, name):
    text = f"texts/{name}.txt"
    kept = traced(forensics, place, text, "--index", "kept")
    files = traced(forensics, place, text, "--against", "texts")
    assert json.dumps(kept["result"]) == json.dumps(files["result"])
    assert len(kept["result"]["verdicts"]) == 4


def test_a_text_by_another_path_is_not_its_own_source(forensics, place):
    found = traced(forensics, place, place / "texts" / "001.txt", "--index", "kept")
    assert "texts/001.txt" not in {one["b"] for one in found["result"]["verdicts"]}


def test_files_and_an_index_go_together(forensics, place, tmp_path):
    shutil.copy(place / "texts" / "000.txt", tmp_path / "more.txt")
    found = traced(forensics, place, "texts/001.txt", "--index", "kept", "--against", tmp_path / "more.txt")
    others = {one["b"] for one in found["result"]["verdicts"]}
    assert others == {str(tmp_path / "more.txt"), *(f"texts/00{n}.txt" for n in (0, 2, 3, 4))}


def test_the_result_says_which_index_was_asked(forensics, place):
    found = traced(forensics, place, "texts/001.txt", "--index", "kept")
    assert found["settings"]["index"] == found["index"]["path"] == "kept"
    assert found["index"]["documents"] == 5
    assert len(found["index"]["fingerprint"]) == 64
    assert traced(forensics, place, "texts/001.txt", "--against", "texts")["index"] is None


def test_dates_and_outlets_of_records_tell_the_direction(forensics, tmp_path):
    text = (ROOT / "samples" / "000.txt").read_text("utf-8")
    records = [{"id": "old", "date": "2025-01-30", "outlet": "BBC", "text": text}]
    (tmp_path / "records.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")
    (tmp_path / "new.jsonl").write_text(
        json.dumps({"id": "new", "date": "2025-02-06", "outlet": "Fox News", "text": text}) + "\n", "utf-8"
    )
    forensics("index", "build", "kept", "records.jsonl", "--id-field", "id", cwd=tmp_path)
    options = ("--id-field", "id")
    kept = traced(forensics, tmp_path, "new.jsonl", "--index", "kept", *options)
    files = traced(forensics, tmp_path, "new.jsonl", "--against", "records.jsonl", *options)
    assert kept["result"] == files["result"]
    assert [one["direction"] for one in kept["result"]["verdicts"]] == ["a_from_b"]


def test_python_asks_the_same_index(place, monkeypatch):
    monkeypatch.chdir(place)
    found = trace("texts/001.txt", index=place / "kept")
    assert found.index.documents == 5
    assert found.settings.index == str(place / "kept")
    assert {one.relation for one in found.result.verdicts} == {"sibling", "same_event"}


def test_a_result_is_verified_against_the_index(forensics, place, tmp_path):
    traced_to = tmp_path / "kept.json"
    forensics("trace", "texts/001.txt", "--index", "kept", "--json", "-o", traced_to, cwd=place)
    assert forensics("verify", traced_to, cwd=place).out.endswith("the same\n")


def test_that_an_index_has_changed_is_said_where_a_result_is_verified(forensics, place, tmp_path):
    shutil.copytree(place, tmp_path / "again")
    here = tmp_path / "again"
    forensics("trace", "texts/001.txt", "--index", "kept", "--json", "-o", "saved.json", cwd=here)
    (here / "later.txt").write_text("Nothing that was said before. " * 20)
    forensics("index", "add", "kept", "later.txt", cwd=here)
    ran = forensics("verify", "saved.json", cwd=here, status=1)
    assert "the index kept has changed: 5 documents and 1 changes then, 6 and 2 now" in ran.err
    assert "later.txt" in ran.out
    forensics("index", "remove", "kept", "later.txt", cwd=here)
    ran = forensics("verify", "saved.json", cwd=here)
    assert "has changed" in ran.err
    assert ran.out == "saved.json: the same\n"


def test_an_index_that_is_not_there_is_said_in_a_line(forensics, place):
    ran = forensics("trace", "texts/001.txt", "--index", "nowhere", cwd=place, status=2)
    assert ran.err.startswith("forensics: ")
    assert "nowhere" in ran.err


def test_an_index_that_holds_the_text_alone_is_said(forensics, place, tmp_path):
    forensics("index", "build", tmp_path / "one", "texts/001.txt", cwd=place)
    ran = forensics("trace", "texts/001.txt", "--index", tmp_path / "one", cwd=place)
    assert "--index holds no text other than" in ran.err
