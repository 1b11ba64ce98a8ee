"""The GitHub Action's script, run as the runner runs it: in real checkouts of a real repository."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
SPUN = (ROOT / "samples" / "001.txt").read_bytes()
PLAIN = b"The committee met on Monday and voted to keep the library open for two more evenings a week.\n" * 12
AUTHOR = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always")

pytestmark = pytest.mark.skipif(not shutil.which("git") or not shutil.which("jq"), reason="needs git and jq")


def git(folder, *arguments):
    done = subprocess.run(["git", *AUTHOR, *arguments], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.fixture
def origin(tmp_path):
    """Return a repository with two commits: an honest text, then a spun one."""
    folder = tmp_path / "origin"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "config", "uploadpack.allowReachableSHA1InWant", "true")
    for name, text in (("plain.txt", PLAIN), ("story 1,2.txt", SPUN)):
        (folder / name).write_bytes(text)
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", "--message", name)
    return folder


@pytest.fixture
def shallow(origin, tmp_path):
    """Return the checkout that a runner makes: the last commit alone."""
    git(tmp_path, "clone", "--quiet", "--depth=1", origin.as_uri(), "checkout")
    return tmp_path / "checkout"


def screen(folder, base, fail_on="spun", globs="*.txt *.md"):
    (step,) = [one for one in ACTION["runs"]["steps"] if one.get("id") == "screen"]
    outputs = folder.parent / "outputs"
    outputs.touch()
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    given = {"BASE": base, "FAIL_ON": fail_on, "GLOBS": globs, "GITHUB_OUTPUT": str(outputs), "PATH": path}
    assert set(step["env"]) < set(given)
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={**os.environ, **given},
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode(), outputs.read_text("utf-8")


def test_a_push_is_measured_against_what_was_there_before_also_in_a_shallow_checkout(shallow, origin):
    status, said, outputs = screen(shallow, git(origin, "rev-parse", "HEAD~1"))
    assert status == 1
    assert "::error file=story 1%2C2.txt,title=reads as spun::score " in said
    assert "plain.txt" not in said
    assert "result=" in outputs


@pytest.mark.parametrize("base", ["0" * 40, ""], ids=["a new branch", "by hand"])
def test_where_nothing_was_before_every_text_is_screened(shallow, base):
    status, said, _ = screen(shallow, base)
    assert status == 1
    assert "::error file=story" in said


def test_a_base_that_is_gone_is_told_and_every_text_is_screened(shallow):
    status, said, _ = screen(shallow, "12" * 20)
    assert status == 1
    assert "::notice::" + "12" * 20 + " cannot be had" in said


def test_a_change_without_texts_passes(shallow):
    head = git(shallow, "rev-parse", "HEAD")
    assert screen(shallow, head) == (0, "no changed texts\n", "")


def test_a_check_that_fails_on_nothing_still_tells(shallow):
    status, said, _ = screen(shallow, "", fail_on="")
    assert status == 0
    assert "::error file=story" in said


def test_a_file_name_cannot_give_the_runner_a_command(origin):
    (origin / "a\n::add-mask::x.txt").write_bytes(SPUN)
    git(origin, "add", "--all")
    _, said, _ = screen(origin, "")
    assert not [line for line in said.splitlines() if line.startswith("::add-mask")]
