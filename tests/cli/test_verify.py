"""`forensics verify`: a stranger makes a result again and is told what differs."""

import json
import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT

RUNS = {
    "dedupe": ["dedupe", "texts", "--threshold", "0.3"],
    "spin": ["spin", "texts/001.txt", "texts/000.txt"],
    "trace": ["trace", "texts/001.txt", "--against", "texts"],
}


@pytest.fixture(scope="module")
def case(forensics, tmp_path_factory):
    folder = tmp_path_factory.mktemp("case")
    shutil.copytree(ROOT / "samples", folder / "texts")
    (folder / "texts" / "page.html").write_bytes(b"<html><body><p>caf\xe9 by the old river</p></body></html>")
    (folder / "texts" / "broken.txt").write_bytes(b"\xff\xfe\xff")
    for name, arguments in RUNS.items():
        forensics(*arguments, "--json", "-q", "-o", f"{name}.json", cwd=folder)
    return folder


@pytest.mark.parametrize("name", RUNS)
def test_a_result_is_made_again_to_the_byte(forensics, case, name):
    ran = forensics("verify", f"{name}.json", cwd=case, PYTHONHASHSEED="9", LC_ALL="C", TZ="Asia/Tokyo")
    assert ran.out == f"{name}.json: the same\n"


def test_a_changed_input_is_named(forensics, case):
    text = case / "texts" / "000.txt"
    before = text.read_bytes()
    try:
        text.write_bytes(before.replace(b"e", b"a", 1))
        ran = forensics("verify", "trace.json", cwd=case, status=1)
        assert "input texts/000.txt: " in ran.out
    finally:
        text.write_bytes(before)


def test_tampering_is_found_wherever_it_is(forensics, case):
    random.seed(3)
    for name in RUNS:
        data = (case / f"{name}.json").read_text(encoding="utf-8")
        for _ in range(4):
            at = random.randrange(len(data))
            other = random.choice([c for c in "abcxyz0123456789" if c != data[at]])
            (case / "tampered.json").write_text(data[:at] + other + data[at + 1 :], encoding="utf-8")
            ran = forensics("verify", "tampered.json", cwd=case, status=None)
            assert ran.status in (1, 2), (name, at, other)


def test_settings_that_were_tampered_with_are_found_by_the_digest(forensics, case):
    changed = json.loads((case / "dedupe.json").read_text())
    changed["settings"]["encoding"] = "no-such"
    (case / "tampered.json").write_text(json.dumps(changed))
    ran = forensics("verify", "tampered.json", cwd=case, status=1)
    assert ran.out.startswith(".digest: ")
    assert "it cannot be made again: unknown encoding: no-such" in ran.out


def test_a_result_of_another_version_is_told_and_its_findings_are_compared(forensics, case):
    from forensics.report import json as faces
    from forensics.report.load import load

    saved = load(case / "dedupe.json").envelope
    other = replace(saved, tool=replace(saved.tool, version="0.0.1", unicode="9.0.0"))
    (case / "older.json").write_bytes(faces.document(other))
    ran = forensics("verify", "older.json", cwd=case)
    assert ran.out == "older.json: the same\n"
    assert "version 0.0.1 then and" in ran.err
    assert "unicode 9.0.0 then and" in ran.err


BAD = {
    "gone.json": "cannot read gone.json",
    "texts/001.txt": "is not JSON",
    "texts": "no case file",
}


@pytest.mark.parametrize("path", BAD)
def test_what_is_no_result_is_said_in_a_line(forensics, case, path):
    assert BAD[path] in forensics("verify", path, cwd=case, status=2).err


def test_an_input_that_is_gone_is_said_in_a_line(forensics, case):
    saved = json.loads((case / "spin.json").read_text())
    forensics("spin", "-", "--json", "-o", "piped.json", cwd=case, stdin=b"A short text about a river.")
    assert "came through a pipe" in forensics("verify", "piped.json", cwd=case, status=2).err
    shutil.move(case / saved["paths"][0], case / "away")
    try:
        assert "no such file" in forensics("verify", "spin.json", cwd=case, status=2).err
    finally:
        shutil.move(case / "away", case / saved["paths"][0])


def test_a_case_file_is_sealed(forensics, case):
    forensics("report", "trace.json", "spin.json", "-o", "sealed", cwd=case)
    assert forensics("verify", "sealed", cwd=case).out == "sealed: the same\n"
    page = next((case / "sealed").glob("*.html"))
    page.write_text(page.read_text() + " ")
    (case / "sealed" / "more.txt").write_text("more")
    ran = forensics("verify", "sealed", cwd=case, status=1)
    assert page.name in ran.out
    assert "more.txt: nothing, found " in ran.out


