"""`forensics index`: a corpus that stays, made once and asked as often as you like."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from forensics.cli import options as shared
from forensics.settings import IndexSettings

if TYPE_CHECKING:
    from forensics.cli.session import Session
    from forensics.envelope import Envelope

_DEFAULT = IndexSettings(index="")

app = typer.Typer(
    name="index",
    help="A corpus that stays: build it once, add to it, and ask it which of its texts another one knows.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)

IndexFormat = Literal["table", "json", "jsonl"]
Home = Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the index.", show_default=False)]
FormatOption = Annotated[
    IndexFormat,
    typer.Option(
        "--format",
        help="table for people, json for one document, jsonl for a finding a line.",
        rich_help_panel=shared.OUTPUT,
    ),
]
Wait = Annotated[
    float,
    typer.Option(
        "--wait",
        metavar="SECONDS",
        min=0.0,
        help="How long to wait while another process writes to the index.",
        rich_help_panel=shared.OUTPUT,
    ),
]


@app.command()
def build(
    context: typer.Context,
    home: Home,
    paths: shared.Paths = None,
    files0_from: shared.Files0From = None,
    text_field: shared.TextField = _DEFAULT.text_field,
    id_field: shared.IdField = _DEFAULT.id_field,
    encoding: shared.Encoding = _DEFAULT.encoding,
    input_format: shared.InputFormatOption = _DEFAULT.input_format,
    format: FormatOption = "table",
    json: shared.Json = False,
    output: shared.Output = None,
    wait: Wait = 0.0,
    quiet: shared.Quiet = False,
    verbose: shared.Verbose = False,
    no_color: shared.NoColor = False,
) -> None:
    """Make an index of files, folders and records in a new folder.

    All that is asked of it later is in that folder: the texts too. A build that
    was cut short, however that was, goes on where it is run again.

    \b
      forensics index build kept.index archive/
      forensics index build pages.index pages.jsonl inbox/ --id-field id
    """
    from forensics.api.index import build as make

    session = _session(context, locals())
    settings = _settings(locals())
    given = _named(paths, files0_from)
    _ended(session, make(given, settings, wait=wait, progress=session.progress))


@app.command()
def add(
    context: typer.Context,
    home: Home,
    paths: shared.Paths = None,
    files0_from: shared.Files0From = None,
    text_field: shared.TextField = _DEFAULT.text_field,
    id_field: shared.IdField = _DEFAULT.id_field,
    encoding: shared.Encoding = _DEFAULT.encoding,
    input_format: shared.InputFormatOption = _DEFAULT.input_format,
    format: FormatOption = "table",
    json: shared.Json = False,
    output: shared.Output = None,
    wait: Wait = 0.0,
    quiet: shared.Quiet = False,
    verbose: shared.Verbose = False,
    no_color: shared.NoColor = False,
) -> None:
    """Add documents to an index; one whose id it knows replaces what it has, where they differ.

    What is in the index already is left as it is, so that the same command may be
    run again and again. Readers are not kept waiting: they see the index as it was
    when they opened it.

    \b
      forensics index add news.index corpus.jsonl
      find inbox/ -name '*.txt' -print0 | forensics index add news.index --files0-from -
    """
    from forensics.api.index import add as more

    session = _session(context, locals())
    settings = _settings(locals())
    given = _named(paths, files0_from)
    _ended(session, more(given, settings, wait=wait, progress=session.progress))


@app.command()
def remove(
    context: typer.Context,
    home: Home,
    ids: Annotated[
        list[str],
        typer.Argument(metavar="ID...", help="Ids of the documents to take out.", show_default=False),
    ],
    format: FormatOption = "table",
    json: shared.Json = False,
    output: shared.Output = None,
    wait: Wait = 0.0,
    quiet: shared.Quiet = False,
    verbose: shared.Verbose = False,
    no_color: shared.NoColor = False,
) -> None:
    """Take documents out of an index, by their ids.

    \b
      forensics index remove news.index archive/000.txt
      forensics index remove news.index draft-1 draft-2 --wait 60
    """
    from forensics.api.index import remove as take_out

    session = _session(context, locals())
    settings = IndexSettings(index=str(home), remove=tuple(ids))
    _ended(session, take_out(settings, wait=wait))


@app.command()
def query(
    context: typer.Context,
    home: Home,
    paths: shared.Paths = None,
    leaders: Annotated[
        int, typer.Option(min=1, max=1000, help="How many sources to name of each text.")
    ] = _DEFAULT.leaders,
    where: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=VALUE",
            help="Only sources whose field says this; several have to hold all.",
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Only sources whose field date is this or later.", show_default=False
        ),
    ] = None,
    files0_from: shared.Files0From = None,
    text_field: shared.TextField = _DEFAULT.text_field,
    id_field: shared.IdField = _DEFAULT.id_field,
    encoding: shared.Encoding = _DEFAULT.encoding,
    input_format: shared.InputFormatOption = _DEFAULT.input_format,
    format: FormatOption = "table",
    json: shared.Json = False,
    output: shared.Output = None,
    quiet: shared.Quiet = False,
    verbose: shared.Verbose = False,
    no_color: shared.NoColor = False,
) -> None:
    """Name the documents of an index that a text may come from, and what they share word for word.

    Retrieval looks for rare words, words that may stand for them, and runs of words.
    What it names is worth comparing, and no verdict: that is what trace gives.

    \b
      forensics index query news.index story.txt
      forensics index query news.index inbox/ --where outlet=Reuters --since 2026-01-01 --json
    """
    from forensics.api.index import query as ask

    session = _session(context, locals())
    settings = replace(_settings(locals()), leaders=leaders, where=tuple(where or ()), since=since)
    given = _named(paths, files0_from)
    _ended(session, ask(given, settings, progress=session.progress))


@app.command()
def info(
    context: typer.Context,
    home: Home,
    format: FormatOption = "table",
    json: shared.Json = False,
    output: shared.Output = None,
    quiet: shared.Quiet = False,
    verbose: shared.Verbose = False,
    no_color: shared.NoColor = False,
) -> None:
    """Say what an index holds, and what it was made with.

    \b
      forensics index info news.index
      forensics index info news.index --json | jq .result.documents
    """
    from forensics.api.index import info as describe

    session = _session(context, locals())
    _ended(session, describe(IndexSettings(index=str(home))))


@app.command()
def verify(
    context: typer.Context,
    home: Home,
    format: FormatOption = "table",
    json: shared.Json = False,
    output: shared.Output = None,
    quiet: shared.Quiet = False,
    verbose: shared.Verbose = False,
    no_color: shared.NoColor = False,
) -> None:
    """Check every file and every text of an index: exit status 1 where anything is not as it was written.

    Others may read it and write to it meanwhile.

    \b
      forensics index verify news.index
    """
    from forensics.api.index import verify as check
    from forensics.cli.exits import FINDINGS

    session = _session(context, locals())
    envelope = check(IndexSettings(index=str(home)), progress=session.progress)
    _ended(session, envelope)
    if not envelope.result.sound:
        raise typer.Exit(FINDINGS)


@app.command()
def repair(
    context: typer.Context,
    home: Home,
    format: FormatOption = "table",
    json: shared.Json = False,
    output: shared.Output = None,
    wait: Wait = 0.0,
    quiet: shared.Quiet = False,
    verbose: shared.Verbose = False,
    no_color: shared.NoColor = False,
) -> None:
    """Make an index anew from the documents in it that are sound, and say which were lost.

    It is also the way to take an index over that was made by other rules, such as
    those of an older version. It takes as much room again while it runs, and the old
    index stays until the new one is whole.

    \b
      forensics index repair news.index --json | jq '.result.lost'
    """
    from forensics.api.index import repair as mend

    session = _session(context, locals())
    _ended(session, mend(IndexSettings(index=str(home)), wait=wait, progress=session.progress))


def _session(context: typer.Context, options: dict[str, Any]) -> Session:
    """Return the run of a sub-command; refuse options that would do nothing beside the others."""
    from forensics.cli.given import Given
    from forensics.cli.paths import check_outputs
    from forensics.cli.session import Session

    given = Given(context)
    given.refuse_formats(json=options["json"], format=options["format"])
    given.refuse_talk(quiet=options["quiet"], verbose=options["verbose"])
    if "input_format" in options:
        given.refuse_reading(options["input_format"])
    check_outputs({"--output": options["output"]}, read=(options.get("files0_from"),))
    wanted = ("format", "json", "output", "quiet", "verbose", "no_color")
    return Session(known=[], fail_on=None, **{name: options[name] for name in wanted})


def _settings(options: dict[str, Any]) -> IndexSettings:
    wanted = ("text_field", "id_field", "encoding", "input_format")
    return IndexSettings(index=str(options["home"]), **{name: options[name] for name in wanted})


def _named(paths: list[str] | None, files0_from: str | None) -> list[str]:
    from forensics.cli.paths import named_paths

    return named_paths(paths, files0_from, in_order=True)


def _ended(session: Session, envelope: Envelope[Any, Any]) -> None:
    """Show a result, and leave with 2 where texts were named to be read and none was."""
    from forensics.cli.session import unread

    session.emission.emit(envelope, verbose=session.talk.verbose)
    session.end(
        read=not envelope.paths or bool(envelope.inputs),
        skipped=envelope.skipped,
        warnings=envelope.warnings,
        unread=unread(envelope.paths, envelope.inputs),
        found=[],
    )
