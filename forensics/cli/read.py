"""`forensics read`: what an analysis sees of its inputs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from forensics.cli import options as shared
from forensics.settings import ReadSettings

if TYPE_CHECKING:
    from forensics.api.read import ReadStream

ReadFormat = Literal["text", "jsonl"]
_DEFAULTS = ReadSettings()


def read(
    context: typer.Context,
    paths: shared.Paths = None,
    unmask: Annotated[
        bool,
        typer.Option(
            "--unmask",
            help="Print each text without its disguises, as it is analysed.",
            rich_help_panel=shared.OUTPUT,
            show_default=False,
        ),
    ] = False,
    files0_from: shared.Files0From = None,
    text_field: shared.TextField = _DEFAULTS.text_field,
    id_field: shared.IdField = _DEFAULTS.id_field,
    encoding: shared.Encoding = _DEFAULTS.encoding,
    input_format: shared.InputFormatOption = _DEFAULTS.input_format,
    format: Annotated[
        ReadFormat,
        typer.Option(
            "--format",
            help="text prints the texts, jsonl a JSON object a document with all that is known of it.",
            rich_help_panel=shared.OUTPUT,
        ),
    ] = "text",
    output: shared.Output = None,
    quiet: shared.Quiet = False,
    verbose: shared.Verbose = False,
) -> None:
    """Print what is read of files: the very texts that the analyses see.

    One text is printed as it is, so that offsets of findings count in it; of
    several each is headed by its id. What was skipped, left out or is in doubt
    is told on standard error, and with --format jsonl in lines of their own,
    beside what disguises each text (see docs/disguises.md).

    \b
      forensics read page.html > page.txt
      forensics read --unmask suspicious.txt
      forensics read archive/ --format jsonl | jq -r 'select(.type == "skipped")'
    """
    from forensics.api.read import ReadStream
    from forensics.cli.emit import Emission
    from forensics.cli.exits import FAILED
    from forensics.cli.given import Given
    from forensics.cli.paths import check_outputs, named_paths
    from forensics.cli.session import fail_unread, unread
    from forensics.cli.talk import Talk
    from forensics.documents.files import shown

    given = Given(context)
    if format == "jsonl":
        given.refuse("unmask", because="--format jsonl has each text both ways")
    given.refuse_reading(input_format)
    given.refuse_talk(quiet=quiet, verbose=verbose)
    check_outputs({"--output": output}, read=(files0_from,))
    settings = ReadSettings(
        text_field=text_field, id_field=id_field, encoding=encoding, input_format=input_format
    )
    texts = named_paths(paths, files0_from, in_order=True)
    stream = ReadStream(texts, settings=settings, writes=[] if output is None else [output])
    emission = Emission(format="table" if format == "text" else "jsonl", output=output, no_color=True)
    if format == "jsonl":
        emission.write(_lines(stream))
    else:
        emission.write_texts(_texts(stream, unmask=unmask))
    talk = Talk(quiet=quiet, verbose=verbose, no_color=True)
    talk.skipped(stream.skipped)
    talk.warned(stream.warnings)
    if missing := unread(map(shown, texts), stream.inputs):
        fail_unread(missing)
    if not stream.inputs:
        raise typer.Exit(FAILED)


def _texts(stream: ReadStream, *, unmask: bool) -> Iterator[str]:
    """Yield the one text as it is, or of several each under its id and closed by a line break."""
    held: tuple[str, str] | None = None
    several = False
    for one in stream:
        text = one.text if not unmask or one.unmasked is None else one.unmasked
        if held is not None:
            several = True
            yield _headed(*held)
        held = (one.id, text)
    if held is not None:
        yield _headed(*held) if several else held[1]


def _headed(id: str, text: str) -> str:
    from forensics.text.visible import visible

    return f"==> {visible(id)} <==\n{text}" + ("" if text.endswith("\n") else "\n")


def _lines(stream: ReadStream) -> Iterator[bytes]:
    from forensics.report.jsonl.lines import line

    documents = 0
    for documents, one in enumerate(stream, 1):  # noqa: B007 - how many there were is wanted afterwards
        yield line("document", one)
    for skipped in stream.skipped:
        yield line("skipped", skipped)
    for warned in stream.warnings:
        yield line("warning", warned)
    yield line("summary", {"documents": documents, "inputs": stream.inputs})
