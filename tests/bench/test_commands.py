"""Every bench can be run as its docstring says, and what the documentation says of benches is so."""

import ast
import importlib
import re
import runpy
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "bench").rglob("*.py"))
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
DIRECT = re.compile(r"python3? (?:\./)?bench/\S+\.py")  # a bench run as a file, which finds no other module
NAMED = re.compile(r"python3? -m (bench(?:\.\w+)+)")


def _module(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _runs(path):
    """Tell whether a file does something when it is run."""
    return any(
        isinstance(node, ast.If) and ast.unparse(node.test) == "__name__ == '__main__'"
        for node in ast.parse(path.read_text("utf-8")).body
    )


def _command(path):
    """Return what stands behind python -m."""
    return _module(path).removesuffix(".__main__")


MODULES = {_module(path): path for path in FILES}
COMMANDS = {_command(path): path for path in FILES if _runs(path)}


def test_there_are_benches_of_every_analysis():
    assert {name.split(".")[1] for name in COMMANDS} >= {"dedupe", "spin", "trace", "reports"}
    assert len(COMMANDS) >= 20


@pytest.mark.parametrize("name", MODULES)
def test_every_module_can_be_imported_and_says_what_it_holds(name):
    assert importlib.import_module(name).__doc__


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_names_itself_and_what_it_needs_in_its_docstring(name):
    doc = ast.get_docstring(ast.parse(COMMANDS[name].read_text("utf-8"))) or ""
    assert re.findall(rf"^Run.*python -m {name}(?![\w.])", doc, re.M), (
        "the docstring says how the bench is run"
    )
    assert set(NAMED.findall(doc)) == {name}
    assert re.search(r"^Needs ", doc, re.M), "the docstring says what the bench needs"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_answers_help_with_how_it_is_run(name, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", [name, "--help"])
    monkeypatch.delitem(sys.modules, _module(COMMANDS[name]), raising=False)
    with pytest.raises(SystemExit) as ended:
        runpy.run_module(_module(COMMANDS[name]), run_name="__main__")
    assert ended.value.code == 0
    assert f"python -m {name}" in capsys.readouterr().out


@pytest.mark.parametrize("name", MODULES)
def test_no_bench_changes_where_modules_are_looked_for(name):
    assert "sys.path" not in MODULES[name].read_text("utf-8")


@pytest.mark.parametrize("page", [*PAGES, *FILES], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_bench_that_is_named_anywhere_is_there(page):
    text = page.read_text("utf-8")
    assert not DIRECT.findall(text)
    assert set(NAMED.findall(text)) <= COMMANDS.keys()
    named = {path.rstrip(".") for path in re.findall(r"\bbench/[\w./]+", text)}
    assert not {path for path in named if not (ROOT / path).exists()}
