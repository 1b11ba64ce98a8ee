"""`forensics verify`: a saved result, made again and compared."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Annotated

import typer

from forensics.cli import options as shared
from forensics.cli.exits import FINDINGS
from forensics.errors import ForensicsError

if TYPE_CHECKING:
    from forensics.cli.talk import Talk
    from forensics.envelope import IndexUsed, Tool
    from forensics.report.difference import Difference

_SHOWN = 20


def verify(
    context: typer.Context,
    result: Annotated[
        str,
        typer.Argument(
            metavar="RESULT.json",
            help="A result saved with --json or --format jsonl, or the folder of a case file.",
            show_default=False,
        ),
    ],
    quiet: shared.Quiet = False,
    verbose: Annotated[bool, shared.verbose("Name every difference, not the first few.")] = False,
) -> None:
    """Make a saved result again, and say what differs: exit status 1 where anything does.

    The digest that a result carries is checked first, then the files that it was
    made from, then everything that it says. Paths are looked for as they were
    given. Of the folder of a case file, the seal over its files is checked.

    \b
      forensics trace story.txt --against archive/ --json -o trace.json
      forensics verify trace.json
      forensics verify case/
    """
    from pathlib import Path

    from forensics.cli.given import Given
    from forensics.cli.talk import Talk

    Given(context).refuse_talk(quiet=quiet, verbose=verbose)
    talk = Talk(quiet=quiet, verbose=verbose, no_color=True)
    found = _sealed(result) if Path(result).is_dir() else _again(result, talk)
    shown = found if verbose else found[:_SHOWN]
    for one in shown:
        _say(one)
    if len(shown) < len(found):
        typer.echo(f"and {len(found) - len(shown):,} more; --verbose names them")
    if found:
        raise typer.Exit(FINDINGS)
    typer.echo(f"{result}: the same")


def _say(one: Difference) -> None:
    from forensics.text.visible import visible

    said = f"{one.saved or 'nothing'}, found {one.found or 'nothing'}" if one.where else one.saved
    typer.echo(visible(f"{one.where}: {said}" if one.where else said))


def _again(path: str, talk: Talk) -> list[Difference]:
    from forensics.api.again import again
    from forensics.report.difference import Difference
    from forensics.report.load import read
    from forensics.report.saved_form import saved_as
    from forensics.report.verification import changed_inputs

    data = read(path)
    form = saved_as(data)
    saved = form.decode(data, path)
    found = [] if form.says_its_digest(data) else [Difference(".digest", saved.digest, "another")]
    try:
        made = again(saved)
    except ForensicsError as error:
        if not found:  # what was written cannot be made again here; what was not may name anything
            raise
        return [*found, Difference("", f"it cannot be made again: {error.message}", "")]
    if saved.tool != made.tool:
        talk.say(f"forensics: {_told_apart(saved.tool, made.tool)}: what differs may come from that")
        made = replace(made, tool=saved.tool)  # the digest vouches for it, and the findings are what counts
    if saved.index is not None and made.index is not None and saved.index != made.index:
        talk.say(f"forensics: {_changed_index(saved.index, made.index)}: what differs may come from that")
        made = replace(made, index=saved.index)
    return [*found, *changed_inputs(saved, made), *form.differences(data, made)]


def _changed_index(saved: IndexUsed, now: IndexUsed) -> str:
    """Return how an index is not what it was; what it held then cannot be asked any more."""
    held = f"{saved.documents:,} documents and {saved.generation:,} changes then"
    return f"the index {now.path} has changed: {held}, {now.documents:,} and {now.generation:,} now"


def _told_apart(saved: Tool, now: Tool) -> str:
    """Return what made a result and what checks it, as far as they are not the same."""
    unlike = [
        f"{one.name} {getattr(saved, one.name) or 'none'} then and {getattr(now, one.name) or 'none'} now"
        for one in fields(saved)
        if getattr(saved, one.name) != getattr(now, one.name)
    ]
    return "the program is another one: " + ", ".join(unlike)


def _sealed(folder: str) -> list[Difference]:
    from forensics.report.difference import Difference
    from forensics.report.seal import broken

    return [Difference(name, was, now) for name, was, now in broken(folder)]
