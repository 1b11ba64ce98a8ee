"""`forensics spin`: machine synonym-spinning, found and undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from forensics.cli import options as shared
from forensics.errors import UsageError
from forensics.settings import SpinSettings

if TYPE_CHECKING:
    from forensics.api.spin import SpinStream
    from forensics.spin.result import Verdict

_DEFAULT = SpinSettings()
_NOT_HARVESTED = ("against", "restore", "lexicon", "lm", "min_score", "format", "json", "fail_on", "jobs")


def spin(
    context: typer.Context,
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
    harvest: Annotated[
        str | None,
        typer.Option(
            metavar="ORIGINAL",
            help="Print the pairs that aligning with ORIGINAL shows, as the TSV that --lexicon reads.",
            show_default=False,
        ),
    ] = None,
    lm: Annotated[
        str | None,
        typer.Option(
            metavar="MODEL",
            help="A local language model to weigh each substitution: smollm2, or a GGUF file; not with --against.",
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
    input_format: shared.InputFormatOption = _DEFAULT.input_format,
    format: shared.FormatOption = "table",
    json: shared.Json = False,
    output: shared.Output = None,
    seed: Annotated[
        int,
        typer.Option(
            min=0,
            help="Named in the result, as that of every command; spin draws nothing by chance.",
            rich_help_panel=shared.OUTPUT,
        ),
    ] = _DEFAULT.seed,
    jobs: shared.Processes = 1,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="WHAT",
            help="spun, suspect, not_assessed, or some with commas: end with status 1 when a document is so.",
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
      forensics spin suspicious.txt --harvest original.txt > pairs.tsv
      forensics spin corpus.jsonl --format jsonl --min-score 0.5
    """
    from forensics.api.spin import SpinStream, harvest_pairs
    from forensics.cli.given import Given
    from forensics.cli.paths import check_outputs, named_paths
    from forensics.cli.session import Session, unread
    from forensics.lexicon.loading import unknown_pages

    given = Given(context)
    if harvest is not None:
        given.refuse(
            *_NOT_HARVESTED, because="--harvest prints the pairs that its original shows, as a table"
        )
    if restore:
        given.refuse("json", "format", because="--restore prints the text alone")
    if against is not None:
        given.refuse("lm", because="--against reads each substitution off and leaves nothing to weigh")
    if lm is not None:
        given.refuse("jobs", because="a language model is loaded once and works in one thread")
    given.refuse_reading(input_format)
    given.refuse_formats(json=json, format=format)
    given.refuse_talk(quiet=quiet, verbose=verbose)
    check_outputs({"--output": output}, read=(against, harvest, lexicon, files0_from))
    session = Session(
        known=["spun", "suspect", "not_assessed"],
        fail_on=fail_on,
        format=format,
        json=json,
        output=output,
        quiet=quiet,
        verbose=verbose,
        no_color=no_color,
    )
    settings = SpinSettings(
        against=against,
        lexicon=lexicon,
        lm=lm,
        without_pages=tuple(page.strip() for page in without_pages.split(",") if page.strip()),
        min_score=min_score,
        seed=seed,
        text_field=text_field,
        id_field=id_field,
        encoding=encoding,
        input_format=input_format,
    )
    texts = named_paths(paths, files0_from, {"--against": against, "--harvest": harvest})
    if settings.without_pages and (unknown := unknown_pages(settings.without_pages)):
        session.talk.say(
            f"forensics: no shipped pair was seen on page {', '.join(unknown)}: nothing to leave out"
        )
    if harvest is not None:
        harvested = harvest_pairs(texts, harvest, settings=settings, writes=session.writes)
        if harvested.read_any:
            session.emission.write([harvested.table.encode()])
        session.end(
            read=harvested.read_any,
            skipped=harvested.skipped,
            warnings=harvested.warnings,
            found=(),
            unread=unread(harvested.paths, harvested.inputs),
        )
        return
    stream = SpinStream(texts, settings=settings, writes=session.writes, jobs=jobs, progress=session.progress)
    if lm is not None:
        session.talk.say(_licence_told(lm))
    verdicts: Counter[Verdict] = Counter()
    if restore:
        session.emission.write_text(_restored(stream, verdicts))
    elif session.emission.format == "jsonl":
        from forensics.report.jsonl.lines import sealed

        session.emission.write(sealed(_lines(stream, verdicts)))
    else:
        envelope = stream.envelope()
        verdicts.update(one.verdict for one in envelope.result.documents)
        session.show(envelope)
    session.end(
        read=stream.read_any,
        skipped=stream.skipped,
        warnings=stream.warnings,
        found=verdicts,
        unread=unread(stream.paths, stream.inputs),
    )


def _lines(stream: SpinStream, verdicts: Counter[Verdict]) -> Iterator[bytes]:
    from forensics.report.jsonl.lines import line, summary
    from forensics.report.jsonl.spin import by_verdict

    for one in stream:
        verdicts[one.verdict] += 1
        yield line("document", one)
    counts = by_verdict(verdicts.elements())
    yield summary(stream.envelope(()), documents=verdicts.total(), **counts)


def _restored(stream: SpinStream, verdicts: Counter[Verdict]) -> str:
    documents = list(stream)
    verdicts.update(one.verdict for one in documents)
    if len(documents) > 1:
        raise UsageError(
            f"--restore prints one text, and {len(documents)} were given",
            "give one file, or --json for the restored text of each",
        )
    return "".join(stream.read(one) for one in documents)


def _licence_told(lm: str) -> str:
    """Return under which terms a model is used: it is the user's own, and none ships."""
    from forensics.spin.neural.gguf import licence
    from forensics.spin.neural.language_model import model_file

    path = model_file(lm)
    return f"forensics: the model {path.stem} says that its licence is: {licence(path) or 'not named'}"
