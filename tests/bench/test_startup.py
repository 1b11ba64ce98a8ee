import subprocess
import sys

import pytest

from bench.startup.measure import costs


def test_a_program_that_works_and_holds_more_costs_more():
    measured = costs(
        {
            "idle": [sys.executable, "-c", "pass"],
            "busy": [sys.executable, "-c", "held = b'x' * (300 << 20); sum(i * i for i in range(4_000_000))"],
        },
        rounds=2,
    )
    assert measured["busy"].seconds > measured["idle"].seconds > 0
    assert measured["busy"].peak > 300 > measured["idle"].peak


def test_a_program_that_fails_is_not_measured():
    with pytest.raises(subprocess.CalledProcessError) as error:
        costs({"broken": [sys.executable, "-c", "raise SystemExit('no such text')"]}, rounds=1)
    assert b"no such text" in error.value.stderr
