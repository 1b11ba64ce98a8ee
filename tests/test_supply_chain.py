"""What is installed with the package: under which licences, in which versions, and who looks for known holes."""

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tools import licences, lock

ROOT = Path(__file__).resolve().parents[1]
HASHES = f" \\\n    --hash=sha256:{64 * 'a'}"


@pytest.mark.parametrize(
    ("said", "may"),
    [
        ("MIT", True),
        ("MPL-2.0 AND MIT", True),
        ("GPL-3.0-only OR MIT", True),
        ("GPL-3.0-only AND MIT", False),
        ("MIT AND (GPL-2.0-only OR BSD-3-Clause)", True),
        ("MIT OR GPL-3.0-only AND MIT", True),
        ("GNU General Public License (GPL)", False),
        ("MIT AND", False),
        ("", False),
    ],
)
def test_a_licence_may_be_used_when_all_that_it_needs_is_allowed(said, may):
    assert licences.allowed(said) == may


def test_every_licence_and_exception_has_its_reason():
    assert all({**licences.ALLOWED, **licences.EXCEPTIONS}.values())


def test_what_an_extra_asks_for_is_asked_for_through_others():
    names = {one.name for one in licences.requirements(("dev",))}
    assert {"typer", "pypdf", "mkdocs-material", "pytest"} <= names
    assert "atheris" not in names
    assert "forensics" not in names


def test_the_lock_holds_all_that_is_asked_for_and_names_no_place():
    text = lock.LOCK.read_text("utf-8")
    assert lock.stale(lock.locked(text), list(licences.requirements(("dev",)))) == []
    assert "://" not in text
    assert "index" not in re.sub(r"^[\w.-]+==.*$", "", text, flags=re.M)


def test_a_lock_that_is_too_old_is_told():
    found = lock.locked(f"rich==13.0.0{HASHES}\n")
    assert lock.stale(found, [Requirement("rich>=13")]) == []
    assert lock.stale(found, [Requirement("rich>=13.9")]) == ["rich>=13.9 is asked for, and locked is 13.0.0"]
    assert lock.stale(found, [Requirement("typer")]) == ["typer is asked for, and locked is nothing"]


@pytest.mark.parametrize("line", ["rich==13.0.0", "rich>=13", f"rich @ https://a.example/r.whl{HASHES}"])
def test_a_lock_without_versions_or_hashes_is_none(line):
    with pytest.raises(ValueError, match="no version with its hashes"):
        lock.locked(f"{line}\n")


def test_known_holes_are_looked_for_each_week_and_not_where_changes_are_checked():
    scheduled = (ROOT / ".github" / "workflows" / "audit.yml").read_text("utf-8")
    assert "pip-audit" in scheduled
    assert "requirements-dev.txt" in scheduled
    assert "schedule:" in scheduled
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "python -m tools.licences" in ci
    assert "python -m tools.lock --check" in ci
    assert "pip-audit" not in ci
