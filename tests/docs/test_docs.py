"""The documentation says what is so."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])


def test_the_command_reference_and_the_man_page_are_made_from_the_help():
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "make_reference.py", "--check"], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


def test_the_map_is_drawn_from_the_imports():
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "make_architecture.py", "--check"], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


def test_every_place_that_the_recipes_name_is_there():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("## One value")[2]
    named = [name for name in re.findall(r"`([\w./-]+)`", text) if "/" in name]
    assert len(named) > 30
    missing = [n for n in named if not any((base / n).exists() for base in (ROOT, ROOT / "forensics"))]
    assert not missing


def test_every_room_says_what_it_holds():
    silent = [
        path.parent.name
        for path in (ROOT / "forensics").rglob("__init__.py")
        if not path.read_text("utf-8").startswith('"""')
    ]
    assert not silent


def test_the_quickstart_is_two_command_lines_in_one_block():
    section = re.search(r"## Quickstart\n(.*?)\n## ", README, re.S).group(1)
    blocks = re.findall(r"```sh\n(.*?)```", section, re.S)
    assert len(blocks) == 1
    assert len([line for line in blocks[0].splitlines() if line.strip()]) == 2


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(page):
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert not missing


def test_every_decision_says_what_was_decided_and_why():
    for page in (ROOT / "docs" / "decisions").glob("[0-9]*.md"):
        text = page.read_text(encoding="utf-8")
        assert text.startswith(f"# {page.name[:4]}: "), page.name
        assert "decided" in text.lower(), page.name


def test_samples_holds_the_five_texts_and_nothing_else():
    assert sorted(path.name for path in (ROOT / "samples").iterdir()) == [f"{n:03}.txt" for n in range(5)]
