"""`forensics dedupe NEW... --against KNOWN...`: what of the new is known, and what is new twice."""

import gzip
import json
import shutil

import pytest

from forensics.api.dedupe import dedupe
from forensics.documents.model import Document
from forensics.errors import UsageError
from tests.cli.conftest import ROOT

FRESH = "Nobody had written of the ferry to the island before, and of its captain even less was ever known."


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """An archive of texts, and what came in today: a copy, a cut one, a longer one, one twice, one alone."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "samples", folder / "archive")
    texts = {one.stem: one.read_text("utf-8") for one in sorted((folder / "archive").glob("*.txt"))}
    records = [
        {"id": "copy", "text": texts["001"], "desk": 1},
        {"id": "cut", "text": texts["000"][:1500], "desk": 2},
        {"id": "longer", "text": texts["002"] + "\nAnd a line that came later.", "desk": 3},
        {"id": "fresh", "text": FRESH, "desk": 4, "tags": ["a", {"b": None}]},
        {"id": "again", "text": FRESH.upper(), "desk": 5},
        {
            "id": "alone",
            "text": "A short note on a bridge that no one else has written about at all.",
            "desk": 6,
        },
    ]
    (folder / "today.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records))
    (folder / "one.txt").write_text(texts["003"])
    return folder


def test_it_says_first_how_many_are_known(forensics, desk):
    ran = forensics("dedupe", "today.jsonl", "--against", "archive", cwd=desk)
    first, second = ran.out.splitlines()[:2]
    assert first.strip() == "3 of 6 new documents are known (1 exact, 1 near, 1 part of a longer one)"
    assert second.strip() == "1 more repeats another new one; 2 are neither; held against 5 known documents"


def test_each_known_one_stands_beside_the_one_it_is_known_from(forensics, desk):
    result = forensics("dedupe", "today.jsonl", "--against", "archive", "--json", cwd=desk).json
    assert result["settings"]["against"] == ["archive"]
    assert result["paths"] == ["today.jsonl"]
    result = result["result"]
    assert {(one["b"], one["a"], one["relation"]) for one in result["known"]} == {
        ("copy", "archive/001.txt", "exact"),
        ("cut", "archive/000.txt", "contains"),
        ("longer", "archive/002.txt", "near"),
    }
    assert (result["documents"], result["known_documents"], result["unique"]) == (6, 5, 2)


def test_what_is_neither_known_nor_twice_is_written_with_all_its_fields(forensics, desk):
    forensics(
        "dedupe", "today.jsonl", "--against", "archive", "--write-unique", "new.jsonl.gz", "-q", cwd=desk
    )
    lines = (desk / "today.jsonl").read_bytes().splitlines(keepends=True)
    assert gzip.decompress((desk / "new.jsonl.gz").read_bytes()) == lines[3] + lines[5]


def test_of_several_known_files_each_may_have_a_format_of_its_own(forensics, desk):
    ran = forensics(
        *("dedupe", "one.txt", "today.jsonl", "--against", "archive/003.txt"),
        *("--against", "today.jsonl", "--json"),
        cwd=desk,
    ).json["result"]
    assert {(one["b"], one["a"]) for one in ran["known"]} == {("one.txt", "archive/003.txt")}
    assert (ran["documents"], ran["known_documents"]) == (7, 1)


@pytest.mark.parametrize("unit", ["document", "paragraph"])
def test_every_format_names_what_is_known_and_a_stranger_can_make_it_again(forensics, desk, unit):
    arguments = ["dedupe", "today.jsonl", "--against", "archive", "--unit", unit]
    named = "copy" if unit == "document" else "copy#char=0,"
    for format in ("table", "json", "jsonl", "html"):
        assert named in forensics(*arguments, "--format", format, cwd=desk, COLUMNS="200").out
    lines = forensics(*arguments, "--format", "jsonl", cwd=desk).lines
    assert lines[-1]["result"]["known"] == sum(one["type"] == "known" for one in lines) > 2
    forensics(*arguments, "--json", "-o", f"{unit}.json", cwd=desk)
    assert forensics("verify", f"{unit}.json", cwd=desk).out == f"{unit}.json: the same\n"
    forensics("report", f"{unit}.json", "-o", f"{unit}.html", cwd=desk)
    assert "new " + unit in (desk / f"{unit}.html").read_text("utf-8")


def test_a_changed_archive_is_noticed_by_verify(forensics, desk):
    forensics("dedupe", "today.jsonl", "--against", "archive", "--json", "-o", "r.json", cwd=desk)
    before = (desk / "archive" / "001.txt").read_bytes()
    try:
        (desk / "archive" / "001.txt").write_bytes(b"other words")
        out = forensics("verify", "r.json", "-v", cwd=desk, status=1).out
    finally:
        (desk / "archive" / "001.txt").write_bytes(before)
    assert out.startswith("input archive/001.txt: ")
    assert ".result.known[0]" in out


def test_the_run_fails_on_what_is_known_and_on_nothing_else(forensics, desk):
    forensics("dedupe", "today.jsonl", "--against", "archive", "--fail-on", "known", cwd=desk, status=1)
    forensics("dedupe", "one.txt", "--against", "today.jsonl", "--fail-on", "known", cwd=desk)
    ran = forensics("dedupe", "archive", "--fail-on", "known", cwd=desk, status=2)
    assert ran.err.splitlines() == [
        "forensics: --fail-on known needs something known",
        "  hint: add --against PATH",
    ]


@pytest.mark.parametrize(
    ("against", "said"),
    [
        (["--against", "missing"], "no such file or folder: missing"),
        (["--against", "./today.jsonl"], "every known file is among the new ones"),
        (["-", "--against", "-"], "standard input can be read once"),
    ],
)
def test_what_nothing_can_be_held_against_is_one_clear_line(forensics, desk, against, said):
    ran = forensics("dedupe", "today.jsonl", *against, cwd=desk, status=2)
    assert said in ran.err.splitlines()[0]
    assert len(ran.err.splitlines()) <= 2


def test_a_known_file_that_cannot_be_read_is_named_and_ends_in_2(forensics, desk):
    (desk / "bad.txt").write_bytes(b"\xff\xfe\xff")
    ran = forensics("dedupe", "one.txt", "--against", "archive", "--against", "bad.txt", cwd=desk, status=2)
    assert "bad.txt" in ran.err


def test_from_python_documents_are_held_against_documents_and_not_against_paths():
    old, new = Document("old", FRESH), Document("new", FRESH)
    result = dedupe([new], against=old).result
    assert [(pair.a, pair.b) for pair in result.known] == [("old", "new")]
    with pytest.raises(UsageError, match="do not mix"):
        dedupe([new], against="samples")
    with pytest.raises(UsageError, match="nothing to hold"):
        dedupe([new], against=[])


def test_an_index_of_the_archive_gives_the_same_findings_in_every_format(forensics, desk):
    forensics("index", "build", "index", "archive", cwd=desk)
    arguments = ["dedupe", "today.jsonl", "--index", "index"]
    forensics(*arguments, "--json", "-o", "indexed.json", cwd=desk)
    found = json.loads((desk / "indexed.json").read_text("utf-8"))
    expected = forensics("dedupe", "today.jsonl", "--against", "archive", "--json", cwd=desk).json
    assert found["result"] == expected["result"]
    assert found["settings"]["index"] == "index"
    assert forensics("verify", "indexed.json", cwd=desk).out == "indexed.json: the same\n"
    for format in ("table", "jsonl", "html"):
        assert "archive/000.txt" in forensics(*arguments, "--format", format, cwd=desk, COLUMNS="200").out
    forensics(*arguments, "--write-unique", "rest.jsonl", "-q", cwd=desk)
    assert len((desk / "rest.jsonl").read_bytes().splitlines()) == expected["result"]["unique"]
    forensics(*arguments, "--fail-on", "known", cwd=desk, status=1)


def test_what_is_in_the_index_already_is_known_by_itself(forensics, desk):
    forensics("index", "build", "own", "today.jsonl", cwd=desk)
    ran = forensics("dedupe", "today.jsonl", "--index", "own", "--json", "-o", "own.json", cwd=desk)
    result = json.loads((desk / "own.json").read_text("utf-8"))["result"]
    assert {(one["a"], one["b"]) for one in result["known"] if one["relation"] == "exact"} == {
        (name, name) for name in ("copy", "cut", "longer", "fresh", "again", "alone")
    }
    assert result["unique"] == 0
    again = forensics("dedupe", "--from", "own.json", "--threshold", "0.9", "--json", cwd=desk).json["result"]
    assert again["known"] == result["known"]
    assert ran.out == ""


def test_no_index_is_one_clear_line(forensics, desk):
    ran = forensics("dedupe", "today.jsonl", "--index", "nowhere", cwd=desk, status=2)
    assert "nowhere" in ran.err.splitlines()[0]
    assert len(ran.err.splitlines()) == 2
