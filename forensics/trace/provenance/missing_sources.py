"""Sources that nobody has, and the texts that point to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from forensics.trace.align.pair import PairComparison
from forensics.trace.extract.prepare import Prepared
from forensics.trace.models import Models
from forensics.trace.provenance.families import families, members
from forensics.trace.provenance.naming import Naming, naming, own_outlets, told_often
from forensics.trace.provenance.reconstruct import reconstruct
from forensics.trace.result import MissingSource, PairVerdict

# Of two texts that share a text, and of which neither is known to come from the other, so many have it from a third:
# of python -m bench.trace.families, with every release beside its children, 73 pairs of children and 20 of a child and
# its release.
_FROM_A_THIRD = 0.78
# Of two copies the one may be all of the other one where so much of it matches: of python -m bench.trace.families, an
# article and its original match by .992 of one side and more; chosen below, for what a page adds to it.
_ALL_OF_IT = 0.97
# A single text points nowhere surely: what it says of its source has a chance of about a half, less where it hardly
# reads as spun; a source link left in it says as much as a score of a half, and a little more beside one. Chosen, not
# measured, and said so in `limits` (docs/trace.md).
_READS_AS_SPUN = 0.5
_CHANCE_ALONE = 0.5
_LINK_COUNTS_AS = 0.5
_LINK_ADDS = 0.1

_UNSEEN = "The source itself was not seen; what it held is inferred from its children."
_MAY_BE_ONE = "One of its children may be the source: nothing at hand says which of them came first."
_UNNAMED = "No agency signs it, and no two of its children cite a source on their own: whose text it is is not known."
_CALLED = (
    "It is called after a journal whose study its children tell of; who published the text is not known."
)
_ONE_CHILD = (
    "Inferred from one text's own words alone: it reads as rewritten, and says again and again who was told."
)


def missing_sources(
    texts: Mapping[str, Prepared],
    verdicts: Sequence[PairVerdict],
    comparisons: Sequence[PairComparison],
    models: Models,
) -> tuple[MissingSource, ...]:
    """Return the unseen sources that families of texts point to, and those that single spun texts name.

    `texts` are all that were read, by id; a family whose common source is among the texts has none missing, nor have
    copies of one text, of which one may be the original. `models` weighs what a source held.
    """
    found: list[MissingSource] = []
    for family in families(verdicts):
        ids = members(family)
        children = [texts[id] for id in ids]
        held = [c for c in comparisons if c.a.id in ids and c.b.id in ids]
        named = naming(children, held)
        if _is_one_text(family) and not _is_of_others(children, named):
            continue
        found.append(
            MissingSource(
                id=f"missing:{len(found) + 1}",
                label=named.label,
                outlet=named.outlet,
                probability=round(max(_chance(v) for v in family), 4),
                children=tuple(ids),
                facts=_shared_facts(children),
                reconstruction=reconstruct(children, held, models.held),
                limits=_limits(family, named),
                name=named.name,
                named_by=named.named_by,
                named_in=named.named_in,
            )
        )
    placed = {child for source in found for child in source.children}
    placed |= {v.a for v in verdicts if v.relation in ("derived", "copy", "patchwork")}
    placed |= {v.b for v in verdicts if v.relation in ("derived", "copy", "patchwork")}
    for text in texts.values():
        if text.id not in placed and (alone := _alone(text, len(found) + 1)):
            found.append(alone)
    return tuple(found)


def _chance(verdict: PairVerdict) -> float:
    """Return the chance that a pair has what it shares from a third text."""
    return verdict.probability if verdict.relation == "sibling" else verdict.chance_dependent * _FROM_A_THIRD


def _is_one_text(family: Sequence[PairVerdict]) -> bool:
    """Say whether texts are copies of which one always holds all of the other one: it may be the original."""
    return all(v.relation == "copy" and max(v.coverage_a, v.coverage_b) >= _ALL_OF_IT for v in family)


def _is_of_others(children: Sequence[Prepared], named: Naming) -> bool:
    """Say whether an agency signs what copies of one text hold, and none of them can be its own."""
    return named.named_by == "credit" and all(own_outlets(child) - {None, named.name} for child in children)


def _limits(family: Sequence[PairVerdict], named: Naming) -> tuple[str, ...]:
    found = [_UNSEEN]
    if all(v.relation != "sibling" for v in family):
        found.append(_MAY_BE_ONE)
    if named.name is None:
        found.append(_UNNAMED)
    elif named.named_by == "journal":
        found.append(_CALLED)
    return tuple(found)


def _shared_facts(children: Sequence[Prepared]) -> tuple[str, ...]:
    held = Counter(key for child in children for key in frozenset().union(*child.fact_keys))
    return tuple(sorted(key for key, n in held.items() if n > 1))


def _alone(text: Prepared, number: int) -> MissingSource | None:
    """Return the source that a single text names: spun or with a source link, it says who was told."""
    linked = any(r.kind == "source_link" for r in text.residue)
    spun = text.spun_score or 0.0
    outlet = told_often(text)
    if outlet is None or not (linked or spun >= _READS_AS_SPUN):
        return None
    chance = _CHANCE_ALONE * max(spun, _LINK_COUNTS_AS if linked else 0.0)
    if linked and spun >= _READS_AS_SPUN:
        chance += _LINK_ADDS
    return MissingSource(
        id=f"missing:{number}",
        label=Naming(outlet, "cited").label,
        outlet=outlet,
        probability=round(chance, 4),
        children=(text.id,),
        facts=(),
        reconstruction=(),
        limits=(_UNSEEN, _ONE_CHILD),
        name=outlet,
        named_by="cited",
    )
