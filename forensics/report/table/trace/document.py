"""What one text says about itself: whether it was spun, who is cited, what residue it carries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from forensics.report.table.kit.style import plain, table, toned
from forensics.report.wording import count, shortened
from forensics.trace.result import Claim, TraceDocument

_SPUN = 0.5
_FEW = 8


def spinning(document: TraceDocument) -> Iterator[RenderableType]:
    """Yield whether it reads as spun, where that was looked at."""
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


def cited(document: TraceDocument, *, verbose: bool) -> Iterator[RenderableType]:
    """Yield who is cited and how, named media first."""
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


def pointing(document: TraceDocument, *, verbose: bool) -> Iterator[RenderableType]:
    """Yield what it quotes, where all is asked for, and where it points to sources."""
    if verbose and document.quotations:
        speakers = Counter(one.speaker for one in document.quotations if one.speaker)
        told = ", ".join(f"{name} ×{n}" if n > 1 else name for name, n in speakers.most_common())
        found = count(len(document.quotations), "quotation")
        yield Text.assemble(
            ("Quotes       ", "bold"), plain(f"{found}{f', of {told}' if told else ''}", "dim")
        )
    if document.citations:
        marks = list(dict.fromkeys(one.text for one in document.citations))
        shown = marks if verbose else marks[:_FEW]
        more = f", and {len(marks) - len(shown)} more" if len(shown) < len(marks) else ""
        yield Text.assemble(("Points to    ", "bold"), plain("; ".join(shown) + more, "dim"))


def residue(document: TraceDocument, *, verbose: bool) -> Iterator[RenderableType]:
    """Yield what the pipeline left behind in it."""
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
