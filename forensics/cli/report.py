"""`forensics report`: saved results as pages to look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forensics.cli import options as shared
from forensics.errors import ForensicsError, InputError, UsageError

if TYPE_CHECKING:
    from forensics.cli.talk import Talk
    from forensics.report.load import Saved


def report(
    results: Annotated[
        list[str],
        typer.Argument(
            metavar="RESULT.json...",
            help="Results saved with --json; a folder stands for the .json files in it.",
            show_default=False,
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="The page to write; for several results a new folder, with an index.html and a page each.",
            show_default=False,
        ),
    ] = None,
    quiet: shared.Quiet = False,
    verbose: shared.Verbose = False,
    no_color: shared.NoColor = False,
) -> None:
    """Make an HTML report of a saved result, or a case file of several.

    A report is one file that needs nothing else: no network, no other file. Texts
    that a result does not carry are read again where their files are unchanged.

    \b
      forensics trace story.txt --against archive/ --json -o trace.json
      forensics report trace.json -o trace.html
      forensics report results/ -o case/
    """
    from forensics.cli.talk import Talk

    talk = Talk(quiet=quiet, verbose=verbose, no_color=no_color)
    folders = [path for path in results if Path(path).is_dir()]
    filed = _filed(results, talk)
    if len(results) == 1 and not folders:
        _one(filed[0], output)
    else:
        _case(filed, output)
        talk.say(f"forensics: {len(filed)} reports, and an index of them: {output}/index.html")


def _filed(results: list[str], talk: Talk) -> list[Saved]:
    """Return the results that were named, and those in folders; raises for a named one that is none."""
    from forensics.report.load import load

    filed: list[Saved] = []
    for given in results:
        folder = Path(given)
        if not folder.is_dir():
            filed.append(load(given))
            continue
        found = sorted(str(path) for path in folder.rglob("*.json") if path.is_file())
        before = len(filed)
        for path in found:
            try:
                filed.append(load(path))
            except ForensicsError as error:
                talk.say(f"forensics: skipped {error.message}")
        if len(filed) == before:
            raise InputError(
                f"no saved result in {given}", "results are files ending in .json, saved with --json -o"
            )
    return filed


def _one(filed: Saved, output: Path | None) -> None:
    from forensics.cli.emit import Emission
    from forensics.cli.options import OutputFormat

    Emission(format=OutputFormat.HTML, output=output, no_color=True).page(filed.envelope)


def _case(filed: list[Saved], output: Path | None) -> None:
    from forensics.documents.output import atomic_folder
    from forensics.report.html import case, render
    from forensics.report.texts import read_again

    if output is None or output.suffix.lower() in (".html", ".htm"):
        raise UsageError("several results make a folder, not a page", "name it, such as: -o case/")
    with atomic_folder(output) as folder:
        for name, one in zip(case.file_names(filed), filed, strict=True):
            (folder / name).write_text(render(one.envelope, read_again(one.envelope)), encoding="utf-8")
        (folder / "index.html").write_text(case.index(filed), encoding="utf-8")
