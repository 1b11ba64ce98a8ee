"""What the index of a case file says of near-duplicates."""

from __future__ import annotations

from collections.abc import Iterator

from forensics.dedupe.result import DedupeResult
from forensics.report.html.kit.element import Html, joined
from forensics.report.wording import count


def in_short(result: DedupeResult) -> str:
    """Return the result in a sentence."""
    if result.known_documents is not None:
        return f"{len(result.known):,} of {count(result.documents, 'new document')} known"
    copies = count(result.documents - result.unique, "near-duplicate")
    return f"{copies} in {count(len(result.clusters), 'cluster')}"


def by_document(result: DedupeResult) -> Iterator[tuple[str, Html]]:
    """Yield what is said of each document, with its id."""
    for cluster in result.clusters:
        for member in cluster.members:
            kept = "kept of" if member == cluster.kept else "in"
            yield member, joined(f"{kept} cluster {cluster.id}, of {count(len(cluster.members), 'document')}")
