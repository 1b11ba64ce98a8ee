"""`forensics report`, run as users run it."""

import json

import pytest

from forensics.report import json as faces
from tests.cli.conftest import ROOT
from tests.report import results_by_hand as made


@pytest.fixture
def results(tmp_path):
    folder = tmp_path / "results"
    folder.mkdir()
    (folder / "a-trace.json").write_bytes(faces.document(made.trace_envelope()))
    (folder / "b-spin.json").write_bytes(faces.document(made.spin_envelope()[0]))
    return folder


def test_a_saved_result_becomes_one_page(forensics, results, tmp_path):
    page = tmp_path / "report.html"
    assert forensics("report", results / "a-trace.json", "-o", page).out == ""
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert forensics("report", results / "a-trace.json").out == page.read_text(encoding="utf-8")


def test_a_folder_becomes_a_case_with_an_index(forensics, results, tmp_path):
    (results / "package.json").write_text('{"name": "something else"}')
    ran = forensics("report", results, "-o", tmp_path / "case")
    written = sorted(path.name for path in (tmp_path / "case").iterdir())
    assert written == [
        "01-trace-a-trace.html",
        "01-trace-a-trace.json",
        "02-spin-b-spin.html",
        "02-spin-b-spin.json",
        "SHA256SUMS",
        "index.html",
    ]
    assert "skipped" in ran.err
    assert "package.json" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gone.json"], "cannot read gone.json"),
        (["samples/000.txt"], "is not JSON"),
        (["{results}/a-trace.json", "{results}/b-spin.json"], "several results make a folder"),
        (["{results}", "-o", "{results}/x.html"], "several results make a folder"),
        (["{results}", "-o", "{results}"], "it is there already"),
        (["samples"], "no saved result in samples"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(forensics, results, arguments, said):
    ran = forensics("report", *(one.format(results=results) for one in arguments), status=2)
    assert said in ran.err
    assert "hint" in ran.err or "cannot" in ran.err


@pytest.mark.parametrize("command", [["spin"], ["dedupe"], ["trace"]])
def test_every_analysis_prints_its_report(forensics, command):
    first = forensics(*command, "samples/002.txt", "--format", "html")
    assert first.out.startswith("<!doctype html>")
    assert "samples/002.txt" in first.out


def test_a_report_made_later_is_the_same_page(forensics, tmp_path):
    saved = tmp_path / "spin.json"
    texts = ["samples/001.txt", "samples/002.txt"]
    at_once = forensics("spin", *texts, "--format", "html", PYTHONHASHSEED="1")
    forensics("spin", *texts, "--json", "-o", saved, PYTHONHASHSEED="2")
    assert forensics("report", saved, PYTHONHASHSEED="3").raw == at_once.raw
    assert (ROOT / "samples/002.txt").read_text(encoding="utf-8").splitlines()[0] in at_once.out


def test_a_result_that_no_analysis_wrote_is_said_in_a_line_and_so_is_one_that_was_changed(
    forensics, tmp_path
):
    written = json.loads(faces.document(made.dedupe_envelope()[0]))
    path = tmp_path / "crafted.json"
    written["settings"]["num_perm"], written["result"]["pairs"][0]["jaccard"] = 10**18, 1e308
    path.write_text(json.dumps(written))
    ran = forensics("report", path, "-o", tmp_path / "page.html", status=2)
    assert "holds what no analysis writes" in ran.err
    assert not (tmp_path / "page.html").exists()
    written["settings"]["num_perm"], written["result"]["pairs"][0]["jaccard"] = 128, 0.99
    path.write_text(json.dumps(written))
    assert "does not carry its own digest" in forensics("report", path, "-o", tmp_path / "page.html").err
