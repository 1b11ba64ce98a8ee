"""Standard error, to which nothing can be said where it is closed or full: that changes nothing else."""

from __future__ import annotations

import os
import sys


def tell(line: str) -> None:
    """Write a line to standard error, if that is possible; never to any other place."""
    error = sys.stderr
    if error is None:  # closed by the caller, as 2>&- does; print would take standard output
        return
    try:
        error.write(f"{line}\n")
        error.flush()
    except (OSError, ValueError):
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 - for the rest of the process
