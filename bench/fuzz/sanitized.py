"""The compiled code built so that it stops at whatever C leaves undefined: addresses, overflows, shifts."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

_FOLDER = "FORENSICS_SANITIZED"
_SOURCES = {
    "forensics.sketch._kernel": "forensics/sketch/_kernel.c",
    "forensics.documents._jsonl": "forensics/documents/_jsonl.c",
}
_FLAGS = (
    "-O1 -g -shared -fPIC -fno-omit-frame-pointer -fno-sanitize-recover=all "
    "-fsanitize=address,undefined,signed-integer-overflow,shift,bounds,pointer-overflow,null"
).split()


def build(folder: Path, root: Path) -> dict[str, str]:
    """Build the extensions of `root` into `folder`, and return the environment in which `use` finds them.

    Raises FileNotFoundError where there is no gcc.
    """
    compiler = shutil.which("gcc")
    if compiler is None:
        raise FileNotFoundError("the compiled code is fuzzed with gcc's sanitizers: install gcc")
    include = sysconfig.get_path("include")
    for name, source in _SOURCES.items():
        command = [compiler, *_FLAGS, "-DPy_LIMITED_API=0x030B0000", f"-I{include}", str(root / source)]
        subprocess.run([*command, "-o", str(folder / f"{name}.so")], check=True)
    libraries = [
        subprocess.run(
            [compiler, f"-print-file-name=lib{one}.so"], check=True, capture_output=True, text=True
        ).stdout.strip()
        for one in ("asan", "ubsan")
    ]
    # The interpreter frees nothing as it ends, so that leaks say nothing.
    return {
        _FOLDER: str(folder),
        "LD_PRELOAD": " ".join(libraries),
        "ASAN_OPTIONS": "detect_leaks=0:allocator_may_return_null=1:handle_segv=1",
        "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1",
        "PYTHONMALLOC": "malloc",
    }


def use() -> None:
    """Import the extensions that were built with sanitizers, where the environment names them, before any other."""
    folder = os.environ.get(_FOLDER)
    if not folder:
        return
    for name in _SOURCES:
        path = str(Path(folder) / f"{name}.so")
        loader = importlib.machinery.ExtensionFileLoader(name, path)
        spec = importlib.util.spec_from_file_location(name, path, loader=loader)
        if spec is None:
            raise ImportError(path)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        loader.exec_module(module)
        parent, _, own = name.rpartition(".")
        setattr(importlib.import_module(parent), own, module)