@pytest.mark.parametrize("name", ["spin", "trace"])
def test_the_order_in_which_inputs_are_named_changes_nothing(forensics, case, name):
    files = [f"texts/00{n}.txt" for n in (0, 1, 2)]
    first = forensics(name, *files, "--json", cwd=case)
    assert forensics(name, *files[::-1], "--json", cwd=case, LC_ALL="tr_TR.UTF-8").raw == first.raw


def test_the_order_counts_only_where_it_decides_what_is_kept(forensics, case):
    (case / "twice").mkdir()
    for name in "ab":
        shutil.copy(case / "texts" / "000.txt", case / "twice" / f"{name}.txt")
    both = ["twice/a.txt", "twice/b.txt"]
    for order in (both, both[::-1]):
        result = forensics("dedupe", *order, "--json", cwd=case).json
        assert result["result"]["clusters"][0]["kept"] == order[0]
        longest = forensics("dedupe", *order, "--keep", "longest", "--json", cwd=case)
        assert longest.json["paths"] == both


@pytest.mark.parametrize("name", RUNS)
def test_a_result_of_a_line_each_is_made_again_to_the_byte(forensics, case, name):
    forensics(*RUNS[name], "--format", "jsonl", "-q", "-o", f"{name}.jsonl", cwd=case)
    assert forensics("verify", f"{name}.jsonl", cwd=case).out == f"{name}.jsonl: the same\n"
    data = (case / f"{name}.jsonl").read_bytes()
    lines = data.splitlines(keepends=True)
    spoiled = {
        "more": lines[0] + data,
        "another": data.replace(b"0", b"1", 1),
        "spaced": data.replace(b'","', b'", "', 1),
        "cut": data[: -len(lines[-1])],
        "other": data.replace(b'"digest":"', b'"digest":"0', 1),
    }
    for what, changed in spoiled.items():
        assert changed != data, what
        (case / "spoiled.jsonl").write_bytes(changed)
        ran = forensics("verify", "spoiled.jsonl", cwd=case, status=2 if what == "cut" else 1)
        assert ".digest: " in ran.out or what == "cut", what


def test_what_differs_in_a_result_of_a_line_each_is_named_by_its_line(forensics, case):
    forensics(*RUNS["spin"], "--format", "jsonl", "-q", "-o", "spin.jsonl", cwd=case)
    lines = [json.loads(line) for line in (case / "spin.jsonl").read_bytes().splitlines()]
    lines[0]["score"] = 0.25
    (case / "spoiled.jsonl").write_bytes(b"".join(json.dumps(one).encode() + b"\n" for one in lines))
    ran = forensics("verify", "spoiled.jsonl", "-v", cwd=case, status=1)
    assert "line 1.score: 0.25, found 0." in ran.out


def test_what_else_is_written_by_a_line_each_is_no_result(forensics, case):
    forensics("read", "texts", "--format", "jsonl", "-q", "-o", "read.jsonl", cwd=case)
    ran = forensics("verify", "read.jsonl", cwd=case, status=2)
    assert "ends in no summary of an analysis" in ran.err


def test_a_result_that_was_made_beside_other_files_is_made_again_without_them(forensics, case):
    beside = ["--write-unique", "unique", "--write-clusters", "clusters.tsv"]
    forensics(*RUNS["dedupe"], *beside, "--json", "-q", "-o", "beside.json", cwd=case, status=None)
    written = sorted(path.name for path in (case / "unique").rglob("*"))
    (case / "clusters.tsv").write_text("mine")
    assert forensics("verify", "beside.json", cwd=case).out == "beside.json: the same\n"
    assert sorted(path.name for path in (case / "unique").rglob("*")) == written
    assert (case / "clusters.tsv").read_text() == "mine"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("last", [["-o", "/dev/full"], ["-o", "gone.json"]])
def test_outputs_of_one_run_appear_together_or_none_does(forensics, tmp_path, last):
    (tmp_path / "in.jsonl").write_text('{"text": "one two three four five six"}\n' * 2)
    written = ["--write-unique", "unique.jsonl", "--write-clusters", "clusters.tsv"]
    full = last[-1] == "/dev/full"
    forensics("dedupe", "in.jsonl", *written, "--json", *last, cwd=tmp_path, status=2 if full else 0)
    kept = [] if full else ["clusters.tsv", "gone.json", "unique.jsonl"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*kept, "in.jsonl"])
