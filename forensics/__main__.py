"""`python -m forensics` is the command `forensics`; what comes before the command can run ends as it would."""

from __future__ import annotations

import signal
import sys
from typing import NoReturn


def run() -> NoReturn:
    """Run the command line; an interruption while it is loaded ends the process by the signal, without a traceback."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        from forensics.cli.main import run as run_command
    except MemoryError:
        if sys.stderr is not None:
            sys.stderr.write("forensics: out of memory\n")
        sys.exit(2)
    signal.signal(signal.SIGINT, before)
    run_command()


if __name__ == "__main__":
    run()
