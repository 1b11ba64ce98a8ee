"""The story of a text: who is cited, what residue it carries, how it was rewritten, whence it comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text
from rich.tree import Tree

from forensics.envelope import Envelope
from forensics.report.disguises import disguises_in_short
from forensics.report.interface import RenderOptions
from forensics.report.table.kit.disguises import disguises
from forensics.report.table.kit.style import heading, plain
from forensics.report.table.trace.changed_facts import changed
from forensics.report.table.trace.document import cited, pointing, residue, spinning
from forensics.report.table.trace.pairs import related, sentence_by_sentence
from forensics.report.wording import count, shortened
from forensics.settings import TraceSettings
from forensics.trace.result import MissingSource, PairVerdict, Reconstructed, TraceDocument, TraceResult

_FACTS = 16
_SPEAKERS = 4
_COMMON = 8
_STRETCHES = 8
_DISTANT = ("unrelated", "same_event")


def render(
    envelope: Envelope[TraceSettings, TraceResult], options: RenderOptions
) -> Iterator[RenderableType]:
    """Yield the story of each text that was asked about; `verbose` shows every claim, fact and sentence."""
    result = envelope.result
    for document in result.documents:
        if document.role == "text":
            yield from _story(
                document, result, counted=_leaves_out(envelope.settings), verbose=options.verbose
            )
    yield from _disguised_sources(result)


def _disguised_sources(result: TraceResult) -> Iterator[RenderableType]:
    for one in result.documents:
        if one.role == "source" and one.obfuscation:
            yield plain(f"The source {one.id} is disguised: {disguises_in_short(one.obfuscation)}", "red")


def _leaves_out(settings: TraceSettings) -> bool:
    """Say whether the settings count otherwise than by default, so that what is counted is worth a column."""
    return bool(
        settings.exclude_quotes
        or settings.exclude_small
        or settings.exclude_sources
        or settings.exclude_citations
        or settings.exclude_bibliography is not None
        or not settings.exclude_boilerplate
    )


def _story(
    document: TraceDocument, result: TraceResult, *, counted: bool, verbose: bool
) -> Iterator[RenderableType]:
    verdicts = sorted(
        (v for v in result.verdicts if document.id in (v.a, v.b)),
        key=lambda v: (v.relation in _DISTANT, -v.probability),
    )
    missing = [one for one in result.missing_sources if document.id in one.children]
    yield Rule(plain(document.id, "bold"), align="left")
    yield from disguises(document.obfuscation)
    yield from spinning(document)
    yield from _whence(document, verdicts, missing)
    yield from changed(document, verdicts, verbose=verbose)
    yield from cited(document, verbose=verbose)
    yield from pointing(document, verbose=verbose)
    yield from residue(document, verbose=verbose)
    yield from related(document, verdicts, counted=counted, verbose=verbose)
    yield from _parts(document, result)
    yield from _quoted(document, verdicts, verbose=verbose)
    yield from _both_tell(document, verdicts, verbose=verbose)
    yield from sentence_by_sentence(document, result, verbose=verbose)
    yield from _shared(missing, verbose=verbose)
    yield from _provenance(document, result)
    yield from _limits([*missing, *verdicts], verbose=verbose)


def _whence(
    document: TraceDocument, verdicts: Sequence[PairVerdict], missing: Sequence[MissingSource]
) -> Iterator[RenderableType]:
    for one in missing:
        others = [child for child in one.children if child != document.id]
        points = "points" if len(others) == 1 else "point"
        both = f"; {', '.join(others)} {points} to it too" if others else ""
        yield Text.assemble(
            ("Comes from   ", "bold"),
            plain(one.label, "bold magenta"),
            plain(f" that is not among these texts (probability {one.probability:.2f}){both}"),
        )
    for verdict in verdicts:
        if verdict.relation in ("copy", "derived", "patchwork") and verdict.explained_by is None:
            other, away = (verdict.b, "b_from_a") if verdict.a == document.id else (verdict.a, "a_from_b")
            told = "Shares with  " if verdict.direction == "unknown" else "Comes from   "
            yield Text.assemble(
                ("Given to     " if verdict.direction == away else told, "bold"),
                plain(other, "bold"),
                f": {verdict.relation} (probability {verdict.probability:.2f})",
                ", and which came first is not known" if verdict.direction == "unknown" else "",
            )
    less: dict[str, list[str]] = {}
    for verdict in verdicts:
        if verdict.explained_by is not None:
            less.setdefault(verdict.explained_by, []).append(
                verdict.b if verdict.a == document.id else verdict.a
            )
    for better, others in less.items():
        yield Text.assemble(
            ("Adds nothing ", "bold"),
            plain(f"to {better}: what is shared with {', '.join(others)} stands there, too", "dim"),
        )


def _parts(document: TraceDocument, result: TraceResult) -> Iterator[RenderableType]:
    """Say which sentences of a patchwork come from which source, by their numbers in the text."""
    told = [one for one in result.sentence_sources if one.document == document.id]
    if not told:
        return
    yield heading("Which sentences come from where")
    for source, run in groupby(enumerate(told, 1), key=lambda one: one[1].source):
        numbers = [number for number, _ in run]
        shown = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"
        first = " ".join(document.text[told[numbers[0] - 1].start : told[numbers[0] - 1].end].split())
        line = plain(f"{shown:>7}  ").append_text(
            plain(source or "none of these", "bold" if source else "dim")
        )
        yield line.append_text(plain(f"  {shortened(first, 60)}", "dim"))


def _quoted(
    document: TraceDocument, verdicts: Sequence[PairVerdict], *, verbose: bool
) -> Iterator[RenderableType]:
    """Say whom a text and another one both quote, and in how many words: a common speaker is no common text."""
    for verdict in verdicts:
        words: dict[str, int] = {}
        for one in verdict.shared_quotations:
            speaker = one.speaker or "somebody who is not named"
            words[speaker] = words.get(speaker, 0) + one.words
        ranked = sorted(words.items(), key=lambda spoken: -spoken[1])
        if ranked:
            shown = ranked if verbose else ranked[:_SPEAKERS]
            spoken = ", ".join(f"{speaker} ({count(n, 'word')})" for speaker, n in shown)
            more = f", and {len(ranked) - len(shown)} more" if len(shown) < len(ranked) else ""
            other = verdict.b if verdict.a == document.id else verdict.a
            yield Text.assemble(
                ("Both quote   ", "bold"), plain(f"{spoken}{more}; the other is {other}", "dim")
            )


def _both_tell(
    document: TraceDocument, verdicts: Sequence[PairVerdict], *, verbose: bool
) -> Iterator[RenderableType]:
    """Say which names, figures and dates make two independent texts reports of one event."""
    for verdict in verdicts:
        told = list(dict.fromkeys(one.name for one in verdict.shared_facts))
        if told:
            shown = told if verbose else told[:_COMMON]
            more = f", and {len(told) - len(shown)} more" if len(shown) < len(told) else ""
            other = verdict.b if verdict.a == document.id else verdict.a
            yield Text.assemble(
                ("Both tell of ", "bold"), plain(f"{', '.join(shown)}{more}; the other is {other}", "dim")
            )


def _shared(missing: Sequence[MissingSource], *, verbose: bool) -> Iterator[RenderableType]:
    for one in missing:
        if len(one.children) > 1 and one.facts:
            facts = one.facts if verbose else one.facts[:_FACTS]
            more = f", and {len(one.facts) - len(facts)} more" if len(facts) < len(one.facts) else ""
            yield Text.assemble(("Shared facts ", "bold"), plain(", ".join(facts) + more, "dim"))
        if one.reconstruction:
            yield heading(f"What {one.label} likely held")
            held = one.reconstruction if verbose else one.reconstruction[:_STRETCHES]
            yield from (Padding(_stretch(stretch), (0, 0, 0, 2)) for stretch in held)
            if len(held) < len(one.reconstruction):
                more = f"and {len(one.reconstruction) - len(held)} more; --verbose or --json shows all"
                yield Padding(Text(more, style="dim"), (0, 0, 0, 2))


def _stretch(one: Reconstructed) -> Text:
    """Return a stretch of a missing source in one line, with its chance and who has it."""
    chance = "" if one.chance is None else f"{one.chance:.2f}, "
    has = ", ".join(dict.fromkeys(side.id for side in one.told_by))
    return plain(f"· {' '.join(one.text.split())}").append_text(plain(f"  {chance}{has}", "dim"))


def _provenance(document: TraceDocument, result: TraceResult) -> Iterator[RenderableType]:
    """Draw what `document` comes from, or what comes from it, with all that comes from there."""
    labels = {node.id: node.label for node in result.graph.nodes}
    derived = [edge for edge in result.graph.edges if edge.kind == "derived_from"]
    for source in dict.fromkeys(e.target for e in derived if document.id in (e.source, e.target)):
        drawn = Tree(plain(labels[source], "bold magenta" if source.startswith("missing:") else "bold"))
        for edge in derived:
            if edge.target == source:
                child = plain(labels[edge.source], "bold" if edge.source == document.id else "")
                drawn.add(child.append(f"  derived from it, probability {edge.probability:.2f}", style="dim"))
        yield drawn
    for edge in result.graph.edges:
        if edge.kind == "shares_text" and document.id in (edge.source, edge.target):
            other = edge.target if edge.source == document.id else edge.source
            line = plain(labels[document.id], "bold").append(" -- ").append_text(plain(labels[other]))
            yield line.append(f"  they share text, probability {edge.probability:.2f}", style="dim")


def _limits(told: Sequence[PairVerdict | MissingSource], *, verbose: bool) -> Iterator[RenderableType]:
    limits = list(dict.fromkeys(limit for one in told for limit in one.limits))
    shown = limits if verbose else limits[:4]
    if shown:
        yield heading("What this cannot know")
        yield from (Padding(plain(f"· {limit}", "dim"), (0, 0, 0, 2)) for limit in shown)
