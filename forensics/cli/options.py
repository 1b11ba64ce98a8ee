"""The options that several commands share, each declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import typer
from typer.models import OptionInfo

from forensics.report.formats import Format
from forensics.settings import InputFormat

READING = "Reading"
OUTPUT = "Output"
TALK = "Talk"


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH...",
        help="Files, folders, or - for standard input. Folders are walked in a stable order.",
        show_default=False,
    ),
]
Files0From = Annotated[
    str | None,
    typer.Option(
        "--files0-from",
        metavar="FILE",
        help="Read further paths from FILE (or -), each ended by a NUL, as find -print0 writes them.",
        rich_help_panel=READING,
        show_default=False,
    ),
]
TextField = Annotated[
    str,
    typer.Option(
        "--text-field",
        metavar="FIELD",
        help="Field of a JSON Lines, CSV or Parquet record that holds the text.",
        rich_help_panel=READING,
    ),
]
IdField = Annotated[
    str,
    typer.Option(
        "--id-field",
        metavar="FIELD",
        help="Field that names a record; PATH:LINE where it is absent.",
        rich_help_panel=READING,
    ),
]
InputFormatOption = Annotated[
    InputFormat,
    typer.Option(
        "--input-format",
        metavar="FORMAT",
        help=f"How inputs are read: {', '.join(get_args(InputFormat))}. auto goes by name and first bytes.",
        rich_help_panel=READING,
    ),
]
Encoding = Annotated[
    str,
    typer.Option(
        "--encoding", metavar="NAME", help="Encoding of plain text, such as latin-1.", rich_help_panel=READING
    ),
]
FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        help="table for people, json for one document, jsonl for a finding a line, html for a report to open.",
        rich_help_panel=OUTPUT,
    ),
]
Json = Annotated[
    bool,
    typer.Option("--json", help="The same as --format json.", rich_help_panel=OUTPUT, show_default=False),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE instead of standard output: whole, or not at all.",
        rich_help_panel=OUTPUT,
        show_default=False,
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        help="Threads to use; the result is the same for any number. Default: one a core.",
        rich_help_panel=OUTPUT,
        show_default=False,
    ),
]
Processes = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        help="Processes that share the work, 150 MB each; the result is the same for any number.",
        rich_help_panel=OUTPUT,
    ),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet",
        "-q",
        help="No progress and no summary on standard error.",
        rich_help_panel=TALK,
        show_default=False,
    ),
]


def verbose(help: str) -> OptionInfo:
    """Return the option that says more, with what more a command says."""
    option: OptionInfo = typer.Option("--verbose", "-v", help=help, rich_help_panel=TALK, show_default=False)
    return option


Verbose = Annotated[bool, verbose("Say more: every finding, every step.")]
NoColor = Annotated[
    bool,
    typer.Option(
        "--no-color",
        help="No colour; so does the variable NO_COLOR.",
        rich_help_panel=TALK,
        show_default=False,
    ),
]
