"""`forensics watch`: what arrives in a folder, a line of finding each."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from forensics.cli import options as shared
from forensics.settings import WatchSettings

if TYPE_CHECKING:
    from forensics.trace.arrival import Arrival

_DEFAULT = WatchSettings(folder="", index="")
# Seconds between two looks at the folder, or less where files settle sooner: soon enough for people, and a look at ten
# thousand files takes a fraction of it.
_EVERY = 1.0
_LEAST = 0.02

WatchFormat = Literal["tsv", "jsonl"]


def watch(
    context: typer.Context,
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Folder to watch.", show_default=False)],
    index: Annotated[
        str,
        typer.Option(
            metavar="DIR",
            help="The index that is asked, and that what arrives is added to.",
            show_default=False,
        ),
    ],
    once: Annotated[
        bool,
        typer.Option("--once", help="Screen what is there, and end.", show_default=False),
    ] = False,
    settle: Annotated[
        float,
        typer.Option(
            min=0.0,
            metavar="SECONDS",
            help="A file is whole once nothing has changed it for so long.",
        ),
    ] = _DEFAULT.settle,
    leaders: Annotated[
        int,
        typer.Option(min=1, metavar="N", help="How many sources of the index are compared in depth."),
    ] = _DEFAULT.leaders,
    text_field: shared.TextField = _DEFAULT.text_field,
    id_field: shared.IdField = _DEFAULT.id_field,
    encoding: shared.Encoding = _DEFAULT.encoding,
    input_format: shared.InputFormatOption = _DEFAULT.input_format,
    format: Annotated[
        WatchFormat,
        typer.Option(
            "--format",
            help="tsv: id, probability that it was spun, relation, source, direction, probability of the "
            "relation, share of its words that match; jsonl: the same and more as JSON.",
            rich_help_panel=shared.OUTPUT,
        ),
    ] = "tsv",
    seed: Annotated[
        int,
        typer.Option(
            min=0,
            help="Seed of the shuffles that the order of two texts is tested against.",
            rich_help_panel=shared.OUTPUT,
        ),
    ] = _DEFAULT.seed,
    quiet: shared.Quiet = False,
    verbose: shared.Verbose = False,
) -> None:
    """Screen what arrives in a folder, a line of finding each, and add it to an index.

    Each text is compared with the index as it was before, then added. What is in the
    index already is not screened again, so that a watch which was stopped goes on where
    it is run again. Files are whole once they have settled; move them in to be sure.

    \b
      forensics watch inbox --index archive.index
      forensics watch inbox --index archive.index |
        while IFS=$'\\t' read -r id spun relation source rest; do ...; done
      forensics watch inbox --index archive.index --once --format jsonl
    """
    from forensics.api.watch import Watch
    from forensics.cli.emit import Emission
    from forensics.cli.given import Given
    from forensics.cli.talk import Talk
    from forensics.documents.model import Skipped, Warned

    given = Given(context)
    given.refuse_reading(input_format)
    given.refuse_talk(quiet=quiet, verbose=verbose)
    talk = Talk(quiet=quiet, verbose=verbose, no_color=True)
    emission = Emission(format="jsonl", output=None, no_color=True)
    settings = WatchSettings(
        folder=folder,
        index=index,
        settle=settle,
        leaders=leaders,
        seed=seed,
        text_field=text_field,
        id_field=id_field,
        encoding=encoding,
        input_format=input_format,
    )
    with closing(Watch(settings)) as watched, _ended_cleanly():
        while True:
            for one in watched.look():
                if isinstance(one, Skipped):
                    talk.skipped([one])
                elif isinstance(one, Warned):
                    talk.warned([one])
                else:
                    with _uninterrupted():  # told and kept, or neither
                        emission.write([_line(one, format)])
                        watched.keep(one)
            if once and not watched.waiting:
                return
            time.sleep(max(_LEAST, min(_EVERY, settle)))


def _line(arrival: Arrival, format: WatchFormat) -> bytes:
    from forensics.report.jsonl.lines import line
    from forensics.text.visible import visible

    if format == "jsonl":
        return line("arrival", arrival)
    told = (
        arrival.id,
        f"{arrival.spun:.4f}",
        arrival.relation,
        arrival.source or "-",
        arrival.direction,
        f"{arrival.probability:.4f}",
        f"{arrival.coverage:.4f}",
    )
    return ("\t".join(visible(one) for one in told) + "\n").encode("utf-8", "surrogatepass")


@contextmanager
def _ended_cleanly() -> Iterator[None]:
    """End the line on which a terminal shows ^C."""
    try:
        yield
    except KeyboardInterrupt:
        if sys.stderr is not None and sys.stderr.isatty():
            sys.stderr.write("\n")
        raise


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold back what would end the run until the block is done; a second time it ends it at once."""
    noted: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        if noted:
            raise KeyboardInterrupt
        noted.append(number)

    signals = [one for one in (signal.SIGINT, signal.SIGTERM) if signal.getsignal(one) is not signal.SIG_IGN]
    before = [signal.signal(one, note) for one in signals]
    try:
        yield
    finally:
        for one, handler in zip(signals, before, strict=True):
            signal.signal(one, handler)
    for number in noted:
        os.kill(os.getpid(), number)
