"""`forensics verify`: a stranger makes a result again and is told what differs."""

import json
import random
import shutil
from dataclasses import replace

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
