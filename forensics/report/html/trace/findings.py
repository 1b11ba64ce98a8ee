"""What one text says about itself: who is cited, what residue it carries, which facts it holds."""

from __future__ import annotations

from collections import defaultdict

from forensics.report.html.kit.disguises import disguises
from forensics.report.html.kit.element import Html, fold, joined, table, tag
from forensics.report.wording import count, shortened, words_of
from forensics.trace.result import TraceDocument

_ROWS = 200


def drawn(document: TraceDocument) -> Html:
    """Return the findings within one document."""
    return joined(
        disguises(document.obfuscation),
        _spun(document),
        _claims(document),
        _quotations(document),
        _citations(document),
        _residue(document),
        _facts(document),
    )


def _spun(document: TraceDocument) -> Html | None:
    if document.spun is None:
        return None
    seen = "It reads as spun by machine" if document.spun >= 0.5 else "It does not read as spun by machine"
    found = count(len(document.substitutions), "substitution")
    rows = ((s.observed, s.original, f"{s.confidence:.2f}") for s in document.substitutions[:_ROWS])
    return joined(
        tag("p", f"{seen} (probability {document.spun:.2f}); {found}."),
        fold("Substitutions", table(("as read", "most likely was", "sure"), rows, "Substitutions"))
        if document.substitutions
        else None,
    )


def _claims(document: TraceDocument) -> Html | None:
    if not document.claims:
        return None
    rows = (
        (c.outlet, c.cited, c.speaker or "", c.spun_from or "", words_of(c.kind), shortened(c.text, 300))
        for c in document.claims[:_ROWS]
    )
    return joined(
        tag("h3", "Who is cited"),
        table(("cited", "as", "who spoke", "as written", "how", "where"), rows, "Who is cited"),
    )


def _quotations(document: TraceDocument) -> Html | None:
    if not document.quotations:
        return None
    rows = (
        (shortened(document.text[q.start : q.end], 300), q.speaker or "") for q in document.quotations[:_ROWS]
    )
    return fold(
        f"Quotations: {len(document.quotations):,}", table(("quotation", "who spoke"), rows, "Quotations")
    )


def _citations(document: TraceDocument) -> Html | None:
    if not document.citations:
        return None
    told = "; ".join(dict.fromkeys(one.text for one in document.citations))
    return tag("p", f"It points to sources {count(len(document.citations), 'time')}: {shortened(told, 400)}.")


def _residue(document: TraceDocument) -> Html | None:
    if not document.residue:
        return None
    rows = ((shortened(r.text, 160), words_of(r.kind), r.restored or "") for r in document.residue[:_ROWS])
    return joined(
        tag("h3", "What the pipeline left behind"),
        table(("residue", "kind", "most likely was"), rows, "Residue"),
    )


def _facts(document: TraceDocument) -> Html | None:
    if not document.facts:
        return None
    kinds: dict[str, list[str]] = defaultdict(list)
    for fact in document.facts:
        kinds[fact.kind].append(fact.normalised)
    rows = ((words_of(kind), shortened("; ".join(dict.fromkeys(held)), 4000)) for kind, held in kinds.items())
    return fold(f"Facts: {len(document.facts):,}", table(("kind", "facts, as compared"), rows, "Facts"))
