"""Move each constant that decides by the steps that its tests state, and see that they notice.

    python -m tools.constants [PART OF A NAME ...]

A test that is marked `decides("module.NAME", -0.1, 0.1)` says that it fails where the constant is 0.1 less, and where
it is 0.1 more; "module.NAME[key]" is one entry of a mapping or a tuple. Ends with 1 where a test does not notice.
"""

from __future__ import annotations

import importlib
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from typing import Any

import pytest

QUIET = ("-q", "--no-header", "-p", "no:cacheprovider", "-p", "no:xdist")


class Claims:
    """Collects which test says that it notices which move: (name, step) -> test -> its cases."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, float], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Note what each test says."""
        for item in items:
            for mark in item.iter_markers("decides"):
                name, *steps = mark.args
                for step in steps:
                    self.found[name, step][item.nodeid.split("[")[0]].append(item.nodeid)


class Failures:
    """Collects the tests that fail."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what failed."""
        if report.failed:
            self.found.add(report.nodeid)


@contextmanager
def moved(name: str, step: float) -> Iterator[tuple[float, float]]:
    """Move a constant wherever it was imported to, and yield its value before and after."""
    path, _, key = name.removesuffix("]").partition("[")
    home, _, constant = path.rpartition(".")
    whole = getattr(importlib.import_module(home), constant)
    if isinstance(whole, dict):
        value, new = whole[key], {**whole, key: whole[key] + step}
    elif key:
        value = whole[int(key)]
        new = tuple(v + step if i == int(key) else v for i, v in enumerate(whole))
    else:
        value, new = whole, whole + step
    holders: list[Any] = [
        m
        for n, m in list(sys.modules.items())
        if n.startswith("forensics") and vars(m).get(constant) is whole
    ]
    for module in holders:
        setattr(module, constant, new)
    try:
        yield value, value + step
    finally:
        for module in holders:
            setattr(module, constant, whole)


def failing(cases: list[str]) -> set[str]:
    """Run some tests in this process, and return those that fail."""
    failures = Failures()
    with redirect_stdout(StringIO()):
        pytest.main([*QUIET, *cases], plugins=[failures])
    return failures.found


def main(wanted: list[str]) -> int:
    """Print a line a move: the constant, what it became, and the tests that notice."""
    claims = Claims()
    with redirect_stdout(StringIO()):
        pytest.main([*QUIET, "--collect-only"], plugins=[claims])
    asked = {
        move: tests
        for move, tests in sorted(claims.found.items())
        if not wanted or any(part in move[0] for part in wanted)
    }
    if already := failing([c for tests in asked.values() for cases in tests.values() for c in cases]):
        print("fail as it is:", *sorted(already), sep="\n    ")
        return 1
    unnoticed = moves = 0
    for (name, step), tests in asked.items():
        with moved(name, step) as (before, after):
            failed = failing([case for cases in tests.values() for case in cases])
        noticing = [test for test, cases in tests.items() if failed & set(cases)]
        moves += 1
        unnoticed += len(tests) - len(noticing)
        print(f"{name.removeprefix('forensics.')}: {before:g} -> {after:g}")
        for test in tests:
            print(f"    {'noticed by' if test in noticing else 'NOT NOTICED BY'} {test}")
    print(f"{moves} moves, {unnoticed} not noticed")
    return 1 if unnoticed or not moves else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
