"""Without a compiler the build goes on, and leaves the work to the kernel in numpy."""

import os
import shutil
import subprocess
import sys

import pytest

pytest.importorskip("setuptools")


def test_a_missing_compiler_does_not_stop_the_build(tmp_path, request):
    root = request.config.rootpath
    (tmp_path / "forensics/sketch").mkdir(parents=True)
    shutil.copy(root / "setup.py", tmp_path)
    shutil.copy(root / "forensics/sketch/_kernel.c", tmp_path / "forensics/sketch")
    done = subprocess.run(
        [sys.executable, "setup.py", "-q", "build_ext", "--build-lib", "built"],
        cwd=tmp_path,
        env={**os.environ, "CC": "/bin/false", "CXX": "/bin/false"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert not list(tmp_path.glob("built/**/_kernel*"))
