"""The story of a text: who is cited, what residue it carries, how it was rewritten, whence it comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text
from rich.tree import Tree

from forensics.envelope import Envelope
from forensics.report.table.marks import marked
from forensics.report.table.style import heading, plain, table, toned
from forensics.report.wording import count, shortened
from forensics.settings import TraceSettings
from forensics.text.sentences import sentences
from forensics.trace.result import Claim, Match, MissingSource, PairVerdict, TraceDocument, TraceResult

_SPUN = 0.5
_FEW = 8
_DISTANT = ("unrelated", "same_event")


def render(
    envelope: Envelope[TraceSettings, TraceResult], *, verbose: bool = False
) -> Iterator[RenderableType]:
    """Yield the story of each text that was asked about; `verbose` shows every claim, fact and sentence."""
    result = envelope.result
    for document in result.documents:
        if document.role == "text":
            yield from _story(document, result, counted=_leaves_out(envelope.settings), verbose=verbose)


def _leaves_out(settings: TraceSettings) -> bool:
    """Say whether the settings count otherwise than by default, so that what is counted is worth a column."""
    return bool(
        settings.exclude_quotes
        or settings.exclude_small
        or settings.exclude_sources
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
    yield from _spinning(document)
    yield from _whence(document, verdicts, missing)
    yield from _cited(document, verbose=verbose)
    yield from _residue(document, verbose=verbose)
    yield from _related(document, verdicts, counted=counted, verbose=verbose)
    yield from _sentences(document, result, verbose=verbose)
    yield from _shared(missing, verbose=verbose)
    yield from _provenance(document, result)
    yield from _limits([*missing, *verdicts], verbose=verbose)


def _spinning(document: TraceDocument) -> Iterator[RenderableType]:
    if document.spun is None:
        return
    spun = document.spun >= _SPUN
    yield Text.assemble(
        ("Rewritten    ", "bold"),
        "" if spun else "not seen as ",
        toned("spun"),
        f" by machine (probability {document.spun:.2f})",
        f", {count(len(document.substitutions), 'substitution')} named below" if spun else "",
    )


def _whence(
    document: TraceDocument, verdicts: Sequence[PairVerdict], missing: Sequence[MissingSource]
) -> Iterator[RenderableType]:
    for one in missing:
        others = [child for child in one.children if child != document.id]
        both = f"; {', '.join(others)} points to it too" if others else ""
        yield Text.assemble(
            ("Comes from   ", "bold"),
            plain(one.label, "bold magenta"),
            plain(f" that is not among these texts (probability {one.probability:.2f}){both}"),
        )
    for verdict in verdicts:
        if verdict.relation in ("copy", "derived", "patchwork"):
            other, away = (verdict.b, "b_from_a") if verdict.a == document.id else (verdict.a, "a_from_b")
            told = "Shares with  " if verdict.direction == "unknown" else "Comes from   "
            yield Text.assemble(
                ("Given to     " if verdict.direction == away else told, "bold"),
                plain(other, "bold"),
                f": {verdict.relation} (probability {verdict.probability:.2f})",
                ", and which came first is not known" if verdict.direction == "unknown" else "",
            )


def _cited(document: TraceDocument, *, verbose: bool) -> Iterator[RenderableType]:
    outlets: dict[str, list[Claim]] = {}
    for claim in document.claims:
        outlets.setdefault(claim.outlet, []).append(claim)
    # Named media say most about where a text comes from; then whoever is cited most.
    ranked = sorted(outlets.items(), key=lambda o: (o[1][0].cited != "media", -len(o[1])))
    if not ranked:
        return
    rows = table("cited", "how", "as written")
    for outlet, claims in ranked[: None if verbose else _FEW]:
        kinds = Counter(claim.kind.replace("_", " ") for claim in claims)
        spun = next((claim.spun_from for claim in claims if claim.spun_from), None)
        rows.add_row(
            plain(outlet, "bold"),
            ", ".join(f"{kind} ×{n}" if n > 1 else kind for kind, n in kinds.items()),
            plain(f"“{spun}”" if spun else shortened(claims[0].text, 60), "red" if spun else "dim"),
        )
    yield rows


def _residue(document: TraceDocument, *, verbose: bool) -> Iterator[RenderableType]:
    if not document.residue:
        return
    shown = document.residue if verbose else document.residue[:_FEW]
    parts = []
    for one in shown:
        part = plain(f"“{shortened(one.text, 40)}”")
        part.append(f" {one.kind.replace('_', ' ')}", style="dim")
        if one.restored and one.restored != one.text:
            part.append_text(plain(f" ({one.restored})", "green"))
        parts.append(part)
    if len(shown) < len(document.residue):
        parts.append(Text(f"and {len(document.residue) - len(shown)} more", style="dim"))
    yield Text.assemble(("Residue      ", "bold"), Text("; ").join(parts))


def _related(
    document: TraceDocument, verdicts: Sequence[PairVerdict], *, counted: bool, verbose: bool
) -> Iterator[RenderableType]:
    if not verdicts:
        return
    figures = ("sure", "covered", *(["counted"] if counted else []), "aligned", "facts shared", "order")
    rows = table("other text", "relation", *figures, right=figures)
    shown = verdicts if verbose else verdicts[: 2 * _FEW]
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


def _sentences(document: TraceDocument, result: TraceResult, *, verbose: bool) -> Iterator[RenderableType]:
    matches = [m for m in result.matches if document.id in (m.a.id, m.b.id)]
    partner = _closest(document, result, matches)
    if not matches and not document.substitutions:
        return
    shown = table("no.", right=("no.",))
    shown.expand = True
    shown.add_column(Text("in the sentence: [as read] and as it most likely was"), ratio=5)
    if partner is not None:
        shown.add_column(plain(f"told in {partner.id}"), no_wrap=not verbose, ratio=3)
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


def _closest(document: TraceDocument, result: TraceResult, matches: Sequence[Match]) -> TraceDocument | None:
    found = Counter(m.b.id if m.a.id == document.id else m.a.id for m in matches)
    return next((d for id, _ in found.most_common(1) for d in result.documents if d.id == id), None)


def _shared(missing: Sequence[MissingSource], *, verbose: bool) -> Iterator[RenderableType]:
    for one in missing:
        if len(one.children) > 1 and one.facts:
            facts = one.facts if verbose else one.facts[: 2 * _FEW]
            more = f", and {len(one.facts) - len(facts)} more" if len(facts) < len(one.facts) else ""
            yield Text.assemble(("Shared facts ", "bold"), plain(", ".join(facts) + more, "dim"))


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


def _limits(told: Sequence[PairVerdict | MissingSource], *, verbose: bool) -> Iterator[RenderableType]:
    limits = list(dict.fromkeys(limit for one in told for limit in one.limits))
    shown = limits if verbose else limits[:4]
    if shown:
        yield heading("What this cannot know")
        yield from (Padding(plain(f"· {limit}", "dim"), (0, 0, 0, 2)) for limit in shown)
