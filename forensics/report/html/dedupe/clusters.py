"""What the page's script shows of each cluster: its members and their differences from the kept document."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

from forensics.dedupe.result import Cluster, DedupeResult, Pair
from forensics.report.html.dedupe.differences import difference
from forensics.text.visible import visible

# A page opens quickly up to about these sizes; what is beyond is in the JSON, and the page says so.
CLUSTERS = 20_000
_MEMBERS = 200
_LETTERS = 12_000_000
_LONGEST = 60_000
_TURNED = {"contains": "contained", "contained": "contains"}


def view(result: DedupeResult, texts: Mapping[str, str], unit: str) -> dict[str, Any]:
    """Return the clusters, and by cluster the kept text where it is at hand; all text made visible.

    `unit` is what the members are called, "document" or "paragraph".
    """
    shown = {cluster.kept for cluster in islice(result.clusters, CLUSTERS)}
    pairs = {frozenset((p.a, p.b)): p for p in result.pairs if p.a in shown or p.b in shown}
    held: dict[str, str] = {}
    clusters: list[dict[str, Any]] = []
    room = _LETTERS
    for cluster in islice(result.clusters, CLUSTERS):
        kept = texts.get(cluster.kept) if room > 0 else None
        if kept is not None:
            held[str(cluster.id)] = visible(kept[:_LONGEST], keep="\n\t")
            room -= min(len(kept), _LONGEST)
        members: list[dict[str, Any]] = []
        for at, member in list(enumerate(cluster.members))[: _MEMBERS + 1]:
            if member == cluster.kept:
                continue
            made = _member(cluster, at, pairs.get(frozenset((cluster.kept, member))))
            diff = _difference(kept, texts.get(member)) if room > 0 else None
            if diff is not None:
                made["diff"] = diff
                room -= sum(len(part) for one in diff for part in one if isinstance(part, str))
            members.append(made)
        clusters.append(
            {
                "id": cluster.id,
                "kept": visible(cluster.kept),
                "size": len(cluster.members),
                "flags": cluster.flags,
                "members": members,
            }
        )
    return {"clusters": clusters, "texts": held, "unit": unit}


def _difference(kept: str | None, other: str | None) -> list[list[str | int]] | None:
    if kept is None or other is None or len(kept) + len(other) > 2 * _LONGEST:
        return None
    return [] if kept == other else difference(kept, other)


def _member(cluster: Cluster, at: int, pair: Pair | None) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": visible(cluster.members[at]),
        "jaccard": cluster.jaccard[at] if at < len(cluster.jaccard) else None,
    }
    if pair is not None:
        made["jaccard"] = pair.jaccard
        made["containment"] = pair.containment
        made["relation"] = (
            pair.relation if pair.b == cluster.kept else _TURNED.get(pair.relation, pair.relation)
        )
    return made
