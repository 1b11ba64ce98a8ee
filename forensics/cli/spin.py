"""`forensics spin`: machine synonym-spinning, found and undone."""

from __future__ import annotations

from typing import Annotated

import typer

from forensics.cli import options as shared
from forensics.cli.options import OutputFormat
from forensics.settings import SpinSettings

_DEFAULT = SpinSettings()
_FINDINGS = ("spun", "suspect")


def spin(
    paths: shared.Paths = None,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="ORIGINAL",
            help="Align with the original, or with another spin of it, and read each substitution off.",
            show_default=False,
        ),
    ] = None,
    restore: Annotated[
        bool, typer.Option("--restore", help="Print only the restored text.", show_default=False)
    ] = False,
    lexicon: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Further pairs: TSV of observed and original, or a tortured-phrase CSV.",
            show_default=False,
        ),
    ] = None,
    without_pages: Annotated[
        str,
        typer.Option(
            metavar="ID,...",
            help="Leave out shipped pairs known only from these pages: how a page is measured honestly.",
            show_default=False,
        ),
    ] = "",
    min_score: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="List only documents with this score or more.")
    ] = _DEFAULT.min_score,
    files0_from: shared.Files0From = None,
    text_field: shared.TextField = _DEFAULT.text_field,
    id_field: shared.IdField = _DEFAULT.id_field,
    encoding: shared.Encoding = _DEFAULT.encoding,
    format: shared.Format = OutputFormat.TABLE,
    json: shared.Json = False,
    output: shared.Output = None,
    seed: shared.Seed = _DEFAULT.seed,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="WHAT",
            help="spun, suspect or both with a comma: end with status 1 when a document is so.",
            rich_help_panel=shared.OUTPUT,
            show_default=False,
        ),
    ] = None,
    quiet: shared.Quiet = False,
    verbose: shared.Verbose = False,
    no_color: shared.NoColor = False,
) -> None:
    """Tell whether a text was spun by replacing synonyms, and undo it.

    Each substitution is named with its likely original, how sure that is, and the
    evidence; the verdict gives a calibrated probability. No reference is needed.

    \b
      forensics spin suspicious.txt
      forensics spin suspicious.txt --restore > restored.txt
      forensics spin suspicious.txt --against original.txt
      forensics spin corpus.jsonl --format jsonl --min-score 0.5
    """
    from forensics import api
    from forensics.cli.emit import Emission
    from forensics.cli.fail_on import stop_if, wanted
    from forensics.cli.paths import given_paths
    from forensics.cli.talk import Talk
    from forensics.report.table.spin import render, restored_text

    names = wanted(fail_on, _FINDINGS)
    talk = Talk(quiet=quiet, verbose=verbose, no_color=no_color)
    settings = SpinSettings(
        against=against,
        lexicon=lexicon,
        without_pages=tuple(page.strip() for page in without_pages.split(",") if page.strip()),
        min_score=min_score,
        seed=seed,
        text_field=text_field,
        id_field=id_field,
        encoding=encoding,
    )
    stream = api.spin_stream(given_paths(paths, files0_from), settings=settings, progress=talk.progress())
    emission = Emission(format=OutputFormat.JSON if json else format, output=output, no_color=no_color)
    verdicts: set[str] = set()
    if harvest is not None:
        emission.write(api.harvest(harvest, given_paths(paths, files0_from), settings=settings))
        return
    if restore:
        emission.write([_restored(stream)])
    elif emission.format is OutputFormat.JSONL:
        emission.write(_lines(stream, verdicts))
    else:
        envelope = stream.envelope()
        verdicts.update(one.verdict for one in envelope.result.documents)
        emission.emit(envelope, lambda: render(envelope, verbose=verbose))
    talk.skipped(stream.skipped)
    stop_if(names, verdicts)


def _lines(stream: SpinStream, verdicts: set[str]) -> Iterator[bytes]:
    for one in stream:
        verdicts.add(one.verdict)
        yield json_lines.line("document", one)
    yield json_lines.summary(stream.envelope())
