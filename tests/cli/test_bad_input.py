"""Bad input ends in one clear line and status 2, or in a skipped entry with its reason."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = ("dedupe", "spin", "trace")


@pytest.fixture(params=COMMANDS)
def command(request):
    return request.param


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("broken.txt", b"Caf\xe9 society met on Friday.", "UTF-8"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t \n", "no text"),
        ("binary.txt", b"\x7fELF\x00\x01\x02\x00", "binary"),
    ],
)
def test_a_document_that_cannot_be_handled_is_skipped_with_its_reason(
    forensics, command, tmp_path, name, data, reason
):
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text("The council met on Friday and agreed on the new road.\n")
    ran = forensics(command, ".", "--json", cwd=tmp_path)
    assert [one["id"] for one in ran.json["skipped"]] == [f"./{name}"]
    assert reason in ran.json["skipped"][0]["reason"]
    assert reason in ran.err


def test_when_nothing_can_be_read_the_status_is_2(forensics, command, tmp_path):
    (tmp_path / "empty.txt").touch()
    ran = forensics(command, "empty.txt", cwd=tmp_path, status=2)
    assert "empty" in ran.err


def test_a_reference_that_can_be_read_does_not_hide_a_text_that_cannot(forensics, tmp_path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "original.txt").write_text("The council met on Friday and agreed on the new road.\n")
    ran = forensics("spin", "empty.txt", "--against", "original.txt", cwd=tmp_path, status=2)
    assert "empty" in ran.err


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", b"\x7fELF\x00\x01", "binary"),
        ("dashes.txt", b"--\n", "no word"),
        ("missing.txt", None, "missing.txt"),
    ],
)
def test_a_template_that_says_nothing_is_refused_in_a_line(forensics, tmp_path, name, data, reason):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text("The council met on Friday and agreed on the new road.\n")
    ran = forensics("trace", "good.txt", "--template", name, cwd=tmp_path, status=2)
    assert reason in ran.err
    assert len(ran.err.splitlines()) <= 2


def test_what_a_template_holds_is_shown_and_counted_nowhere(forensics, tmp_path):
    (tmp_path / "task.txt").write_text("Describe the new road of your town and say who paid for it.\n")
    for name, own in (("a", "It is of stone."), ("b", "Nobody knows, and nobody asks.")):
        (tmp_path / f"{name}.txt").write_text(
            f"Describe the new road of your town and say who paid for it.\n\n{own}\n"
        )
    ran = forensics("trace", "a.txt", "b.txt", "--template", "task.txt", "--json", cwd=tmp_path)
    assert ran.json["settings"]["templates"] == ["task.txt"]
    assert [one["kind"] for one in ran.json["result"]["documents"][0]["residue"]] == ["template"]
    assert ran.json["result"]["verdicts"][0]["coverage_a"] == 0
    assert "template" in forensics("trace", "a.txt", "b.txt", "--template", "task.txt", cwd=tmp_path).out


def test_a_folder_without_texts_says_so(forensics, command, tmp_path):
    (tmp_path / "folder").mkdir()
    ran = forensics(command, "folder", cwd=tmp_path, status=2)
    assert "folder" in ran.err
    assert len(ran.err.splitlines()) <= 2


def test_a_missing_path_says_which_was_probably_meant(forensics, command):
    ran = forensics(command, "001.txt", status=2)
    assert "samples/001.txt" in ran.err
    assert len(ran.err.splitlines()) == 2


def test_nothing_to_read_is_a_usage_error(forensics, command):
    ran = forensics(command, status=2)
    assert "nothing to read" in ran.err


def test_an_unknown_option_points_to_the_help(forensics, command):
    ran = forensics(command, "samples", "--frobnicate", status=2)
    assert "--frobnicate" in ran.err
    assert "--help" in ran.err


def test_fail_on_names_what_it_knows(forensics, command):
    ran = forensics(command, "samples", "--fail-on", "nonsense", status=2)
    assert "nonsense" in ran.err
    assert "it knows" in ran.err


def test_fail_on_ends_with_1_only_when_it_is_met(forensics):
    forensics("spin", "samples/001.txt", "--fail-on", "spun", status=1)
    forensics("spin", "samples/002.txt", "--fail-on", "spun", status=0)
    forensics("dedupe", "samples", "--fail-on", "duplicates", status=0)


def test_an_output_that_cannot_be_written_is_one_clear_line(forensics, tmp_path):
    ran = forensics("dedupe", "samples", "-o", tmp_path / "no" / "such" / "folder.json", status=2)
    assert "folder.json" in ran.err or "no such" in ran.err.lower()


def test_an_input_is_never_overwritten(forensics, command, tmp_path):
    (tmp_path / "only.txt").write_text("The council met on Friday and agreed on the new road.\n")
    ran = forensics(command, ".", "--json", "-o", "only.txt", cwd=tmp_path, status=2)
    assert "only.txt is an input" in ran.err
    assert (tmp_path / "only.txt").read_text().startswith("The council")


def test_an_output_file_is_written_whole(forensics, tmp_path):
    printed = forensics("dedupe", "samples", "--json")
    written = forensics("dedupe", "samples", "--json", "-o", tmp_path / "out.json")
    assert written.raw == b""
    assert (tmp_path / "out.json").read_bytes() == printed.raw


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes")
def test_a_closed_pipe_ends_quietly(tmp_path):
    text = " ".join(f"word{n}" for n in range(300))
    (tmp_path / "many.jsonl").write_text("".join(f'{{"id": "{n}", "text": "{text}"}}\n' for n in range(2000)))
    done = subprocess.run(
        [
            "bash",
            "-c",
            f"{sys.executable} -m forensics dedupe many.jsonl --json | head -c 10; echo ${{PIPESTATUS[0]}}",
        ],
        capture_output=True,
        cwd=tmp_path,
        check=True,
    )
    assert done.stderr == b""
    assert done.stdout.decode().endswith("141\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("dedupe samples > /dev/full", "No space left"),
        ("dedupe samples --json > /dev/full", "No space left"),
        ("dedupe samples >&-", "standard output is closed"),
        ("dedupe samples --json >&-", "standard output is closed"),
    ],
)
def test_a_standard_output_that_cannot_take_it_is_one_clear_line(arguments, said):
    root = Path(__file__).resolve().parents[2]
    line = f"{sys.executable} -m forensics {arguments}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, cwd=root)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert "internal error" not in done.stderr.decode()


def test_a_record_whose_text_is_null_is_said_to_be_so(forensics, tmp_path):
    (tmp_path / "one.jsonl").write_text('{"id": "a", "text": null}\n')
    ran = forensics("dedupe", "one.jsonl", "--json", cwd=tmp_path, status=2)
    assert "'text' is null" in ran.err


def test_standard_input_is_a_document(forensics):
    ran = forensics("dedupe", "-", "samples/000.txt", "--json", stdin=b"A text of its own, quite short.")
    assert [one["id"] for one in ran.json["inputs"]] == ["-", "samples/000.txt"]


def test_markup_and_escape_codes_in_texts_and_names_never_act(forensics, command, tmp_path):
    hostile = "\x1b[31mred\x1b[0m [bold]loud[/bold] \x9b2J <script>alert(1)</script> told the BBC. "
    (tmp_path / "[red]evil\x1b[5m.txt").write_text(hostile * 8)
    (tmp_path / "other.txt").write_text(hostile * 8 + "And a little more.")
    arguments = [".", "--against", "."] if command == "trace" else ["."]
    for face in ("table", "json", "jsonl"):
        ran = forensics(command, *arguments, "--format", face, "-v", cwd=tmp_path)
        assert "\x1b" not in ran.out + ran.err
        assert "\x9b" not in ran.out + ran.err
