"""Help that teaches, and that costs nothing."""

import subprocess
import sys

import pytest

COMMANDS = ("dedupe", "spin", "trace", "read", "schema", "index")
INDEX_COMMANDS = ("build", "add", "remove", "query", "info", "verify", "repair")


def test_help_names_every_command(forensics):
    out = forensics("--help").out
    assert all(command in out for command in COMMANDS)


@pytest.mark.parametrize("command", [*COMMANDS[:-1], *(f"index {one}" for one in INDEX_COMMANDS)])
def test_every_command_shows_an_example(forensics, command):
    shown = forensics(*command.split(), "--help").out.replace("Usage: forensics", "")
    assert f"forensics {command} " in shown


def test_help_imports_nothing_heavy():
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "forensics", "--help"],
        capture_output=True,
        check=True,
        text=True,
    )
    imported = {
        line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line
    }
    assert "typer" in imported
    assert imported.isdisjoint({"numpy", "scipy", "nltk", "datasketch", "tantivy", "rapidfuzz", "msgspec"})


def test_the_version_names_the_signature_kernel(forensics):
    out = forensics("--version").out
    assert out.startswith("forensics 0.")
    assert "kernel" in out


def test_completion_knows_the_commands(forensics):
    ran = forensics(_FORENSICS_COMPLETE="complete_bash", COMP_WORDS="forensics de", COMP_CWORD="1")
    assert ran.out.split() == ["dedupe"]
