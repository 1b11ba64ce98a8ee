"""What every run of the command line asks of its process."""

from __future__ import annotations

import atexit
import gc
import os


def settle() -> None:
    """Spare the process what a run has no use for: linear algebra's threads, and a search for cycles at every turn."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is imported, which is not yet
    gc.set_threshold(50_000, 20, 100)
    atexit.register(gc.freeze)  # spares a last search for cycles: all memory is about to go
