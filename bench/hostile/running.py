"""One run of the command line in a process of its own, under caps of memory and time."""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MEMORY = 4 << 30
SECONDS = 300
"""Caps of one run: far above what any should take, so that a machine that is busy fails none."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run ended: `status` below 0 is the signal that ended it."""

    status: int
    out: bytes
    err: str
    seconds: float
    megabytes: int


def preload() -> None:
    """Import what every run needs, once."""
    import lxml.etree
    import lxml.html
    import pypdf
    import striprtf.striprtf
    import trafilatura
    import zstandard

    import forensics.cli.main
    from forensics import lexicon
    from forensics.lexicon.relations import shipped

    del lxml, pypdf, striprtf, trafilatura, zstandard, forensics
    lexicon.load()
    shipped()


def forked(arguments: Sequence[str], folder: Path) -> Ran:
    """Run `forensics` with `arguments` in `folder`, in a fork of this process."""
    out, err = folder / "out", folder / "err"
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        _become(arguments, folder, out, err)
    _, state, used = os.wait4(child, 0)
    return Ran(
        os.waitstatus_to_exitcode(state),
        out.read_bytes(),
        err.read_text("utf-8", "replace"),
        time.monotonic() - begun,
        used.ru_maxrss >> 10,
    )


def _become(arguments: Sequence[str], folder: Path, out: Path, err: Path) -> None:
    """Turn this process into a run of the command line; never returns."""
    status = 70
    try:
        for descriptor, path in ((1, out), (2, err)):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), descriptor)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.alarm(SECONDS)  # not caught: a run that hangs dies of it
        os.chdir(folder)
        os.environ.update(NO_COLOR="1", COLUMNS="100")
        sys.argv = ["forensics", *arguments]
        from forensics.cli.main import run

        run()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except (OSError, ValueError):
                status = status or 74
        os._exit(status)
