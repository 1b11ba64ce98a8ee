"""What is said first where new documents were held against known ones: how many are known, and how."""

from __future__ import annotations

from forensics.dedupe.result import DedupeResult, Pair
from forensics.report.wording import count

_HOW = {
    "exact": "exact copy",
    "near": "near-duplicate",
    "contains": "part of it",
    "contained": "holds it",
    "spun": "spun copy",
    "overlaps": "in part",
}


def known_in_short(result: DedupeResult, threshold: float, unit: str) -> str:
    """Return how many of the new documents are known, and how; and how many only share enough with a known one."""
    exact = sum(pair.relation == "exact" for pair in result.known)
    spun = sum(pair.relation == "spun" for pair in result.known)
    held = sum(pair.jaccard < threshold for pair in result.known)
    ways = [
        (exact, "exact"),
        (len(result.known) - exact - spun - held, "near"),
        (spun, "spun"),
        (held, "part of a longer one"),
    ]
    told = ", ".join(f"{number:,} {way}" for number, way in ways if number)
    of_new = f"{len(result.known):,} of {count(result.documents, f'new {unit}')}"
    said = f"{of_new} {'is' if 1 in (len(result.known), result.documents) else 'are'} known" + (
        f" ({told})" if told else ""
    )
    known = {pair.b for pair in result.known}
    sharing = len({pair.b for pair in result.pairs if pair.known} - known)
    return f"{said}; {sharing:,} more in part" if sharing else said


def twice_in_short(result: DedupeResult, unit: str) -> str:
    """Return how many more of the new documents repeat one of them, how many stay, and what they were held against."""
    twice = result.documents - result.unique - len(result.known)
    against = count(result.known_documents or 0, f"known {unit}")
    return (
        f"{twice:,} more {'repeats' if twice == 1 else 'repeat'} another new one; {result.unique:,} "
        f"{'is' if result.unique == 1 else 'are'} neither; held against {against}"
    )


def how_known(pair: Pair) -> str:
    """Return how a new document stands to the known one of a pair, in words."""
    return _HOW[pair.relation]
