"""What can be fuzzed: a law, and where to begin looking for what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

Law = Callable[[bytes], object]
"""Raises where something is not as promised; whatever else it does is no matter."""


@dataclass(frozen=True, slots=True)
class Target:
    """One part of the program under one law.

    `law` is made when the part is loaded, so that an engine may watch its modules being imported. `seeds` are inputs
    to begin with, made and not stored; no input is longer than `longest` bytes, and none takes longer than
    `seconds` on a machine that is busy.
    """

    name: str
    says: str
    law: Callable[[], Law]
    seeds: Callable[[], Iterable[bytes]]
    longest: int = 400
    seconds: int = 60
    compiled: bool = False
    """Whether it runs compiled code, which is built with sanitizers for it."""
