"""What every run of the command line asks of its process."""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys


def settle() -> None:
    """Spare the process what a run has no use for: linear algebra's threads, and a search for cycles at every turn."""
    _fill_standard_files()
    _buffer_standard_output()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is imported, which is not yet
    gc.set_threshold(50_000, 20, 100)
    atexit.register(gc.freeze)  # spares a last search for cycles: all memory is about to go


def _fill_standard_files() -> None:
    """Let no file that is opened later stand where a standard one was closed, and get what was meant for that."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest that is free


def _buffer_standard_output() -> None:
    """Give standard output a buffer where Python runs without: a raw file may write less than it is given."""
    out = sys.stdout
    if out is not None and isinstance(getattr(out, "buffer", None), io.RawIOBase):
        raw = io.FileIO(out.fileno(), "wb", closefd=False)
        sys.stdout = io.TextIOWrapper(
            io.BufferedWriter(raw), encoding=out.encoding, errors=out.errors, line_buffering=True
        )
