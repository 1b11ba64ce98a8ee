"""`forensics dedupe`: near-duplicates among documents."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forensics.cli import options as shared
from forensics.settings import DedupeSettings, Fold, Keep, Unit

if TYPE_CHECKING:
    from forensics.dedupe.result import DedupeResult

_DEFAULT = DedupeSettings()
# A saved result has all of these settled; what is left acts on it.
_OF_A_NEW_RUN = (
    "paths against index store add_to_store files0_from containment shingle num_perm unit fold keep date_field "
    "certify text_field id_field encoding input_format write_unique max_memory seed jobs"
).split()


def dedupe(
    context: typer.Context,
    paths: shared.Paths = None,
    against: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH",
            help="Known files or folders: say what of PATH... they hold already; give it again for more.",
            show_default=False,
        ),
    ] = None,
    index: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="An index of known documents (forensics index): as --against, without reading them all again.",
            show_default=False,
        ),
    ] = None,
    store: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="A Redis database with known documents that a team shares, redis://host:port/0; its password is "
            "taken from FORENSICS_REDIS_PASSWORD.",
            show_default=False,
        ),
    ] = None,
    add_to_store: Annotated[
        bool,
        typer.Option("--add-to-store", help="Then put the new documents into --store.", show_default=False),
    ] = False,
    threshold: Annotated[
        float, typer.Option(min=0.05, max=1.0, help="Least Jaccard similarity of a near-duplicate.")
    ] = _DEFAULT.threshold,
    containment: Annotated[
        float,
        typer.Option(
            min=0.05,
            max=1.0,
            help="Least share of the smaller text that the larger holds, of a pair listed below the threshold.",
        ),
    ] = _DEFAULT.containment,
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
            help="Write the kept documents (with --against, those neither known nor twice) to OUT in the input's own "
            "format, all fields kept.",
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
            help="duplicates: end with status 1 when any is found; known: when any of PATH... is.",
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
      forensics dedupe articles/ --against archive/
      forensics dedupe articles/ --index index/
      forensics dedupe articles/ --json | jq '.result.clusters[].members'
      forensics dedupe --from result.json --threshold 0.9
    """
    from forensics.api.dedupe import dedupe as analyse
    from forensics.api.dedupe import rethreshold
    from forensics.cli.given import Given
    from forensics.cli.paths import check_outputs, named_paths
    from forensics.cli.session import Session, unread
    from forensics.cli.sizes import size_in_bytes
    from forensics.documents.staging import together
    from forensics.errors import UsageError

    given = Given(context)
    if from_result is not None:
        given.refuse(*_OF_A_NEW_RUN, because="--from reads a saved result and no texts")
    if keep != "earliest":
        given.refuse(
            "date_field",
            because="dates decide with --keep earliest",
            hint="add --keep earliest, or leave it out",
        )
    if fail_on and "known" in fail_on.split(",") and not (against or index or store or from_result):
        raise UsageError("--fail-on known needs something known", "add --against PATH")
    if store is None:
        given.refuse("add_to_store", because="no store is named", hint="add --store redis://host:port")
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
        known=["duplicates", "known"],
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
        containment=containment,
        shingle=shingle,
        num_perm=num_perm,
        unit=unit,
        fold=fold,
        keep=keep,
        date_field=date_field,
        certify=certify,
        store=store,
        index=None if index is None else str(index),
        seed=seed,
        text_field=text_field,
        id_field=id_field,
        encoding=encoding,
        input_format=input_format,
    )
    with together():
        if from_result is not None:
            from forensics.report.load import load

            envelope = rethreshold(load(from_result).envelope, threshold, write_clusters=write_clusters)
        else:
            envelope = analyse(
                named_paths(paths, files0_from, {"--against": against}, in_order=keep == "first"),
                against=_in_order(against, keep) if against else None,
                settings=settings,
                jobs=jobs,
                add_to_store=add_to_store,
                max_memory=None if max_memory is None else size_in_bytes(max_memory),
                write_unique=write_unique,
                write_clusters=write_clusters,
                writes=session.writes,
                progress=session.progress,
            )
        session.show(envelope)
    named = envelope.paths + envelope.settings.against
    session.end(
        read=bool(envelope.inputs),
        skipped=envelope.skipped,
        warnings=envelope.warnings,
        unread=unread(named if from_result is None else (), envelope.inputs),
        found=_found(envelope.result),
    )


def _in_order(paths: list[str], keep: Keep) -> list[str]:
    """Return `paths` in the order that counts: which file is first decides nothing but with --keep first."""
    return paths if keep == "first" else sorted(paths, key=os.fsencode)


def _found(result: DedupeResult) -> list[str]:
    """Return what --fail-on may name."""
    return ["duplicates"] * bool(result.clusters) + ["known"] * bool(result.known)
