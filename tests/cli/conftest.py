"""The installed command, run as users run it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("forensics")
ROOT = Path(__file__).resolve().parents[2]


class Ran:
    """What one run of the command gave."""

    def __init__(self, done):
        self.status = done.returncode
        self.raw = done.stdout
        self.out = done.stdout.decode()
        self.err = done.stderr.decode()

    @property
    def json(self):
        return json.loads(self.raw)

    @property
    def lines(self):
        return [json.loads(line) for line in self.raw.splitlines()]


@pytest.fixture(scope="session")
def forensics():
    def run(*arguments, stdin=b"", cwd=ROOT, status=0, **environment):
        done = subprocess.run(
            [COMMAND, *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1", **environment},
            timeout=300,
            check=False,
        )
        ran = Ran(done)
        assert status is None or ran.status == status, ran.err
        assert "Traceback" not in ran.err
        return ran

    return run


@pytest.fixture(scope="session")
def spin_samples(forensics):
    return forensics("spin", "samples", "--json").json


@pytest.fixture(scope="session")
def trace_samples(forensics):
    return forensics("trace", "samples/001.txt", "--against", "samples", "--json").json


@pytest.fixture(scope="session")
def dedupe_samples(forensics):
    return forensics("dedupe", "samples", "--json").json
