"""Which texts share what none of them is known to have had first: the families of sources that nobody has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from forensics.trace.result import PairVerdict

_SHARING = ("copy", "derived", "sibling")
_COMING = (*_SHARING, "patchwork")


def families(verdicts: Sequence[PairVerdict]) -> list[list[PairVerdict]]:
    """Return the verdicts that join texts to families whose source is not at hand, family by family, in order of id.

    Two texts are joined where they depend and neither is known to come from the other, nor both from a third that is
    at hand. One newsroom's background joins nobody, nor does a patchwork: the sources of its parts are at hand, and
    what others share of these parts is theirs. A family of whom one member explains the others, because some are known
    to come from it and all the rest share with it, has its source at hand.
    """
    above = _sources(verdicts)
    parts = {frozenset((v.a, v.b)) for v in verdicts if v.relation == "patchwork"}
    joined = [v for v in verdicts if _is_open(v) and not _explained(v, above) and not _is_of_a_part(v, parts)]
    groups = _components(joined)
    return [group for _, group in sorted(groups.items()) if not _at_hand(group, above)]


def members(family: Sequence[PairVerdict]) -> list[str]:
    """Return the ids of the texts that verdicts join, in order."""
    return sorted({id for v in family for id in (v.a, v.b)})


def _is_open(verdict: PairVerdict) -> bool:
    return verdict.relation in _SHARING and verdict.direction in ("unknown", "common_source")


def _sources(verdicts: Sequence[PairVerdict]) -> Mapping[str, Set[str]]:
    """Return for each text the texts at hand that it is known to come from, straight or through others."""
    straight: dict[str, set[str]] = {}
    for v in verdicts:
        if v.relation in _COMING and v.direction in ("a_from_b", "b_from_a"):
            child, source = (v.a, v.b) if v.direction == "a_from_b" else (v.b, v.a)
            straight.setdefault(child, set()).add(source)
    found: dict[str, set[str]] = {}
    for child in straight:
        ahead, seen = [child], set()
        while ahead:
            for source in straight.get(ahead.pop(), ()):
                if source not in seen:
                    seen.add(source)
                    ahead.append(source)
        found[child] = seen
    return found


def _explained(verdict: PairVerdict, above: Mapping[str, Set[str]]) -> bool:
    a, b = above.get(verdict.a, set()), above.get(verdict.b, set())
    return bool(a & b) or verdict.a in b or verdict.b in a or verdict.explained_by in a | b


def _is_of_a_part(verdict: PairVerdict, parts: Set[frozenset[str]]) -> bool:
    """Say whether what two texts share stands in the source of a patchwork's part as well."""
    better = verdict.explained_by
    return better is not None and any(frozenset((id, better)) in parts for id in (verdict.a, verdict.b))


def _components(joined: Sequence[PairVerdict]) -> dict[str, list[PairVerdict]]:
    parent: dict[str, str] = {}

    def root(id: str) -> str:
        while parent.setdefault(id, id) != id:
            parent[id] = parent[parent[id]]
            id = parent[id]
        return id

    for v in joined:
        low, high = sorted((root(v.a), root(v.b)))
        parent[high] = low
    found: dict[str, list[PairVerdict]] = {}
    for v in joined:
        found.setdefault(root(v.a), []).append(v)
    return found


def _at_hand(family: Sequence[PairVerdict], above: Mapping[str, Set[str]]) -> bool:
    ids = members(family)
    beside: dict[str, set[str]] = {}
    for v in family:
        if v.relation != "sibling":
            beside.setdefault(v.a, set()).add(v.b)
            beside.setdefault(v.b, set()).add(v.a)
    for one in ids:
        known = {other for other in ids if one in above.get(other, ())}
        if known and known | beside.get(one, set()) | {one} == set(ids):
            return True
    return False
