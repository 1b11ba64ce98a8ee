"""How a run ends where standard files are closed, full or gone, or memory is short: never with half a result and 0."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
FORENSICS = f"{sys.executable} -m forensics"


def shell(command, **environment):
    done = subprocess.run(
        ["bash", "-c", command.replace("forensics ", f"{FORENSICS} ", 1)],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return done


STATUSES = {
    "forensics dedupe nothing 2>/dev/full": 2,
    "forensics dedupe nothing 2>&-": 2,
    "forensics dedupe --no-such 2>/dev/full": 2,
    "forensics --help | true; exit ${PIPESTATUS[0]}": 141,
    "forensics dedupe --help | true; exit ${PIPESTATUS[0]}": 141,
    "forensics --help > /dev/full": 2,
    "forensics --version >&-": 2,
    "forensics schema spin > /dev/full": 2,
}


@pytest.mark.parametrize("command", STATUSES)
def test_a_run_ends_with_the_status_that_is_promised(command):
    done = shell(command)
    assert done.returncode == STATUSES[command], done.stderr
    if "2>" in command:
        assert done.stdout == b""


@pytest.mark.parametrize("error", ["2>&-", "2>/dev/full"])
def test_a_standard_error_that_takes_nothing_changes_no_result(error, tmp_path):
    (tmp_path / "broken.txt").write_bytes(b"\xff")
    (tmp_path / "good.txt").write_text("A text about the river and the mill that stands beside it.")
    done = shell(f"forensics dedupe {tmp_path} --json {error}")
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["skipped"]) == 1


def test_a_file_that_takes_only_a_part_is_no_success(tmp_path):
    for unbuffered in ("", "1"):
        out = tmp_path / "out.json"
        done = shell(f"ulimit -f 1; forensics dedupe samples --json > {out}", PYTHONUNBUFFERED=unbuffered)
        assert out.stat().st_size <= 1024
        assert done.returncode == 2
        assert b"cannot write the output" in done.stderr


def test_an_unbuffered_standard_output_gets_the_whole_result():
    whole = shell("forensics dedupe samples --json")
    assert shell("forensics dedupe samples --json", PYTHONUNBUFFERED="1").stdout == whole.stdout


@pytest.mark.parametrize("kilobytes", [120_000, 200_000, 300_000])
def test_short_memory_ends_in_a_result_or_in_status_2(kilobytes):
    done = shell(f"ulimit -v {kilobytes}; forensics dedupe samples --json")
    assert done.returncode in (0, 2), done.stderr
    if done.returncode == 0:
        json.loads(done.stdout)


INTERRUPTED = """
import os, signal, sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
sys.argv = ["forensics", "dedupe", "samples", "--json"]
from forensics.__main__ import run
run()
"""


@pytest.mark.parametrize("module", ["typer", "forensics.cli.dedupe", "forensics.cli.session", "numpy"])
def test_an_interruption_while_modules_are_loaded_leaves_no_traceback_and_no_half_result(module):
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED.format(module=module)], capture_output=True, cwd=ROOT, check=False
    )
    assert done.returncode in (130, -signal.SIGINT)
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr


NAMED = {
    "dedupe samples/000.txt EMPTY": 2,
    "spin samples/000.txt EMPTY": 2,
    "trace samples/000.txt EMPTY": 2,
    "trace samples/000.txt --against EMPTY samples/001.txt": 2,
    "dedupe FOLDER samples/000.txt": 0,
    "dedupe samples/000.txt ./samples/000.txt samples": 0,
}


@pytest.mark.parametrize("arguments", NAMED)
def test_a_named_file_that_gives_nothing_ends_with_2_whatever_else_was_read(arguments, tmp_path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "good.txt").write_text("A text about the river and the mill that stands beside it.")
    given = arguments.replace("EMPTY", str(tmp_path / "empty.txt")).replace("FOLDER", str(tmp_path))
    done = shell(f"forensics {given} --json -q")
    assert done.returncode == NAMED[arguments], done.stderr
    assert json.loads(done.stdout)["inputs"]
    if done.returncode:
        assert b"named to be read, and not read: " in done.stderr


def test_reading_a_named_file_that_gives_nothing_ends_with_2(tmp_path):
    (tmp_path / "empty.txt").touch()
    done = shell(f"forensics read samples/000.txt {tmp_path / 'empty.txt'} -q")
    assert done.returncode == 2
    assert b"named to be read, and not read: " in done.stderr
