"""A text beside the others: how each relates to it, and its sentences as the closest one tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from forensics.report.table.kit.marks import marked
from forensics.report.table.kit.style import plain, table, toned
from forensics.text.sentences import sentences
from forensics.trace.result import Match, PairVerdict, TraceDocument, TraceResult

_SHOWN = 16


def related(
    document: TraceDocument, verdicts: Sequence[PairVerdict], *, counted: bool, verbose: bool
) -> Iterator[RenderableType]:
    """Yield the other texts with their relation; `counted` also shows what the settings leave to count."""
    if not verdicts:
        return
    figures = ("sure", "covered", *(["counted"] if counted else []), "aligned", "facts shared", "order")
    rows = table("other text", "relation", *figures, right=figures)
    shown = verdicts if verbose else verdicts[:_SHOWN]
    for one in shown:
        here_is_a = one.a == document.id
        rows.add_row(
            plain(one.b if here_is_a else one.a),
            toned(one.relation),
            f"{one.probability:.2f}",
            f"{one.coverage_a if here_is_a else one.coverage_b:.0%}",
            *([f"{one.counted_a if here_is_a else one.counted_b:.0%}"] if counted else []),
            *(_figure(one, name) for name in ("alignment_density", "fact_containment", "order_z")),
        )
    yield rows
    if len(shown) < len(verdicts):
        yield Text(f"and {len(verdicts) - len(shown)} more; --verbose or --json shows all", style="dim")


def _figure(verdict: PairVerdict, name: str) -> str:
    value = verdict.evidence.get(name)
    return "" if value is None else f"{value:.2f}"


def sentence_by_sentence(
    document: TraceDocument, result: TraceResult, *, verbose: bool
) -> Iterator[RenderableType]:
    """Yield the sentences with their substitutions, and how the closest of the other texts tells each."""
    matches = [m for m in result.matches if document.id in (m.a.id, m.b.id)]
    undecided = _undecided(document, result)
    partner = _closest(document, result, matches, undecided)
    if not matches and not document.substitutions:
        return
    shown = table("no.", right=("no.",))
    shown.expand = True
    shown.add_column(Text("in the sentence: [as read] and as it most likely was"), ratio=5)
    if partner is not None:
        open_ = ", undetermined" if partner.id in undecided else ""
        shown.add_column(plain(f"told in {partner.id}{open_}"), no_wrap=not verbose, ratio=3)
    for number, span in enumerate(sentences(document.text), 1):
        here = [s for s in document.substitutions if span.start <= s.start and s.end <= span.end]
        told = [] if partner is None else [_told(document, partner, matches, span.start, span.end)]
        if verbose:
            shown.add_row(str(number), marked(document.text, here, span.start, span.end), *told)
        elif here or any(told):
            pairs = [marked(document.text, [one], one.start, one.end) for one in here]
            shown.add_row(str(number), Text(" ").join(pairs), *told)
    yield shown


def _told(
    document: TraceDocument, partner: TraceDocument, matches: Sequence[Match], start: int, end: int
) -> Text:
    """Return how `partner` tells the sentence at [start, end), and the level of that match."""
    for match in matches:
        here, there = (match.a, match.b) if match.a.id == document.id else (match.b, match.a)
        if there.id == partner.id and min(here.end, end) - max(here.start, start) > (end - start) // 2:
            told = Text(match.level.replace("_", " "), style="cyan")
            told.append_text(plain(f" {' '.join(partner.text[there.start : there.end].split())}", "dim"))
            return told
    return Text()


def _undecided(document: TraceDocument, result: TraceResult) -> set[str]:
    """Return the texts of which it could not be told how they relate to `document`."""
    pairs = ((v.a, v.b) for v in result.verdicts if v.relation == "undetermined")
    return {b if a == document.id else a for a, b in pairs if document.id in (a, b)}


def _closest(
    document: TraceDocument, result: TraceResult, matches: Sequence[Match], undecided: Collection[str]
) -> TraceDocument | None:
    """Return the text with most matches, one of `undecided` only where there is no other."""
    found = Counter(m.b.id if m.a.id == document.id else m.a.id for m in matches)
    ranked = sorted(found, key=lambda id: (id in undecided, -found[id]))
    return next((d for id in ranked[:1] for d in result.documents if d.id == id), None)
