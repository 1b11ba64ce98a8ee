"""What carries the program to people: the image's build context, the source archive and the wheel."""

import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from docker.utils import exclude_paths

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def context(tmp_path_factory):
    """Return the folder that an engine would be sent: what git holds, less what .dockerignore leaves out."""
    whole, sent = tmp_path_factory.mktemp("whole"), tmp_path_factory.mktemp("sent")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    ).stdout.decode()
    if not listed:
        pytest.skip("needs a git checkout, to know which files are the project's")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).exists():
            (whole / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, whole / name)
    patterns = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    for name in exclude_paths(str(whole), patterns):
        if (whole / name).is_file():
            (sent / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(whole / name, sent / name)
    return sent


def steps(stage):
    """Return the RUN lines of a stage of the Dockerfile, their continued lines joined."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    return re.findall(r"^RUN (.*)", re.split(r"^FROM ", text, flags=re.M)[stage], re.M)


def test_the_context_holds_what_the_wheel_needs_and_not_the_tests(context):
    held = {path.name for path in context.iterdir()}
    assert {"forensics", "pyproject.toml", "setup.py", "README.md", "LICENSE", "NOTICE"} <= held
    assert not held & {"tests", "bench", ".git", "samples"}


def test_the_images_wheel_is_built_from_its_context_alone(context, tmp_path):
    (command,) = [step for step in steps(1) if step.startswith("pip wheel")]
    command = command.replace("/wheels", str(tmp_path)) + " --no-deps --quiet"
    subprocess.run([sys.executable, "-m", *command.split()], cwd=context, check=True, timeout=600)
    (wheel,) = tmp_path.glob("forensics-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("share/man/man1/forensics.1") for name in names)
    assert any(name.startswith("forensics/lexicon/data/") for name in names)
    assert any("_kernel" in name and name.endswith((".so", ".pyd")) for name in names)
    assert not [name for name in names if name.startswith(("tests/", "bench/", "tools/"))]


@pytest.mark.skipif(
    subprocess.run(["docker", "info"], capture_output=True, check=False).returncode != 0
    if shutil.which("docker")
    else True,
    reason="no Docker engine here",
)
def test_the_image_builds_and_reads_a_text(tmp_path):
    shutil.copy(ROOT / "samples" / "001.txt", tmp_path)
    subprocess.run(["docker", "build", "--quiet", "--tag", "forensics-test", "."], cwd=ROOT, check=True)
    shown = subprocess.run(
        ["docker", "run", "--rm", "--volume", f"{tmp_path}:/texts:ro", "forensics-test", "spin", "001.txt"],
        capture_output=True,
        check=True,
    )
    assert b"spun" in shown.stdout


def test_the_archive_builds_and_its_metadata_is_what_an_index_takes(tmp_path):
    build = [sys.executable, "-m", "build", "--sdist", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, timeout=600)
    (archive,) = tmp_path.glob("*.tar.gz")
    checked = subprocess.run(
        [sys.executable, "-m", "twine", "check", "--strict", archive], capture_output=True, check=False
    )
    assert checked.returncode == 0, checked.stdout.decode()
    with tarfile.open(archive) as held:
        names = {name.partition("/")[2] for name in held.getnames()}
    assert {"setup.py", "NOTICE", "LICENSE", "docs/forensics.1", "forensics/sketch/_kernel.c"} <= names
