"""The view of a spun text: verdict, the text with substitutions in place, and each with its evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from rich.console import RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

from forensics.envelope import Envelope
from forensics.report.table.marks import marked, spun_text
from forensics.report.table.style import count, plain, shortened, table, toned
from forensics.settings import SpinSettings
from forensics.spin.result import SpinDocument, SpinResult, Substitution

_FEW = 3


def render(
    envelope: Envelope[SpinSettings, SpinResult], *, verbose: bool = False
) -> Iterator[RenderableType]:
    """Yield the parts of the view: whole for a few documents, a line each for many unless `verbose`."""
    documents = envelope.result.documents
    if len(documents) > 1:
        yield _overview(documents)
    if len(documents) <= _FEW or verbose:
        for document in documents:
            yield from _detail(document, titled=len(documents) > 1)
    else:
        yield Text(
            "Give one file, or --verbose, for the texts with their substitutions in place.", style="dim"
        )


def _overview(documents: tuple[SpinDocument, ...]) -> RenderableType:
    rows = table(
        "document",
        "verdict",
        "score",
        "words",
        "per 1,000",
        "most telling",
        right=("score", "words", "per 1,000"),
    )
    for one in documents:
        telling = sorted(one.substitutions, key=lambda s: -s.confidence)[:3]
        rows.add_row(
            plain(one.id),
            toned(one.verdict),
            f"{one.score:.2f}",
            f"{one.words:,}",
            f"{one.density:.0f}",
            plain("; ".join(f"{s.observed} ← {s.original}" for s in telling)),
        )
    return rows


def _detail(document: SpinDocument, *, titled: bool) -> Iterator[RenderableType]:
    if titled:
        yield Rule(plain(document.id, "bold"), align="left")
    yield Text.assemble(
        plain(document.id, "bold") if not titled else "Verdict",
        ": ",
        toned(document.verdict),
        f" (probability {document.score:.2f}); {count(len(document.substitutions), 'substitution')} in "
        f"{count(document.words, 'word')}, {document.density:.0f} per 1,000",
    )
    if document.restored is None:
        return
    text = spun_text(document.restored, document.substitutions)
    yield Panel(
        marked(text, document.substitutions),
        title="the text, [as read] and as it most likely was",
        title_align="left",
        border_style="dim",
    )
    yield _substitutions(document, text)


def _substitutions(document: SpinDocument, text: str) -> RenderableType:
    breaks = [i for i, c in enumerate(text) if c == "\n"]
    rows = table("line", "observed", "likely original", "sure", "evidence", right=("line", "sure"))
    for one in document.substitutions:
        original = plain(one.original)
        if one.alternatives:
            original.append_text(plain(f" ({_alternatives(one)})", "dim"))
        rows.add_row(
            str(bisect_right(breaks, one.start) + 1),
            plain(one.observed),
            original,
            f"{one.confidence:.2f}",
            plain(_evidence(one), "dim"),
        )
    return rows


def _alternatives(one: Substitution) -> str:
    return shortened(", ".join(one.alternatives[:2]), 24)


def _evidence(one: Substitution) -> str:
    return "; ".join(f"{e.detail} ({e.weight:+.1f})" for e in one.evidence)
