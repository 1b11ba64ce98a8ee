"""`forensics index` as users run it: a corpus that stays, from the first build to its repair."""

import json

import jsonschema
import pytest

from tests.cli.test_commands import ORIGINAL, SPUN

RECORDS = [
    {"id": "council", "text": ORIGINAL, "outlet": "Gazette", "date": "2024-05-01", "desk": {"name": "city"}},
    {
        "id": "storm",
        "text": "A storm broke the harbour wall of the little town at night. " * 3,
        "outlet": "Herald",
    },
    {"id": "other", "text": "Nothing was ever written about a lighthouse keeper. " * 3, "date": "2020-01-01"},
]


@pytest.fixture
def desk(tmp_path, forensics):
    (tmp_path / "archive.jsonl").write_text("".join(json.dumps(one) + "\n" for one in RECORDS))
    (tmp_path / "spun.txt").write_text(SPUN)
    forensics("index", "build", "kept", "archive.jsonl", cwd=tmp_path)
    return tmp_path


def test_every_command_prints_what_the_schema_of_index_says(forensics, desk):
    schema = forensics("schema", "index").json
    jsonschema.Draft202012Validator.check_schema(schema)
    for arguments in (
        ["add", "kept", "archive.jsonl"],
        ["query", "kept", "spun.txt"],
        ["remove", "kept", "storm"],
        ["info", "kept"],
        ["verify", "kept"],
        ["repair", "kept"],
    ):
        said = forensics("index", *arguments, "--json", cwd=desk).json
        jsonschema.validate(said, schema)
        assert said["command"] == f"index {arguments[0]}"
        lines = forensics("index", *arguments, "--format", "jsonl", cwd=desk).lines
        assert lines[-1]["type"] == "summary"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**said, "surprise": 1}, schema)


def test_a_change_says_what_it_did(forensics, desk):
    changed = [
        RECORDS[0],
        {**RECORDS[1], "text": "Another text of another day."},
        {"id": "new", "text": "Brand new."},
    ]
    (desk / "more.jsonl").write_text("".join(json.dumps(one) + "\n" for one in changed))
    said = forensics("index", "add", "kept", "more.jsonl", "--json", cwd=desk).json["result"]
    assert said == {"added": 1, "removed": 0, "unchanged": 1, "replaced": 1, "documents": 4}
    ran = forensics("index", "remove", "kept", "new", "nobody", "--json", cwd=desk)
    assert ran.json["result"] == {"added": 0, "removed": 1, "unchanged": 0, "replaced": 0, "documents": 3}
    assert "nobody: the index holds no document of this id" in ran.err


def test_a_text_is_held_against_all_that_is_kept_though_the_files_are_gone(forensics, desk):
    (desk / "archive.jsonl").unlink()
    found = forensics("index", "query", "kept", "spun.txt", "--json", cwd=desk).json["result"]["matches"]
    assert found[0]["source"] == "council"
    assert found[0]["query"] == "spun.txt"
    for span in found[0]["spans"]:
        mine = SPUN[span["start"] : span["end"]].lower()
        theirs = ORIGINAL[span["source_start"] : span["source_end"]].lower()
        assert len(mine.split()) >= 5
        assert mine.split()[0] == theirs.split()[0]
    assert "council" in forensics("index", "query", "kept", "-", cwd=desk, stdin=SPUN.encode()).out


def test_only_some_are_asked_for(forensics, desk):
    (desk / "ask.txt").write_text(ORIGINAL)
    asked = ["index", "query", "kept", "ask.txt", "--json"]
    named = [one["source"] for one in forensics(*asked, cwd=desk).json["result"]["matches"]]
    assert named[0] == "council"
    for filters in (["--where", "outlet=Herald"], ["--since", "2025-01-01"], ["--where", "desk.name=sports"]):
        left = [one["source"] for one in forensics(*asked, *filters, cwd=desk).json["result"]["matches"]]
        assert "council" not in left
    for filters in (["--where", "outlet=Gazette"], ["--since", "2024-05-01"], ["--where", "desk.name=city"]):
        left = [one["source"] for one in forensics(*asked, *filters, cwd=desk).json["result"]["matches"]]
        assert left == ["council"]


