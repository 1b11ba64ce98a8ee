"""`--fail-on`: findings that a pipeline wants to stop at."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import typer

from forensics.cli.exits import FINDINGS
from forensics.errors import UsageError


def wanted(given: str | None, known: Collection[str]) -> frozenset[str]:
    """Return the names in a comma-separated `--fail-on`; raises UsageError on one that is not `known`."""
    names = frozenset(name.strip() for name in (given or "").split(",") if name.strip())
    if unknown := sorted(names - set(known)):
        raise UsageError(
            f"--fail-on does not know {', '.join(unknown)}", f"it knows: {', '.join(known)}; several go with commas"
        )
    return names


def stop_if(names: frozenset[str], found: Iterable[str]) -> None:
    """Leave with status 1 if anything `found` is among `names`."""
    if not names.isdisjoint(found):
        raise typer.Exit(FINDINGS)
