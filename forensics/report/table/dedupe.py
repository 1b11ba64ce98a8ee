"""The table of near-duplicates: clusters, then the pairs that hold them together."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from forensics.dedupe.result import DedupeResult
from forensics.envelope import Envelope
from forensics.report.disguises import disguises_in_short
from forensics.report.interface import RenderOptions
from forensics.report.known import how_known, known_in_short, twice_in_short
from forensics.report.table.kit.style import plain, table, toned
from forensics.report.wording import count
from forensics.settings import DedupeSettings

_SHOWN = 40


def render(
    envelope: Envelope[DedupeSettings, DedupeResult], options: RenderOptions
) -> Iterator[RenderableType]:
    """Yield the parts of the view; `verbose` shows every cluster and pair."""
    result, threshold = envelope.result, envelope.settings.threshold
    limit = None if options.verbose else _SHOWN
    if result.known_documents is None:
        yield Text.assemble(
            (count(result.documents, envelope.settings.unit), "bold"),
            f", {result.unique:,} once copies go; "
            f"{count(result.documents - result.unique, 'near-duplicate')} at Jaccard {threshold:g}",
        )
    else:
        yield from _known(envelope, limit)
    yield from _disguised(result, limit)
    if not result.pairs:
        yield _nothing(envelope)
        return
    yield from _sharing(result, limit)
    clusters = table("cluster", "kept", "near-duplicates", "size", right=("cluster", "size"))
    for cluster in result.clusters[:limit]:
        others = [member for member in cluster.members if member != cluster.kept]
        clusters.add_row(
            str(cluster.id),
            plain(cluster.kept),
            plain(_listed(others, options.verbose)),
            str(len(cluster.members)),
        )
    yield clusters
    yield from _rest(len(result.clusters), limit, "cluster")
    pairs = table("a", "b", "jaccard", "containment", "relation", right=("jaccard", "containment"))
    for pair in result.pairs[:limit]:
        pairs.add_row(
            plain(pair.a),
            plain(pair.b),
            f"{pair.jaccard:.3f}",
            f"{pair.containment:.3f}",
            toned(pair.relation),
        )
    yield pairs
    yield from _rest(len(result.pairs), limit, "pair")
    yield Text("Every pair was verified on the texts themselves, not on their sketches.", style="dim")


def _known(envelope: Envelope[DedupeSettings, DedupeResult], limit: int | None) -> Iterator[RenderableType]:
    result, settings = envelope.result, envelope.settings
    yield Text(known_in_short(result, settings.threshold, settings.unit), style="bold")
    yield Text(twice_in_short(result, settings.unit))
    if not result.known:
        return
    rows = table("new", "known", "jaccard", "containment", "how", right=("jaccard", "containment"))
    for pair in result.known[:limit]:
        rows.add_row(
            plain(pair.b),
            plain(pair.a),
            f"{pair.jaccard:.3f}",
            f"{pair.containment:.3f}",
            toned(how_known(pair)),
        )
    yield rows
    yield from _rest(len(result.known), limit, "known one")


def _sharing(result: DedupeResult, limit: int | None) -> Iterator[RenderableType]:
    if not result.sharing:
        return
    figures = ("paragraphs of a", "of b", "share of a", "of b")
    rows = table("a", "b", *figures, right=figures)
    for one in sorted(result.sharing, key=lambda one: -max(one.share_a, one.share_b))[:limit]:
        shares = (f"{one.share_a:.1%}", f"{one.share_b:.1%}")
        rows.add_row(plain(one.a), plain(one.b), str(one.paragraphs_a), str(one.paragraphs_b), *shares)
    yield rows
    yield from _rest(len(result.sharing), limit, "pair of documents")


def _disguised(result: DedupeResult, limit: int | None) -> Iterator[RenderableType]:
    if not result.disguised:
        return
    rows = table("disguised", "how; compared without")
    for one in result.disguised[:limit]:
        rows.add_row(plain(one.id), plain(disguises_in_short(one.obfuscation)))
    yield rows
    yield from _rest(len(result.disguised), limit, "disguised document")


def _nothing(envelope: Envelope[DedupeSettings, DedupeResult]) -> Text:
    settings = envelope.settings
    return Text(
        f"No two {settings.unit}s share {settings.threshold:.0%} or more of their "
        f"{settings.shingle}-word shingles. That rules out copies and light edits, not rewriting: "
        "'forensics trace FILE --against PATH' looks for that."
    )


def _listed(ids: list[str], verbose: bool) -> str:
    shown = ids if verbose else ids[:5]
    more = f", and {len(ids) - len(shown):,} more" if len(shown) < len(ids) else ""
    return ", ".join(shown) + more


def _rest(total: int, limit: int | None, noun: str) -> Iterator[Text]:
    if limit is not None and total > limit:
        yield Text(f"and {count(total - limit, noun)} more; --verbose or --json shows all", style="dim")
