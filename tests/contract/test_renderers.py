"""What holds for every renderer alike: any command's results, in any format."""

from __future__ import annotations

import inspect
import io
from collections.abc import Iterable
from typing import Any, get_args

import pytest
from rich.console import Console

from forensics.envelope import Envelope
from forensics.report.formats import Format
from forensics.report.interface import RENDERERS, RenderOptions, renderer
from forensics.report.json import document
from forensics.report.load import decode
from forensics.settings import Analysis, Command, IndexCommand
from tests.report import results_by_hand as made

COMMANDS: tuple[Analysis, ...] = get_args(Analysis)
EVERY = pytest.mark.parametrize(
    ("command", "format"), [key for key in RENDERERS if key[0] in COMMANDS], ids="-".join
)
HOSTILE = " ".join(made.HOSTILE)


def result_of(command: Command, fill: str = "") -> Envelope[Any, Any]:
    match command:
        case "dedupe":
            return made.dedupe_envelope(fill=fill)[0]
        case "spin":
            return made.spin_envelope(fill=fill)[0]
        case "trace":
            return made.trace_envelope(fill=fill)


def shown(envelope: Envelope[Any, Any], format: Format, options: RenderOptions | None = None) -> str:
    """Return all pieces as text, those of a table as a file would get them."""
    pieces: Iterable[Any] = renderer(envelope.command, format)(envelope, options or RenderOptions())
    if format != "table":
        return b"".join(pieces).decode()
    file = io.StringIO()
    console = Console(file=file, width=200, no_color=True, highlight=False)
    for piece in pieces:
        console.print(piece)
    return file.getvalue()


def test_every_command_has_a_renderer_for_every_format() -> None:
    of_indexes = {(one, format) for one in get_args(IndexCommand) for format in ("table", "json", "jsonl")}
    assert set(RENDERERS) == of_indexes | {
        (command, format) for command in COMMANDS for format in get_args(Format)
    }


@EVERY
def test_a_renderer_takes_a_result_and_options_and_nothing_else(command: Command, format: Format) -> None:
    assert list(inspect.signature(renderer(command, format)).parameters) == ["envelope", "options"]


@EVERY
def test_the_same_result_gives_the_same_pieces_also_when_it_was_saved(
    command: Command, format: Format
) -> None:
    envelope = result_of(command)
    first = shown(envelope, format)
    assert first == shown(envelope, format)
    assert first == shown(decode(document(envelope), "saved"), format)


@EVERY
def test_documents_that_something_was_found_in_are_named(command: Command, format: Format) -> None:
    envelope = result_of(command)
    found = {"dedupe": "kept-0.txt", "spin": "story.txt", "trace": "story.txt"}[command]
    assert found in shown(envelope, format)


@EVERY
def test_what_a_terminal_would_act_on_is_never_among_the_pieces(command: Command, format: Format) -> None:
    said = shown(result_of(command, fill=HOSTILE), format, RenderOptions(verbose=True))
    assert not set(said) & set("\x1b\x07\x7f\x85\x9b\u200e\u200f\u202a\u202e\u2066\u2069")


@EVERY
def test_nothing_found_is_a_result_too(command: Command, format: Format) -> None:
    from forensics.settings import DedupeSettings, SpinSettings, TraceSettings

    settings = {"dedupe": DedupeSettings(), "spin": SpinSettings(), "trace": TraceSettings()}[command]
    result = {
        "dedupe": made.DedupeResult(1, 1, (), ()),
        "spin": made.SpinResult(()),
        "trace": made.trace.TraceResult((), (), (), made.trace.Graph((), ())),
    }[command]
    nothing: Envelope[Any, Any] = Envelope(
        command=command, settings=settings, inputs=(), skipped=(), result=result
    )
    said = shown(nothing, format)
    assert said or (format == "table" and command != "dedupe")
