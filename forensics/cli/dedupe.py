"""`forensics dedupe`: near-duplicates among documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from forensics.cli import options as shared
from forensics.settings import DedupeSettings, Fold, Keep, Unit

_DEFAULT = DedupeSettings()
# A saved result has all of these settled; what is left acts on it.
_OF_A_NEW_RUN = (
    "paths files0_from shingle num_perm unit fold keep date_field certify text_field id_field encoding input_format "
    "write_unique max_memory seed jobs"
).split()


def dedupe(
    context: typer.Context,
    paths: shared.Paths = None,
    threshold: Annotated[
        float, typer.Option(min=0.05, max=1.0, help="Least Jaccard similarity of a near-duplicate.")
    ] = _DEFAULT.threshold,
    shingle: Annotated[int, typer.Option(min=1, max=64, help="Words in a shingle.")] = _DEFAULT.shingle,
    num_perm: Annotated[
        int, typer.Option(min=16, max=1024, help="Permutations in a signature; not with --certify.")
    ] = _DEFAULT.num_perm,
    unit: Annotated[
        Unit, typer.Option(help="What is compared: whole documents, or their paragraphs.")
    ] = _DEFAULT.unit,
    fold: Annotated[
        Fold, typer.Option(help="spin: fold synonyms first, so that an original and its spun copy meet.")
    ] = _DEFAULT.fold,
    keep: Annotated[Keep, typer.Option(help="Which document of a cluster stays.")] = _DEFAULT.keep,
    date_field: Annotated[
        str, typer.Option(metavar="FIELD", help="Field with a record's date, for --keep earliest.")
    ] = _DEFAULT.date_field,
    certify: Annotated[
        bool,
        typer.Option(
            "--certify",
            help="Join exactly, without sketches: slower, and no pair can be missed.",
            show_default=False,
        ),
    ] = False,
    files0_from: shared.Files0From = None,
    text_field: shared.TextField = _DEFAULT.text_field,
    id_field: shared.IdField = _DEFAULT.id_field,
    encoding: shared.Encoding = _DEFAULT.encoding,
    input_format: shared.InputFormatOption = _DEFAULT.input_format,
    format: shared.FormatOption = "table",
    json: shared.Json = False,
    output: shared.Output = None,
    write_unique: Annotated[
        Path | None,
        typer.Option(
            metavar="OUT",
            help="Write the kept documents to OUT in the input's own format, all fields kept.",
            rich_help_panel=shared.OUTPUT,
            show_default=False,
        ),
    ] = None,
    write_clusters: Annotated[
        Path | None,
        typer.Option(
            metavar="OUT",
            help="Write a TSV of id, cluster, kept and jaccard: a line for each member of a cluster.",
            rich_help_panel=shared.OUTPUT,
            show_default=False,
        ),
    ] = None,
    from_result: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="RESULT",
            help="Ask a saved result (--json) again at a higher --threshold; no text is read.",
            show_default=False,
        ),
    ] = None,
    max_memory: Annotated[
        str | None,
        typer.Option(
            metavar="SIZE",
            help="Spill to disk beyond this much memory, such as 512M or 2G; the result is the same.",
            rich_help_panel=shared.OUTPUT,
            show_default=False,
        ),
    ] = None,
    seed: Annotated[
        int,
        typer.Option(
            min=0,
            help="Seed of the permutations that signatures are made with; --certify draws none.",
            rich_help_panel=shared.OUTPUT,
        ),
    ] = _DEFAULT.seed,
    jobs: shared.Jobs = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="WHAT",
            help="duplicates: end with status 1 when any is found.",
            rich_help_panel=shared.OUTPUT,
            show_default=False,
        ),
    ] = None,
    quiet: shared.Quiet = False,
    verbose: shared.Verbose = False,
    no_color: shared.NoColor = False,
) -> None:
    """Find near-duplicate documents, each pair verified on the texts.

    Candidates come from MinHash signatures of word shingles; every pair that is
    reported was compared text against text, so what is listed is true.

    \b
      forensics dedupe articles/
      forensics dedupe corpus.jsonl --write-unique unique.jsonl
      forensics dedupe articles/ --json | jq '.result.clusters[].members'
      forensics dedupe --from result.json --threshold 0.9
    """
    from forensics.api.dedupe import dedupe as analyse
    from forensics.api.dedupe import rethreshold
    from forensics.cli.given import Given
    from forensics.cli.paths import check_outputs, named_paths
    from forensics.cli.session import Session, unread
    from forensics.cli.sizes import size_in_bytes

    given = Given(context)
    if from_result is not None:
        given.refuse(*_OF_A_NEW_RUN, because="--from reads a saved result and no texts")
    if keep != "earliest":
        given.refuse(
            "date_field",
            because="dates decide with --keep earliest",
            hint="add --keep earliest, or leave it out",
        )
    if certify:
        given.refuse("num_perm", because="--certify joins without signatures")
    if unit == "paragraph":
        given.refuse("write_unique", because="--unit paragraph keeps paragraphs and no documents")
    given.refuse_reading(input_format)
    given.refuse_formats(json=json, format=format)
    given.refuse_talk(quiet=quiet, verbose=verbose)
    outputs = {"--output": output, "--write-unique": write_unique, "--write-clusters": write_clusters}
    check_outputs(outputs, read=(from_result, files0_from))
    session = Session(
        known=["duplicates"],
        fail_on=fail_on,
        format=format,
        json=json,
        output=output,
        quiet=quiet,
        verbose=verbose,
        no_color=no_color,
    )
    settings = DedupeSettings(
        threshold=threshold,
        shingle=shingle,
        num_perm=num_perm,
        unit=unit,
        fold=fold,
        keep=keep,
        date_field=date_field,
        certify=certify,
        seed=seed,
        text_field=text_field,
        id_field=id_field,
        encoding=encoding,
        input_format=input_format,
    )
    if from_result is not None:
        from forensics.report.load import load

        envelope = rethreshold(load(from_result).envelope, threshold, write_clusters=write_clusters)
    else:
        envelope = analyse(
            named_paths(paths, files0_from, in_order=keep == "first"),
            settings=settings,
            jobs=jobs,
            max_memory=None if max_memory is None else size_in_bytes(max_memory),
            write_unique=write_unique,
            write_clusters=write_clusters,
            writes=session.writes,
            progress=session.progress,
        )
    session.show(envelope)
    session.end(
        read=bool(envelope.inputs),
        skipped=envelope.skipped,
        warnings=envelope.warnings,
        unread=unread(envelope.paths if from_result is None else (), envelope.inputs),
        found=["duplicates"] if envelope.result.clusters else [],
    )
