"""`forensics trace`: where a text comes from."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from forensics.cli import options as shared
from forensics.settings import TraceSettings

if TYPE_CHECKING:
    from forensics.trace.result import Graph


class GraphForm(StrEnum):
    """The forms that a provenance graph is exported in."""

    DOT = "dot"
    MERMAID = "mermaid"
    PROV = "prov"


_DEFAULT = TraceSettings()
COUNTING = "Counting"
_PERCENTAGES = (
    "exclude_quotes",
    "exclude_small",
    "exclude_source",
    "exclude_bibliography",
    "exclude_citations",
)
_OF_PAIRS = (*_PERCENTAGES, "exclude_boilerplate", "fail_on")


def trace(
    context: typer.Context,
    paths: shared.Paths = None,
    against: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH",
            help="Files or folders that the text may come from; give it again for more.",
            show_default=False,
        ),
    ] = None,
    index: Annotated[
        str | None,
        typer.Option(
            metavar="DIR",
            help="An index that `forensics index` keeps, whose texts it may come from.",
            show_default=False,
        ),
    ] = None,
    exclude_quotes: Annotated[
        bool,
        typer.Option(
            "--exclude-quotes",
            help="Leave quotations out of the counted percentages.",
            rich_help_panel=COUNTING,
            show_default=False,
        ),
    ] = False,
    exclude_small: Annotated[
        int,
        typer.Option(
            min=0,
            metavar="WORDS",
            help="Leave matches of fewer words out of the counted percentages.",
            rich_help_panel=COUNTING,
        ),
    ] = _DEFAULT.exclude_small,
    exclude_boilerplate: Annotated[
        bool,
        typer.Option(
            "--exclude-boilerplate/--count-boilerplate",
            help="Leave shared boilerplate out of the counted percentages.",
            rich_help_panel=COUNTING,
        ),
    ] = _DEFAULT.exclude_boilerplate,
    exclude_source: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="Leave this source out of the counted percentages; give it again for more.",
            rich_help_panel=COUNTING,
            show_default=False,
        ),
    ] = None,
    exclude_bibliography: Annotated[
        bool | None,
        typer.Option(
            "--exclude-bibliography/--count-bibliography",
            help="Show the percentages with shared entries of reference lists, counted without or with them; "
            "otherwise reference lists are in none.",
            rich_help_panel=COUNTING,
            show_default=False,
        ),
    ] = None,
    exclude_citations: Annotated[
        bool,
        typer.Option(
            "--exclude-citations",
            help="Leave in-text citations, (Doe, 2010) or [12], out of the counted percentages.",
            rich_help_panel=COUNTING,
            show_default=False,
        ),
    ] = False,
    template: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE",
            help="A task text or form that all may share: what texts share with it counts nowhere; again for more.",
            rich_help_panel=COUNTING,
            show_default=False,
        ),
    ] = None,
    leaders: Annotated[
        int,
        typer.Option(
            min=1,
            help="How many sources of a large collection are compared in depth; with --against or --index.",
            metavar="N",
        ),
    ] = _DEFAULT.leaders,
    graph: Annotated[
        GraphForm | None,
        typer.Option(
            help="Print only the provenance graph: dot for Graphviz, mermaid, or prov for W3C PROV as JSON-LD.",
            rich_help_panel=shared.OUTPUT,
            show_default=False,
        ),
    ] = None,
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
            help="Seed of the shuffles that the order of two texts is tested against.",
            rich_help_panel=shared.OUTPUT,
        ),
    ] = _DEFAULT.seed,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="WHAT",
            help="copy, derived, sibling, patchwork, with commas: end with status 1 when one is found.",
            rich_help_panel=shared.OUTPUT,
            show_default=False,
        ),
    ] = None,
    quiet: shared.Quiet = False,
    verbose: shared.Verbose = False,
    no_color: shared.NoColor = False,
) -> None:
    """Tell where a text comes from, how it was rewritten, and what cannot be known.

    Who is cited, which residue the pipeline left, which passages match which source
    and how; where no source is at hand, the missing one is inferred.

    \b
      forensics trace story.txt --against archive/
      forensics trace story.txt --against a.txt --against b.txt
      forensics trace story.txt
      forensics trace story.txt --index archive.index
      forensics trace story.txt --against archive/ --graph dot | dot -Tsvg > graph.svg
    """
    from forensics.api.trace import trace as analyse
    from forensics.cli.given import Given
    from forensics.cli.paths import check_outputs, named_paths
    from forensics.cli.session import Session, unread

    given = Given(context)
    if graph is not None:
        given.refuse(
            "json", "format", *_PERCENTAGES,
            because="--graph prints the graph alone, in a format of its own and without percentages",
        )  # fmt: skip
    if not against and index is None:
        given.refuse("leaders", because="leaders are chosen among the sources of --against or --index")
    given.refuse_reading(input_format)
    given.refuse_formats(json=json, format=format)
    given.refuse_talk(quiet=quiet, verbose=verbose)
    check_outputs({"--output": output}, read=(files0_from,))
    session = Session(
        known=["copy", "derived", "sibling", "patchwork"],
        fail_on=fail_on,
        format=format,
        json=json,
        output=output,
        quiet=quiet,
        verbose=verbose,
        no_color=no_color,
    )
    settings = TraceSettings(
        against=tuple(sorted(against or ())),
        index=index,
        exclude_quotes=exclude_quotes,
        exclude_small=exclude_small,
        exclude_boilerplate=exclude_boilerplate,
        exclude_sources=tuple(exclude_source or ()),
        exclude_bibliography=exclude_bibliography,
        exclude_citations=exclude_citations,
        templates=tuple(sorted(template or ())),
        leaders=leaders,
        seed=seed,
        text_field=text_field,
        id_field=id_field,
        encoding=encoding,
        input_format=input_format,
    )
    envelope = analyse(
        named_paths(paths, files0_from, {"--against": against, "--template": template}),
        against=settings.against or None,
        templates=settings.templates or None,
        settings=settings,
        writes=session.writes,
        progress=session.progress,
    )
    if not against and index is None and len(envelope.result.documents) == 1 and not envelope.skipped:
        given.refuse(
            *_OF_PAIRS,
            because="one text without --against or --index is compared with nothing",
            hint="add --against PATH or --index DIR, or leave it out",
        )
    if graph is None:
        session.show(envelope)
    else:
        session.emission.write_text(_drawn(envelope.result.graph, graph))
    if (against or index) and envelope.result.documents and not envelope.result.verdicts:
        named = " and ".join(filter(None, ["--against" * bool(against), "--index" * bool(index)]))
        session.talk.say(
            f"forensics: {named} {'hold' if against and index else 'holds'} no text other than the one that is traced"
        )
    session.end(
        read=bool(envelope.result.documents),
        skipped=envelope.skipped,
        warnings=envelope.warnings,
        unread=unread((*envelope.paths, *settings.against), envelope.inputs),
        found=[one.relation for one in envelope.result.verdicts],
    )


def _drawn(graph: Graph, form: GraphForm) -> str:
    from forensics.trace.provenance.exports import to_dot, to_mermaid, to_prov

    return {GraphForm.DOT: to_dot, GraphForm.MERMAID: to_mermaid, GraphForm.PROV: to_prov}[form](graph)
