"""The command `forensics`: its sub-commands, one file each."""

from __future__ import annotations

from typing import Annotated, NoReturn

import typer

from forensics.cli import dedupe, index, read, report, schema, spin, trace, verify, watch
from forensics.cli.exits import run_to_exit
from forensics.cli.process import settle
from forensics.version import __version__

_EPILOG = (
    "Data goes to standard output, talk to standard error. Exit status: 0 done, 1 only when --fail-on is "
    "met or verify finds a difference, 2 usage or unreadable input, 130 interrupted, 141 closed pipe."
)

app = typer.Typer(
    name="forensics",
    help="Text forensics: near-duplicates, machine synonym-spinning, and where a text comes from.",
    epilog=_EPILOG,
    no_args_is_help=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["--help", "-h"]},
)
for command in (
    dedupe.dedupe,
    spin.spin,
    trace.trace,
    watch.watch,
    read.read,
    report.report,
    verify.verify,
    schema.schema,
):
    app.command()(command)
app.add_typer(index.app)


def _version(asked: bool) -> None:
    if asked:
        from forensics.sketch import select

        typer.echo(f"forensics {__version__} (signature kernel: {select.name()})")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_version,
            is_eager=True,
            help="Show the version and the signature kernel in use.",
        ),
    ] = False,
) -> None:
    """Take the options that stand before a command; each acts by its callback."""
    del version


def run() -> NoReturn:
    """Run the command line and leave with the contract's exit status."""
    settle()
    run_to_exit(app)
