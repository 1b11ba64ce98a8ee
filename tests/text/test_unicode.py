"""One version of Unicode, whatever Python runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from forensics.documents.model import one_line
from forensics.sketch.numpy_kernel import NumpyKernel
from forensics.text.disguise.unmask import unmask
from forensics.text.fold import fold
from forensics.unicode import UNICODE, category, is_assigned

ROOT = Path(__file__).parents[2]
# Letters that Unicode 15 to 17 brought: one with a lower case, one with a plain form, one of a script of its own.
LATER = "\ua7da\U0001ccd6\U00011f04\U0001e4d0\U00031350\u1c89"


def other_pythons() -> list[str]:
    """Return the Pythons on this machine that are neither too old nor of the version that runs."""
    named = [shutil.which(f"python3.{minor}") for minor in range(11, 16)]
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    kept = (str(path) for minor in range(11, 16) for path in sorted(versions.glob(f"3.{minor}.*/bin/python")))
    found = [path for path in (*named, *kept) if path]
    tried = {path: subprocess.run([path, "-c", _VERSION], capture_output=True, text=True) for path in found}
    by_version = {one.stdout: path for path, one in tried.items() if one.returncode == 0}
    by_version.pop("{}.{}\n".format(*sys.version_info[:2]), None)
    return sorted(by_version.values())


_VERSION = "import sys; print('%d.%d' % sys.version_info[:2])"


def test_the_pinned_version_is_that_of_the_oldest_python_that_is_served() -> None:
    if unicodedata.unidata_version == UNICODE:
        codes = [*range(0x33400), *range(0xE0000, 0xE0200)]
        assert [category(chr(code)) for code in codes] == [unicodedata.category(chr(code)) for code in codes]
    assert not any(map(is_assigned, LATER))


def test_what_later_versions_brought_parts_words_and_keeps_its_place() -> None:
    for char in LATER.replace("\U0001ccd6", ""):
        text = f"one{char}two"
        assert fold(text) == "one two"
        read = unmask(text)
        assert (read.source(4, 7), read.findings) == ((4, 7), ())


def test_outlined_capitals_are_read_by_every_python_as_the_letters_that_they_are() -> None:
    outlined = " ".join(
        "".join(chr(0x1CCD6 + ord(c) - ord("A")) for c in w) for w in ("HIDE", "THIS", "TEXT")
    )
    read = unmask(outlined)
    assert read.text == "HIDE THIS TEXT"
    assert [one.kind for one in read.findings] == ["styled"]


def test_marks_that_are_not_assigned_yet_are_no_hiding_place() -> None:
    text = " ".join(f"{word[0]}\u1adf{word[1:]}" for word in "hiding words under marks".split())
    read = unmask(text)
    assert read.text == "hiding words under marks"
    assert [one.kind for one in read.findings] == ["combining_mark"]


def test_both_kernels_see_the_same_words() -> None:
    texts = [f"one{char}two three{char} four" for char in LATER + "\u1adf\ufdd0\u20f5"]
    native = pytest.importorskip("forensics.sketch.native", reason="built without a compiler")
    folded = [bytes(kernel.fold(texts)[0].data) for kernel in (native.NativeKernel(), NumpyKernel())]
    assert folded[0] == folded[1]


def test_what_is_quoted_in_a_reason_does_not_hang_on_the_python_that_runs() -> None:
    assert one_line(f"a{LATER}b") == "a" + "?" * len(LATER) + "b"


def test_every_code_point_is_read_alike_by_every_python_at_hand() -> None:
    """The script needs no package: each Python that is here runs it."""
    if not (others := other_pythons()):
        pytest.skip("no second Python is here")
    script = [str(ROOT / "tests" / "text" / "unicode_digest.py")]
    said = {
        path: subprocess.run(
            [path, *script],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        ).stdout.split()
        for path in (sys.executable, others[-1])
    }
    assert len({one[0] for one in said.values()}) == 1, said
