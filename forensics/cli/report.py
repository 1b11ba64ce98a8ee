"""`forensics report`: saved results as pages to look at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forensics.cli import options as shared
from forensics.errors import ForensicsError, InputError, UsageError

if TYPE_CHECKING:
    from forensics.cli.talk import Talk
    from forensics.report.load import Saved


def report(
    context: typer.Context,
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
    verbose: Annotated[bool, shared.verbose("Name every page of a case file once it is written.")] = False,
) -> None:
    """Make an HTML report of a saved result, or a case file of several.

    A report is one file that needs nothing else: no network, no other file. Texts
    that a result does not carry are read again where their files are unchanged.

    \b
      forensics trace story.txt --against archive/ --json -o trace.json
      forensics report trace.json -o trace.html
      forensics report results/ -o case/
    """
    from forensics.cli.given import Given
    from forensics.cli.paths import check_outputs
    from forensics.cli.talk import Talk

    Given(context).refuse_talk(quiet=quiet, verbose=verbose)
    talk = Talk(quiet=quiet, verbose=verbose, no_color=True)
    folders = [path for path in results if Path(path).is_dir()]
    filed = _filed(results, talk)
    for one in filed:
        if not one.sound:
            talk.say(
                f"forensics: {one.name} does not carry its own digest: it was changed since it was written"
            )
    if len(results) == 1 and not folders:
        check_outputs({"--output": output}, read=results)
        _one(filed[0], output)
    else:
        written, sealed = _case(filed, output)
        for page in written if verbose else ():
            talk.say(f"forensics: {output}/{page}")
        talk.say(f"forensics: {len(filed)} reports, and an index of them: {output}/index.html")
        talk.say(f"forensics: its seal is {sealed}; forensics verify {output} checks it")


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


@contextmanager
def _as_written(filed: Saved) -> Iterator[None]:
    """Turn what a result that no analysis wrote brings about into an InputError: its figures may be any."""
    try:
        yield
    except (ArithmeticError, LookupError, ValueError, TypeError, RecursionError) as error:
        said = f"{filed.name} holds what no analysis writes: {type(error).__name__}: {error}"
        raise InputError(said, "forensics verify tells what differs") from error


def _one(filed: Saved, output: Path | None) -> None:
    from forensics.cli.emit import Emission

    with _as_written(filed):
        Emission(format="html", output=output, no_color=True).emit(filed.envelope)


def _case(filed: list[Saved], output: Path | None) -> tuple[list[str], str]:
    """Write a folder with a page and the JSON of each result, an index and a seal; return the pages and the seal."""
    from forensics.documents.output import atomic_folder
    from forensics.report.html import case, render
    from forensics.report.seal import seal
    from forensics.report.texts import read_again

    if output is None or output.suffix.lower() in (".html", ".htm"):
        raise UsageError("several results make a folder, not a page", "name it, such as: -o case/")
    names = case.file_names(filed)
    with atomic_folder(output) as folder:
        for name, one in zip(names, filed, strict=True):
            with _as_written(one):
                (folder / name).write_bytes(render(one.envelope, read_again(one.envelope)).encode())
        for name, one in zip(names, filed, strict=True):
            data = Path(one.name).read_bytes()
            if sha256(data).hexdigest() != one.sha256:
                raise InputError(f"{one.name} changed while it was being read", "run the command again")
            (folder / f"{name.removesuffix('.html')}.json").write_bytes(data)
        (folder / "index.html").write_bytes(case.index(filed).encode())
        sealed = seal(folder)
    return names, sealed
