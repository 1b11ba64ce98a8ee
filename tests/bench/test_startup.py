import subprocess
import sys
from pathlib import Path

import pytest

from bench.startup.measure import costs

ROOT = Path(__file__).resolve().parents[2]


def test_a_program_that_works_and_holds_more_costs_more():
    code = """if True:
        import sys
        from bench.startup.measure import costs

        busy = "held = b'x' * (300 << 20); sum(i * i for i in range(4_000_000))"
        measured = costs({"idle": [sys.executable, "-c", "pass"], "busy": [sys.executable, "-c", busy]}, rounds=2)
        assert measured["busy"].seconds > measured["idle"].seconds > 0
        assert measured["busy"].peak > 300 > measured["idle"].peak > 0
    """
    # From a process of its own: a child counts as large as the one that starts it.
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_a_program_that_fails_is_not_measured():
    with pytest.raises(subprocess.CalledProcessError) as error:
        costs({"broken": [sys.executable, "-c", "raise SystemExit('no such text')"]}, rounds=1)
    assert b"no such text" in error.value.stderr
