"""One run of a command: where its result goes, what is said meanwhile, and how it ends."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import typer

from forensics.cli.emit import Emission
from forensics.cli.exits import FAILED, FINDINGS, fail
from forensics.cli.talk import Talk
from forensics.documents.model import Input, Skipped, Warned
from forensics.envelope import Envelope
from forensics.errors import UsageError
from forensics.report.formats import Format

_NAMED = 5


class Session:
    """What every command does around its analysis.

    `known` are the findings that its `--fail-on` may name; raises UsageError for any other.
    """

    def __init__(
        self,
        *,
        known: Sequence[str],
        fail_on: str | None,
        format: Format,
        json: bool,
        output: Path | None,
        quiet: bool,
        verbose: bool,
        no_color: bool,
    ) -> None:
        self._fail_on = _named(fail_on, known)
        self.emission = Emission(format="json" if json else format, output=output, no_color=no_color)
        self.writes = [] if output is None else [output]
        self.talk = Talk(quiet=quiet, verbose=verbose, no_color=no_color)
        self.progress = self.talk.progress()

    def show(self, envelope: Envelope[Any, Any]) -> None:
        """Write the result; a table only where there is something to show in it."""
        if envelope.inputs or self.emission.format != "table":
            self.emission.emit(envelope, verbose=self.talk.verbose)

    def end(
        self,
        *,
        read: bool,
        skipped: Sequence[Skipped],
        warnings: Sequence[Warned],
        found: Iterable[str],
        unread: Sequence[str] = (),
    ) -> None:
        """Name what was skipped or is in doubt, and leave as is due.

        With 2 where nothing was `read` or files that were named are `unread`, else with 1 where --fail-on is met.
        """
        self.talk.skipped(skipped)
        self.talk.warned(warnings)
        if unread:
            fail_unread(unread)
        if not read:
            raise typer.Exit(FAILED)
        if not self._fail_on.isdisjoint(found):
            raise typer.Exit(FINDINGS)


def _named(given: str | None, known: Sequence[str]) -> frozenset[str]:
    if given is None:
        return frozenset()
    names = frozenset(name.strip() for name in given.split(",") if name.strip())
    hint = f"it knows: {', '.join(known)}" + ("; several go with commas" if len(known) > 1 else "")
    if not names:
        raise UsageError("--fail-on names nothing to fail on", hint)
    if unknown := sorted(names - set(known)):
        raise UsageError(f"--fail-on does not know {', '.join(unknown)}", hint)
    return names


def unread(named: Iterable[str], inputs: Iterable[Input]) -> list[str]:
    """Return the files among the paths that were `named` that gave no document: folders may hold anything."""
    gave = {os.path.abspath(one.id) for one in inputs}  # noqa: PTH100 (links stay two files)
    return [
        path
        for path in named
        if not Path(path).is_dir() and os.path.abspath(path) not in gave  # noqa: PTH100
    ]


def fail_unread(unread: Sequence[str]) -> NoReturn:
    """Name files that were named to be read and gave nothing, and leave with 2."""
    more = ", ..." * (len(unread) > _NAMED)
    fail(f"named to be read, and not read: {', '.join(unread[:_NAMED])}{more}")
