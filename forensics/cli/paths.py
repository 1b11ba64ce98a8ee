"""The paths that a command was given, on its line and in a list."""

from __future__ import annotations

from collections.abc import Sequence


def named_paths(paths: Sequence[str] | None, files0_from: str | None) -> list[str]:
    """Return the paths of the command line, then those of the list; raises InputError for a bad list."""
    from forensics.documents.files import files_from

    return [*(paths or ()), *(files_from(files0_from) if files0_from is not None else ())]
