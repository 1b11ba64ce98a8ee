"""Work that any engine can be given: functions of a module over plain data."""

import time
from pathlib import Path


def waited(item: int) -> int:
    """Return the item after as many tenths of a millisecond."""
    time.sleep(item / 10_000)
    return item


def same(item: int) -> int:
    """Return the item at once."""
    return item


def plus(summand: int, item: int) -> int:
    """Return the sum; with the summand fixed beforehand it is work."""
    return summand + item


def refuse_seven(item: int) -> int:
    """Return the item, slowly unless it is the one that fails."""
    if item == 7:
        raise ArithmeticError("seven")
    time.sleep(0.002)
    return item


def leave_traces(folder: Path, item: int) -> int:
    """Write down that the work on an item has begun, and a moment later that it has ended."""
    (folder / f"{item}.begun").touch()
    time.sleep(0.02)
    (folder / f"{item}.ended").touch()
    return item
