"""Where tables go that take more memory than they may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO


@dataclass(frozen=True, slots=True)
class Spill:
    """Files for the part of a table that goes beyond `most_bytes` in memory; `open_file` opens an empty one."""

    most_bytes: int
    open_file: Callable[[], IO[bytes]]
