"""The view of a spun text: verdict, the text with substitutions in place, and each with its evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import get_args

from rich.console import RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

from forensics.envelope import Envelope
from forensics.report.disguises import disguises_in_short
from forensics.report.interface import RenderOptions
from forensics.report.reasons import NOT_ASSESSED
from forensics.report.spinners import family_told, phrases_told
from forensics.report.table.kit.disguises import disguises
from forensics.report.table.kit.marks import marked
from forensics.report.table.kit.style import plain, table, toned
from forensics.report.wording import count, shortened, spun_text, words_of
from forensics.settings import SpinSettings
from forensics.spin.result import Comparison, SpinDocument, SpinResult, Substitution, Verdict

_FEW = 3
_NOUN = {"substitute": "replacement", "insert": "insertion", "delete": "deletion", "move": "move"}


def render(envelope: Envelope[SpinSettings, SpinResult], options: RenderOptions) -> Iterator[RenderableType]:
    """Yield the parts of the view: whole for a few documents, a line each for many unless `verbose`."""
    documents = envelope.result.documents
    if len(documents) > 1:
        yield _overview(documents)
        yield plain(_counted(documents))
        for document in documents:
            if document.obfuscation:
                yield plain(f"disguised: {document.id}: {disguises_in_short(document.obfuscation)}")
    if len(documents) <= _FEW or options.verbose:
        for document in documents:
            yield from _detail(document, titled=len(documents) > 1, verbose=options.verbose)
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
            "" if one.reason else f"{one.score:.2f}",
            f"{one.words:,}",
            "" if one.reason else f"{one.density:.0f}",
            plain(
                words_of(one.reason)
                if one.reason
                else "; ".join(f"{s.observed} ← {s.original}" for s in telling)
            ),
        )
    return rows


def _counted(documents: tuple[SpinDocument, ...]) -> str:
    """Return how many texts have each verdict, the gravest first; what was not assessed is counted apart."""
    verdicts = Counter(one.verdict for one in documents)
    return ", ".join(f"{verdicts[v]:,} {words_of(v)}" for v in get_args(Verdict) if verdicts[v])


def _detail(document: SpinDocument, *, titled: bool, verbose: bool) -> Iterator[RenderableType]:
    if titled:
        yield Rule(plain(document.id, "bold"), align="left")
    yield Text.assemble(
        plain(document.id, "bold") if not titled else "Verdict",
        ": ",
        toned(document.verdict),
        _judged(document),
    )
    if document.family is not None:
        yield Text(family_told(document.family))
    if document.phrases:
        yield Text(phrases_told(document))
        yield from (plain(f"  {p.observed} ← {p.original}") for p in document.phrases)
    if document.comparison is not None:
        yield from _comparison(document.comparison)
    yield from disguises(document.obfuscation)
    yield from (plain(f"· {limit}", "dim") for limit in document.limits)
    if document.restored is None or not document.substitutions:
        return
    text = spun_text(document.restored, document.substitutions)
    yield Panel(
        marked(text, document.substitutions),
        title=Text("the text, [as read] and as it most likely was"),
        title_align="left",
        border_style="dim",
    )
    yield _substitutions(document, text, verbose=verbose)
    if not verbose and any(len(one.evidence) > 1 for one in document.substitutions):
        yield Text("The weightiest evidence of each; --verbose or --json shows all.", style="dim")


def _judged(document: SpinDocument) -> str:
    """Return how sure a verdict is and what was found, or why there is none: nothing found is then no finding."""
    found = (
        f"; {count(len(document.substitutions), 'substitution')} in "
        f"{count(document.words, 'word')}, {document.density:.0f} per 1,000"
    )
    if document.reason is None:
        return f" (probability {document.score:.2f}){found}"
    return f": {NOT_ASSESSED[document.reason]}{found if document.substitutions else ''}"


def _comparison(comparison: Comparison) -> Iterator[RenderableType]:
    changes = Counter(change.op for change in comparison.changes)
    made = ", ".join(count(number, _NOUN[op]) for op, number in changes.items())
    yield Text.assemble(
        "Against ",
        plain(comparison.original, "bold"),
        f" ({comparison.relation}): {comparison.kept:.0%} of the words stand there too",
        f"; {made}" if made else "",
    )
    for fact in comparison.facts_changed:
        yield Text.assemble(
            ("Fact changed ", "bold red"),
            f"({fact.kind}): ",
            plain(f"“{fact.observed}”"),
            " where the other says ",
            plain(f"“{fact.original}”", "green"),
        )
    for limit in comparison.limits:
        yield plain(f"· {limit}", "dim")


def _substitutions(document: SpinDocument, text: str, *, verbose: bool) -> RenderableType:
    breaks = [i for i, c in enumerate(text) if c == "\n"]
    rows = table(
        "line",
        "observed",
        "likely original",
        "replaced",
        "by it",
        "evidence",
        right=("line", "replaced", "by it"),
    )
    for one in document.substitutions:
        original = plain(one.original)
        if one.alternatives:
            original.append_text(plain(f" ({_alternatives(one)})", "dim"))
        rows.add_row(
            str(bisect_right(breaks, one.start) + 1),
            plain(one.observed),
            original,
            f"{one.confidence:.2f}",
            f"{one.probability_original:.2f}",
            plain(_evidence(one, verbose=verbose), "dim"),
        )
    return rows


def _alternatives(one: Substitution) -> str:
    return shortened(", ".join(one.alternatives[:2]), 24)


def _evidence(one: Substitution, *, verbose: bool) -> str:
    ranked = sorted(one.evidence, key=lambda e: -e.weight)
    shown = "; ".join(f"{e.detail} ({e.weight:+.1f})" for e in (ranked if verbose else ranked[:1]))
    return f"{one.replacement.replace('_', ' ')}: {shown}" if one.replacement else shown
