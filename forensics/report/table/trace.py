"""The story of a text: who is cited, what residue it carries, how it was rewritten, whence it comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from forensics.envelope import Envelope
from forensics.report.table.marks import marked
from forensics.report.table.style import count, heading, plain, shortened, table, toned
from forensics.settings import TraceSettings
from forensics.text.sentences import sentences
from forensics.trace.result import Claim, Match, PairVerdict, TraceDocument, TraceResult

_SPUN = 0.5
_FEW = 12


def render(
    envelope: Envelope[TraceSettings, TraceResult], *, verbose: bool = False
) -> Iterator[RenderableType]:
    """Yield the story of each text that was asked about; `verbose` shows every fact and operation."""
    result = envelope.result
    for document in result.documents:
        if document.role == "text":
            yield from _story(document, result, verbose=verbose)


def _story(document: TraceDocument, result: TraceResult, *, verbose: bool) -> Iterator[RenderableType]:
    yield Rule(plain(document.id, "bold"), align="left")
    yield from _spinning(document)
    yield from _cited(document)
    yield from _residue(document)
    verdicts = [v for v in result.verdicts if document.id in (v.a, v.b)]
    yield from _related(document, verdicts)
    yield from _sentences(document, result, verbose=verbose)
    yield from _missing(document, result)
    yield from _limits(verdicts, verbose=verbose)


def _spinning(document: TraceDocument) -> Iterator[RenderableType]:
    if document.spun is None:
        return
    if document.spun >= _SPUN:
        yield Text.assemble(
            toned("spun"),
            f" by machine (probability {document.spun:.2f}): "
            f"{count(len(document.substitutions), 'substitution')}, marked below",
        )
    else:
        yield Text.assemble("not seen as ", toned("spun"), f" (probability {document.spun:.2f})")


def _cited(document: TraceDocument) -> Iterator[RenderableType]:
    if not document.claims:
        return
    outlets: dict[str, list[Claim]] = {}
    for claim in document.claims:
        outlets.setdefault(claim.outlet, []).append(claim)
    rows = table("cited", "how", "as written")
    for outlet, claims in list(outlets.items())[:_FEW]:
        kinds = Counter(claim.kind.replace("_", " ") for claim in claims)
        spun = next((claim.spun_from for claim in claims if claim.spun_from), None)
        rows.add_row(
            plain(outlet, "bold"),
            ", ".join(f"{kind} ×{n}" if n > 1 else kind for kind, n in kinds.items()),
            plain(f"“{spun}”" if spun else shortened(claims[0].text, 60), "red" if spun else "dim"),
        )
    yield rows


def _residue(document: TraceDocument) -> Iterator[RenderableType]:
    if not document.residue:
        return
    parts = []
    for one in document.residue[:_FEW]:
        part = plain(f"“{shortened(one.text, 40)}”")
        part.append(f" {one.kind.replace('_', ' ')}", style="dim")
        if one.restored and one.restored != one.text:
            part.append_text(plain(f" ({one.restored})", "green"))
        parts.append(part)
    if len(document.residue) > _FEW:
        parts.append(Text(f"{len(document.residue) - _FEW} more", style="dim"))
    yield Text.assemble(("Residue  ", "bold"), Text("; ").join(parts))


def _related(document: TraceDocument, verdicts: list[PairVerdict]) -> Iterator[RenderableType]:
    if not verdicts:
        return
    figures = ("sure", "covered", "aligned", "facts", "order")
    rows = table("other text", "relation", *figures, right=figures)
    for one in sorted(verdicts, key=lambda v: (v.relation in ("unrelated", "same_event"), -v.probability)):
        here_is_a = one.a == document.id
        rows.add_row(
            plain(one.b if here_is_a else one.a),
            toned(one.relation),
            f"{one.probability:.2f}",
            f"{one.coverage_a if here_is_a else one.coverage_b:.0%}",
            *(_figure(one, name) for name in ("alignment_density", "fact_containment", "order_z")),
        )
    yield rows


def _figure(verdict: PairVerdict, name: str) -> str:
    value = verdict.evidence.get(name)
    return "" if value is None else f"{value:.2f}"


def _sentences(document: TraceDocument, result: TraceResult, *, verbose: bool) -> Iterator[RenderableType]:
    partner = _closest(document, result)
    matches = [m for m in result.matches if document.id in (m.a.id, m.b.id)]
    if partner is not None:
        matches = [m for m in matches if partner.id in (m.a.id, m.b.id)]
    if not matches and not document.substitutions:
        return
    beside = f"in {partner.id}" if partner else ""
    shown = table("no.", "sentence, with what was replaced", beside, right=("no.",))
    for number, span in enumerate(sentences(document.text), 1):
        here = [s for s in document.substitutions if span.start <= s.start and s.end <= span.end]
        match = next((m for m in matches if _overlaps(m, document.id, span.start, span.end)), None)
        if not here and match is None and not verbose:
            continue
        told = Text()
        if match is not None and partner is not None:
            side = match.b if match.a.id == document.id else match.a
            told = plain(shortened(partner.text[side.start : side.end], 90), "dim")
            told.append(f" {match.level.replace('_', ' ')}", style="cyan")
        shown.add_row(str(number), marked(document.text, here, span.start, span.end), told)
    yield shown


def _overlaps(match: Match, id: str, start: int, end: int) -> bool:
    side = match.a if match.a.id == id else match.b
    return min(side.end, end) - max(side.start, start) > (end - start) // 2


def _closest(document: TraceDocument, result: TraceResult) -> TraceDocument | None:
    found = Counter(
        m.b.id if m.a.id == document.id else m.a.id for m in result.matches if document.id in (m.a.id, m.b.id)
    )
    return next((d for id, _ in found.most_common(1) for d in result.documents if d.id == id), None)


def _missing(document: TraceDocument, result: TraceResult) -> Iterator[RenderableType]:
    labels = {node.id: node for node in result.graph.nodes}
    for edge in result.graph.edges:
        node = labels.get(edge.target)
        if edge.source != document.id or node is None or node.kind != "missing_source":
            continue
        siblings = [e.source for e in result.graph.edges if e.target == node.id and e.source != document.id]
        line = Text.assemble(
            ("Missing source  ", "bold magenta"),
            plain(node.label, "bold"),
            f" (probability {edge.probability:.2f})",
        )
        if siblings:
            line.append_text(plain(f": {', '.join([document.id, *siblings])} all point to it"))
        yield line


def _limits(verdicts: list[PairVerdict], *, verbose: bool) -> Iterator[RenderableType]:
    limits = list(dict.fromkeys(limit for verdict in verdicts for limit in verdict.limits))
    shown = limits if verbose else limits[:3]
    if shown:
        yield heading("What this cannot know")
        yield from (Padding(plain(f"· {limit}", "dim"), (0, 0, 0, 2)) for limit in shown)
