"""The paths of a command: what it reads, what it writes, and that none of them is meant twice."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from forensics.errors import UsageError

_STANDARD_INPUT = ("-", "/dev/stdin")


def named_paths(
    paths: Sequence[str] | None,
    files0_from: str | None,
    others: Mapping[str, str | Sequence[str] | None] | None = None,
    *,
    in_order: bool = False,
) -> list[str]:
    """Return the paths of the command line and those of the list: as they were given where `in_order`, else sorted.

    Where the order means nothing the same inputs are to give the same bytes.

    `others` are the paths that other options name. Raises InputError for a bad list, UsageError where standard
    input is wanted for two purposes.
    """
    from forensics.documents.files import files_from

    listed = files_from(files0_from) if files0_from is not None else []
    read = {"PATH": paths, "--files0-from": files0_from, "the list of files": listed, **(others or {})}
    wanted = [name for name, given in read.items() if _is_standard_input(given)]
    if len(wanted) > 1:
        raise UsageError(
            f"standard input can be read once, and {' and '.join(wanted)} ask for it",
            "save it in a file first, and name that",
        )
    named = [*(paths or ()), *listed]
    return named if in_order else sorted(named, key=os.fsencode)


def check_outputs(outputs: Mapping[str, Path | None], read: Iterable[str | Path | None] = ()) -> None:
    """Raise UsageError where two of `outputs`, by option, are one file, or one of them is among what is `read`.

    Raises OutputError for one that cannot be written.
    """
    from forensics.documents.output import check_writable

    written: dict[str, str] = {}
    inputs = [str(path) for path in read if path is not None]
    for option, path in outputs.items():
        if path is None:
            continue
        check_writable(path, inputs)
        before = written.setdefault(os.path.realpath(path), option)
        if before != option and (path.is_file() or not path.exists()):
            raise UsageError(f"{before} and {option} are both {path}", "name two files")


def _is_standard_input(given: str | Sequence[str] | None) -> bool:
    named = (given,) if isinstance(given, str) else given or ()
    return any(path in _STANDARD_INPUT for path in named)
