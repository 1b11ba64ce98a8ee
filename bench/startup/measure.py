"""Processor time and peak memory of whole processes, several of them in turn."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds of processor time (user and system), and its peak resident set in MiB.

    A process that is started by a larger one counts as large as that: measure from a small one.
    """

    seconds: float
    peak: float


def costs(programs: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Cost]:
    """Return the median cost of each program (name -> arguments of its process) over `rounds`.

    The programs take turns, so that a slow minute of the machine falls on all of them; a first turn, in which every
    module is compiled as an installer does it, counts for nothing. Raises CalledProcessError where one fails.
    """
    seen: dict[str, list[Cost]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for turn in range(rounds + 1):
            for name, arguments in programs.items():
                cost = _run(arguments, environment)
                if turn:
                    seen[name].append(cost)
    return {
        name: Cost(statistics.median(c.seconds for c in some), statistics.median(c.peak for c in some))
        for name, some in seen.items()
    }


def _run(arguments: Sequence[str], environment: Mapping[str, str]) -> Cost:
    with subprocess.Popen(
        arguments, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as child:
        assert child.stderr is not None
        said = child.stderr.read()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, arguments, stderr=said)
    kibibytes = used.ru_maxrss / 1024 if sys.platform == "darwin" else used.ru_maxrss
    return Cost(used.ru_utime + used.ru_stime, kibibytes / 1024)
