"""Sources that nobody has, and the texts that point to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from forensics.trace.align.pair import PairComparison
from forensics.trace.extract.outlets import resolve
from forensics.trace.extract.prepare import Prepared
from forensics.trace.provenance.reconstruct import reconstruct
from forensics.trace.result import MissingSource, PairVerdict

# Who is told something had the story; who is said to have reported is often only cited along the way. Chosen by that
# order, not measured: families whose source is known are too few (decision 0313).
_VOICES = {"told": 3.0, "quoted": 2.0, "according_to": 1.0, "reported": 1.0}
_NAMED_BY = 2  # children: one may name whom it likes; chosen, not measured
# A single text points nowhere surely: what it says of its source has a chance of about a half, less where it hardly
# reads as spun; a source link left in it says as much as a score of a half, and a little more beside one. Chosen, not
# measured, and said so in `limits` (docs/trace.md).
_READS_AS_SPUN = 0.5
_CHANCE_ALONE = 0.5
_LINK_COUNTS_AS = 0.5
_LINK_ADDS = 0.1

_UNSEEN = "The source itself was not seen; what it held is inferred from its children."
_ONE_CHILD = (
    "Inferred from one text's own words alone: it reads as rewritten, and names an outlet as the one told."
)


def missing_sources(
    texts: Mapping[str, Prepared], verdicts: Sequence[PairVerdict], comparisons: Sequence[PairComparison]
) -> tuple[MissingSource, ...]:
    """Return the unseen sources that siblings point to, and those that single spun texts name.

    `texts` are all that were read, by id; a family whose common source is among the texts has none missing.
    """
    found: list[MissingSource] = []
    for family in _families(verdicts):
        inside = [v for v in verdicts if v.relation == "sibling" and v.a in family and v.b in family]
        outlet = _outlet([texts[child] for child in family])
        held = [c for c in comparisons if c.a.id in family and c.b.id in family]
        number = len(found) + 1
        found.append(
            MissingSource(
                id=f"missing:{number}",
                label=_label(outlet),
                outlet=outlet,
                probability=round(max(v.probability for v in inside), 4),
                children=tuple(family),
                facts=_shared_facts([texts[child] for child in family]),
                reconstruction=reconstruct(held),
                limits=(_UNSEEN,),
            )
        )
    placed = {child for source in found for child in source.children}
    placed |= {v.a for v in verdicts if v.relation in ("derived", "copy", "patchwork")}
    placed |= {v.b for v in verdicts if v.relation in ("derived", "copy", "patchwork")}
    for text in texts.values():
        if text.id not in placed and (alone := _alone(text, len(found) + 1)):
            found.append(alone)
    return tuple(found)


def _families(verdicts: Iterable[PairVerdict]) -> list[list[str]]:
    """Return the groups of texts that sibling verdicts join, in order of id; none whose source is at hand."""
    parent: dict[str, str] = {}

    def root(id: str) -> str:
        while parent.setdefault(id, id) != id:
            id = parent[id]
        return id

    sources: dict[str, set[str]] = {}
    for v in verdicts:
        if v.relation in ("derived", "patchwork"):
            child, source = (v.a, v.b) if v.direction == "a_from_b" else (v.b, v.a)
            if v.direction in ("a_from_b", "b_from_a"):
                sources.setdefault(child, set()).add(source)
    for v in verdicts:
        if v.relation == "sibling" and not (sources.get(v.a, set()) & sources.get(v.b, set())):
            low, high = sorted((root(v.a), root(v.b)))
            parent[high] = low
    groups: dict[str, list[str]] = {}
    for id in sorted(parent):
        groups.setdefault(root(id), []).append(id)
    return [group for group in groups.values() if len(group) > 1]


def _outlet(children: Sequence[Prepared]) -> str | None:
    """Return the outlet that the children most say had the story, each with one voice an outlet and kind.

    Of a family, only an outlet that two children name; officials and platforms publish no articles.
    """
    voices: dict[str, float] = {}
    namers: Counter[str] = Counter()
    for child in children:
        named = {(claim.outlet, claim.kind) for claim in child.claims if _publishes(claim.outlet)}
        namers.update({outlet for outlet, _ in named})
        for outlet, kind in sorted(named):
            voices[outlet] = voices.get(outlet, 0.0) + _VOICES[kind]
    enough = min(_NAMED_BY, len(children))
    ranked = sorted((o for o in voices if namers[o] >= enough), key=lambda o: (-voices[o], o))
    return ranked[0] if ranked else None


def _publishes(outlet: str) -> bool:
    found = resolve(outlet)
    return found is not None and found.kind == "media"


def _label(outlet: str | None) -> str:
    return f"unseen {outlet} text" if outlet else "unseen text"


def _shared_facts(children: Sequence[Prepared]) -> tuple[str, ...]:
    held = Counter(key for child in children for key in frozenset().union(*child.fact_keys))
    return tuple(sorted(key for key, n in held.items() if n > 1))


def _alone(text: Prepared, number: int) -> MissingSource | None:
    """Return the source that a single text names: spun or with a source link, it says who was told."""
    linked = any(r.kind == "source_link" for r in text.residue)
    spun = text.spun_score or 0.0
    outlet = _outlet([text])
    told = any(c.outlet == outlet and c.kind in ("told", "quoted") for c in text.claims)
    if outlet is None or not told or not (linked or spun >= _READS_AS_SPUN):
        return None
    chance = _CHANCE_ALONE * max(spun, _LINK_COUNTS_AS if linked else 0.0)
    if linked and spun >= _READS_AS_SPUN:
        chance += _LINK_ADDS
    return MissingSource(
        id=f"missing:{number}",
        label=_label(outlet),
        outlet=outlet,
        probability=round(chance, 4),
        children=(text.id,),
        facts=(),
        reconstruction=(),
        limits=(_UNSEEN, _ONE_CHILD),
    )