def test_filters_that_cannot_be_are_refused(forensics, desk):
    for filters, said in ((["--where", "outlet"], "FIELD=VALUE"), (["--since", "yesterday"], "no date")):
        ran = forensics("index", "query", "kept", "spun.txt", *filters, cwd=desk, status=2)
        assert said in ran.err
        assert ran.out == ""


def test_a_folder_that_is_no_place_for_an_index_is_refused(forensics, desk):
    again = forensics("index", "build", "kept", "archive.jsonl", cwd=desk, status=2)
    assert "holds an index already" in again.err
    assert "index add kept" in again.err
    assert "not empty" in forensics("index", "build", ".", "archive.jsonl", cwd=desk, status=2).err
    assert "is a file" in forensics("index", "build", "spun.txt", "archive.jsonl", cwd=desk, status=2).err
    for command in (["add", "nowhere", "spun.txt"], ["query", "nowhere", "spun.txt"], ["info", "nowhere"]):
        ran = forensics("index", *command, cwd=desk, status=2)
        assert "nowhere holds no index" in ran.err
        assert "index build nowhere" in ran.err
    assert not (desk / "nowhere").exists()


def test_damage_ends_verify_with_1_and_repair_mends_it(forensics, desk):
    before = forensics("index", "query", "kept", "spun.txt", "--json", cwd=desk).json["result"]
    assert "as it was written" in forensics("index", "verify", "kept", cwd=desk).out
    (lost,) = sorted((desk / "kept" / "words").glob("*.term"))
    lost.write_bytes(lost.read_bytes()[:-1])
    ran = forensics("index", "verify", "kept", "--json", cwd=desk, status=1)
    assert ran.json["result"]["sound"] is False
    assert [one["file"] for one in ran.json["result"]["problems"]] == [f"words/{lost.name}"]
    said = forensics("index", "repair", "kept", "--json", cwd=desk).json["result"]
    assert said == {"documents": 3, "lost": [], "complete": True}
    forensics("index", "verify", "kept", cwd=desk)
    assert forensics("index", "query", "kept", "spun.txt", "--json", cwd=desk).json["result"] == before


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(forensics, desk):
    (desk / "empty.txt").touch()
    ran = forensics("index", "add", "kept", "spun.txt", "empty.txt", "--json", cwd=desk, status=2)
    assert ran.json["result"]["added"] == 1
    assert "empty.txt" in ran.err


def test_a_build_that_read_nothing_may_be_run_again(forensics, desk):
    (desk / "empty.txt").touch()
    forensics("index", "build", "fresh", "empty.txt", cwd=desk, status=2)
    ran = forensics("index", "info", "fresh", "--json", cwd=desk)
    assert ran.json["result"]["finished"] is False
    assert "run it again" in ran.err
    said = forensics("index", "build", "fresh", "archive.jsonl", "--json", cwd=desk).json["result"]
    assert said["documents"] == 3
    assert forensics("index", "info", "fresh", "--json", cwd=desk).json["result"]["finished"] is True


def test_an_index_made_twice_answers_with_the_same_bytes(forensics, desk):
    forensics("index", "build", "twin", "archive.jsonl", cwd=desk)
    said = [
        forensics("index", "query", name, "spun.txt", "--json", cwd=desk, PYTHONHASHSEED=seed).json["result"]
        for name, seed in (("kept", "1"), ("twin", "2"))
    ]
    assert said[0] == said[1]
    infos = [forensics("index", "info", name, "--json", cwd=desk).json["result"] for name in ("kept", "twin")]
    assert infos[0]["chunks"] == infos[1]["chunks"]
